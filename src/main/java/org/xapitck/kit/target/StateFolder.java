package org.xapitck.kit.target;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The user's folder for what outlives a run: {@code $XDG_STATE_HOME/xapi-task-tck}, by default
 * below the home folder.
 */
public final class StateFolder {
  private final Path folder;

  private StateFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The folder of this user; need not exist.
   *
   * @param environment value of an environment variable, null where it is not set
   */
  public static StateFolder of(UnaryOperator<String> environment) {
    String state = environment.apply("XDG_STATE_HOME");
    // the standard for these folders demands that a relative path is ignored
    Path base =
        state != null && Path.of(state).isAbsolute()
            ? Path.of(state)
            : Path.of(System.getProperty("user.home"), ".local", "state");
    return new StateFolder(base.resolve("xapi-task-tck"));
  }

  /** The ledger of one run. */
  public Path ledgerOf(Mark mark) {
    return folder.resolve("ledger-" + mark.run() + ".jsonl");
  }

  /** Whether the run with this mark goes on in some process of this user. */
  public boolean isInUse(Mark mark) {
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
