package org.xapitck.kit.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.address.ServerUrl;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.client.NoSession;
import org.xapitck.kit.client.ServerGone;
import org.xapitck.kit.client.Target;
import org.xapitck.kit.ledger.Journal;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.LedgerFile;
import org.xapitck.kit.ledger.LedgerNotes;
import org.xapitck.kit.ledger.MarkedTask;
import org.xapitck.kit.ledger.RunMark;
import org.xapitck.kit.ledger.StateFolder;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.redaction.Secrets;
import org.xapitck.kit.report.Text;
import org.xapitck.kit.text.Printable;

/** Cleans up what broken-off runs left, with their ledgers or the marks of their tasks. */
public final class Cleanup {
  /** Exit code: tasks of the kit's are left. */
  private static final int EXIT_LEFT = 1;

  private final RunOptions options;
  private final Environment environment;
  private final Secrets secrets = new Secrets();
  private final AtomicReference<ApiClient> current = new AtomicReference<>();

  /** A clean-up that has not begun. */
  public Cleanup(RunOptions options, Environment environment) {
    this.options = options;
    this.environment = environment;
  }

  /** Logs out where the user breaks the clean-up off. */
  public void leave() {
    Optional.ofNullable(current.get()).ifPresent(ApiClient::leave);
  }

  /**
   * Destroys what the ledgers tell of: that of {@code --ledger}, or all in the user's state folder.
   *
   * @return 0 where nothing is left, 1 where something is, 4 where a server cannot be asked
   */
  public int finish() {
    int worst = 0;
    List<Path> files = files();
    for (Path file : files) {
      for (LedgerNotes notes : LedgerNotes.read(file)) {
        if (notes.mayHaveLeftSomething() && isWanted(file, notes)) {
          worst = Math.max(worst, finish(file, notes));
        }
      }
      if (worst == 0 && options.execution().ledger().isEmpty()) {
        removeFinished(file);
      }
    }
    if (files.isEmpty()) {
      say("no ledger, so nothing to clean up");
    }
    return worst;
  }

  private List<Path> files() {
    if (options.execution().ledger().isEmpty()) {
      return environment.stateFolder().ledgers();
    }
    Path file = options.execution().ledger().get();
    if (!Files.exists(file)) {
      throw new BadConfiguration("--ledger " + file + ": there is no such file");
    }
    return List.of(file);
  }

  private boolean isWanted(Path file, LedgerNotes notes) {
    URI noted = server(file, notes).base();
    boolean wanted =
        options.server().url().map(URI::toString).map(ServerUrl::of).map(ServerUrl::base).stream()
            .allMatch(noted::equals);
    if (!wanted) {
      say("run " + notes.run() + " spoke to " + notes.url() + ": left alone");
    }
    return wanted;
  }

  private static ServerUrl server(Path file, LedgerNotes notes) {
    try {
      return ServerUrl.of(notes.url());
    } catch (IllegalArgumentException e) {
      throw new BadConfiguration(
          "the ledger " + file + ", run " + notes.run() + ": " + e.getMessage());
    }
  }

  private int finish(Path file, LedgerNotes notes) {
    try (LedgerFile journal = LedgerFile.resume(file, notes.run())) {
      Ledger ledger = new Ledger(Integer.MAX_VALUE, journal);
      Optional<ApiClient> open = open(server(file, notes).uri(), new RunMark(notes.run()), ledger);
      if (open.isEmpty()) {
        return Certification.EXIT_UNREACHABLE;
      }
      ApiClient api = open.get();
      int others = api.disposal().adopt(notes);
      api.close();
      int left = ledger.live(api.wire()).size();
      boolean told = api.disposal().swept();
      if (left == 0 && told) {
        journal.finished();
      }
      tell(notes, ledger.destroyed(), left, others, told);
      Notices.irremovable(ledger.irremovable(), Integer.MAX_VALUE).forEach(this::say);
      return left == 0 && told ? 0 : EXIT_LEFT;
    } catch (LedgerFile.InUse e) {
      say("run " + notes.run() + " still goes on: left alone");
      return 0;
    }
  }

  private void tell(LedgerNotes notes, int destroyed, int left, int others, boolean told) {
    say(
        "run "
            + notes.run()
            + " of "
            + notes.at()
            + " at "
            + notes.url()
            + ": "
            + Text.count(destroyed, "task")
            + " destroyed or gone, "
            + left
            + " left");
    if (others > 0) {
      say(
          Text.count(others, "reference")
              + (others == 1 ? " of the ledger is of a task" : " of the ledger are of tasks")
              + " without its mark: left alone");
    }
    if (!told) {
      say("the server did not tell which tasks there are; try again later");
    }
    if (notes.unmarkedIntents() > 0) {
      say(
          "a call to make a task without label and description was never answered; nobody can tell"
              + " that task from those of others");
    }
  }

  private static void removeFinished(Path file) {
    if (LedgerNotes.read(file).stream().noneMatch(LedgerNotes::mayHaveLeftSomething)) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // it says itself that it is finished
        return;
      }
    }
  }

  /**
   * Lists the tasks at the URL that carry the mark of a run that is over, and destroys them once
   * that is confirmed.
   *
   * @return 0 where none is left, 1 where some are, 4 where the server cannot be asked
   */
  public int orphans(BooleanSupplier confirmation) {
    URI url =
        options
            .server()
            .url()
            .orElseThrow(() -> new BadConfiguration("cleanup --orphans needs --url URL"));
    StateFolder state = environment.stateFolder();
    Ledger ledger = new Ledger(Integer.MAX_VALUE, Journal.NONE);
    RunMark mark = new RunMark(environment.ids().get().substring(0, 8));
    Optional<ApiClient> open = open(url, mark, ledger);
    if (open.isEmpty()) {
      return Certification.EXIT_UNREACHABLE;
    }
    try (ApiClient api = open.get()) {
      Optional<List<MarkedTask>> marked = api.disposal().markedTasks();
      if (marked.isEmpty()) {
        say("the server did not tell which tasks there are");
        return EXIT_LEFT;
      }
      List<MarkedTask> orphans =
          marked.get().stream().filter(task -> !state.isInUse(new RunMark(task.run()))).toList();
      orphans.forEach(task -> say(task.ref() + "  " + task.mark() + "  " + task.status()));
      say(Text.count(orphans.size(), "task") + " of older runs");
      if (orphans.isEmpty()) {
        return 0;
      }
      if (!confirmation.getAsBoolean()) {
        say("nothing was changed; --yes destroys them without asking");
        return EXIT_LEFT;
      }
      long left = orphans.stream().filter(task -> !api.disposal().dispose(task)).count();
      say((orphans.size() - left) + " destroyed, " + left + " left");
      Notices.irremovable(ledger.irremovable(), Integer.MAX_VALUE).forEach(this::say);
      return left == 0 ? 0 : EXIT_LEFT;
    }
  }

  /** Over the first wire on which the server lets the kit in. */
  private Optional<ApiClient> open(URI url, RunMark mark, Ledger ledger) {
    Target target =
        TargetServer.open(
                options.withServer(Optional.of(url), options.server().accounts()), environment)
            .target();
    for (Account account : target.accounts().all()) {
      secrets.add(account.password());
    }
    ClientFactory clients =
        new ClientFactory(options, environment, target, mark, ledger, secrets, this::say);
    if (target.endpoint().isPlaintext()) {
      say(Endpoint.PLAINTEXT);
    }
    String why = "";
    for (Wire wire : new TreeSet<>(options.scope().wires())) {
      ApiClient api = clients.open(wire);
      current.set(api);
      try {
        api.session(target.accounts().strongest());
        return Optional.of(api);
      } catch (NoSession | ServerGone e) {
        why = e.getMessage();
        api.leave();
      }
    }
    say(url + ": " + why);
    return Optional.empty();
  }

  private void say(String line) {
    environment.out().println(Printable.escaped(secrets.mask(line)));
  }
}
