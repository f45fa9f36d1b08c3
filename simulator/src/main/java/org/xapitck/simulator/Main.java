package org.xapitck.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.xapitck.simulator.cli.AccountsFile;
import org.xapitck.simulator.cli.AdminFlags;
import org.xapitck.simulator.cli.CommandLine;
import org.xapitck.simulator.cli.PlansFile;
import org.xapitck.simulator.cli.ProgramVersion;
import org.xapitck.simulator.cli.StubsFile;
import org.xapitck.simulator.cli.TlsFlags;
import org.xapitck.simulator.cli.UsageException;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.fault.SeedListing;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.fault.UnknownSeed;
import org.xapitck.simulator.page.CallLog;
import org.xapitck.simulator.page.LogFile;
import org.xapitck.simulator.record.Ids;
import org.xapitck.simulator.session.Accounts;
import org.xapitck.simulator.stub.StubRefusal;
import org.xapitck.simulator.tls.Identity;

/** The program: reads the command line, starts a simulator, says where it listens. */
public final class Main {
  /** The exit code of a mistake on the command line or in a file. */
  private static final int USAGE = 2;

  private Main() {}

  /** Starts the program; see {@code --help}. */
  public static void main(String[] arguments) {
    quickenNetty();
    int code = execute(List.of(arguments), System.out, System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  /**
   * Runs the program in this process until its simulator ends, or until there is nothing to serve.
   *
   * @return the exit code
   */
  static int execute(List<String> line, PrintStream out, PrintStream err) {
    try {
      CommandLine options = CommandLine.parse(line);
      if (options.help()) {
        out.print(CommandLine.HELP);
        return 0;
      }
      if (options.version()) {
        out.println("xapi-task-simulator " + ProgramVersion.text());
        return 0;
      }
      if (!options.listing().isEmpty()) {
        boolean defects = options.listing().equals("defects");
        out.print(defects ? SeedListing.defects() : SeedListing.variants());
        return 0;
      }
      Seeds seeds = seeds(options);
      if (!seeds.isEmpty()) {
        err.println(seeds.announcement());
      }
      Simulator simulator = start(options, seeds);
      out.println("listening on " + simulator.uri());
      out.flush();
      simulator.await();
      return 0;
    } catch (UsageException mistake) {
      tell(mistake, line.contains("--debug"), err);
      return USAGE;
    }
  }

  private static Seeds seeds(CommandLine line) throws UsageException {
    try {
      return Seeds.of(line.defects(), line.variants());
    } catch (UnknownSeed e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private static Simulator start(CommandLine line, Seeds seeds) throws UsageException {
    Accounts accounts =
        line.accounts().isPresent()
            ? AccountsFile.read(line.accounts().get(), System::getenv)
            : Accounts.defaults();
    if (accounts.areDefaults() && !line.allowDefaultPasswords() && !isLoopback(line.host())) {
      throw new UsageException(
          "Listening on "
              + line.host()
              + ", beyond this machine, needs --accounts with passwords of your own, or"
              + " --allow-default-passwords.");
    }
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withHost(line.host())
            .withPort(line.port())
            .withAccounts(accounts)
            .withRelease(line.release())
            .withSeeds(seeds);
    if (line.plans().isPresent()) {
      options = options.withPlans(PlansFile.read(line.plans().get()));
    }
    Optional<StubsFile> stubs = Optional.empty();
    if (line.stubs().isPresent()) {
      stubs = Optional.of(StubsFile.read(line.stubs().get()));
      options = options.withStubs(stubs.get().stubs());
    }
    if (line.seed().isPresent()) {
      options = options.withIds(Ids.seeded(line.seed().get()));
    }
    if (line.frozen()) {
      options = options.withClock(SimulatorClock.frozen(Instant.now()));
    }
    options = tls(line.tls(), admin(line.admin(), options));
    if (line.log().isPresent()) {
      options = options.withCallLog(log(line.log().get()));
    }
    try {
      return Simulator.start(options);
    } catch (StubRefusal refusal) {
      throw stubs.orElseThrow().located(refusal);
    } catch (IOException e) {
      throw new UsageException(
          "Cannot listen on "
              + line.host()
              + ":"
              + line.port()
              + " ("
              + e.getMessage()
              + "); choose a free --port, 0 for any, and a --host of this machine.",
          e);
    }
  }

  private static Consumer<CallLog.Line> log(Path file) throws UsageException {
    try {
      return new LogFile(file)::write;
    } catch (IOException e) {
      throw new UsageException(
          "The log " + file + " cannot be written; give a file in a folder that is there.", e);
    }
  }

  private static SimulatorOptions tls(TlsFlags flags, SimulatorOptions plain)
      throws UsageException {
    if (!flags.wanted()) {
      return plain;
    }
    if (flags.certificate().isEmpty()) {
      return plain.withTls();
    }
    try {
      return plain.withTls(Identity.read(flags.certificate().get(), flags.key().orElseThrow()));
    } catch (IOException e) {
      throw new UsageException(
          "No https by these files: "
              + (e instanceof NoSuchFileException
                  ? e.getMessage() + " is not there"
                  : e.getMessage())
              + ".",
          e);
    }
  }

  private static SimulatorOptions admin(AdminFlags flags, SimulatorOptions plain) {
    SimulatorOptions options = flags.on() ? plain : plain.withoutAdmin();
    options = flags.token().map(options::withAdminToken).orElse(options);
    return flags.journal().map(options::withJournal).orElse(options);
  }

  private static boolean isLoopback(String host) throws UsageException {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new UsageException(
          "Unknown host " + host + "; --host takes a name or number of this machine.", e);
    }
  }

  private static void tell(UsageException mistake, boolean debug, PrintStream err) {
    err.println(mistake.getMessage());
    if (debug) {
      mistake.printStackTrace(err);
    }
  }

  /**
   * Netty finds out the machine's and the process's number for ids of connections that nobody
   * reads, which takes a tenth of the start; told any, it does not. Only the program does this: a
   * library must leave the properties of its JVM alone.
   */
  private static void quickenNetty() {
    System.setProperty("io.netty.machineId", "00:00:00:00:00:00");
    System.setProperty("io.netty.processId", "1");
    System.setProperty("io.netty.leakDetection.level", "disabled");
  }
}
