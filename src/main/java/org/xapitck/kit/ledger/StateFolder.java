package org.xapitck.kit.ledger;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.xapitck.kit.model.BadConfiguration;

/**
 * The user's folder for files that outlive a run: {@code xapi-task-tck} in {@code $XDG_STATE_HOME},
 * else in {@code $HOME/.local/state}, else in the temporary folder.
 */
public final class StateFolder {
  private static final String NAME = "xapi-task-tck";

  private final Path folder;
  private final boolean temporary;

  private StateFolder(Path folder, boolean temporary) {
    this.folder = folder;
    this.temporary = temporary;
  }

  /**
   * The folder of this user; need not exist.
   *
   * @param environment value of an environment variable, null where it is not set
   * @param temporary where files go that nobody keeps
   * @throws BadConfiguration where the folder is in the temporary one and is another user's
   */
  public static StateFolder of(UnaryOperator<String> environment, Path temporary) {
    return absolute(environment.apply("XDG_STATE_HOME"))
        .or(() -> absolute(environment.apply("HOME")).map(home -> home.resolve(".local/state")))
        .map(base -> new StateFolder(base.resolve(NAME), false))
        .orElseGet(() -> in(temporary));
  }

  /** The standard for these folders demands that a relative path is ignored. */
  private static Optional<Path> absolute(String path) {
    return Optional.ofNullable(path).map(Path::of).filter(Path::isAbsolute);
  }

  /**
   * Everybody may make a folder there; a ledger of somebody else's could lead clean-up, and the
   * user's passwords, to any server.
   */
  private static StateFolder in(Path temporary) {
    Path folder = temporary.resolve(NAME);
    try {
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        Path own = Files.createTempFile(temporary, NAME, ".tmp");
        boolean ours =
            Files.getOwner(own).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
        Files.delete(own);
        if (!ours) {
          throw new BadConfiguration(
              "the folder " + folder + " is another user's; set HOME to a folder of your own");
        }
      }
    } catch (IOException e) {
      throw new BadConfiguration("the folder of ledgers " + folder + " cannot be read");
    }
    return new StateFolder(folder, true);
  }

  /** What the user should know of where it is; empty where it is in the usual place. */
  public Optional<String> remark() {
    return temporary
        ? Optional.of("neither XDG_STATE_HOME nor HOME is set: ledgers are kept in " + folder)
        : Optional.empty();
  }

  /** The ledger of one run. */
  public Path ledgerOf(RunMark mark) {
    return folder.resolve("ledger-" + mark.run() + ".jsonl");
  }

  /** Whether the run with this mark goes on in some process of this user. */
  public boolean isInUse(RunMark mark) {
    Path file = ledgerOf(mark);
    if (!Files.exists(file)) {
      return false;
    }
    try {
      LedgerFile.resume(file, mark.run()).close();
      return false;
    } catch (LedgerFile.InUse e) {
      return true;
    }
  }

  /** The ledgers that runs left, in the order of their names. */
  public List<Path> ledgers() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> ledgers = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "ledger-*.jsonl")) {
      files.forEach(ledgers::add);
    } catch (IOException e) {
      throw new BadConfiguration("the folder of ledgers " + folder + " cannot be read");
    }
    Collections.sort(ledgers);
    return ledgers;
  }
}
