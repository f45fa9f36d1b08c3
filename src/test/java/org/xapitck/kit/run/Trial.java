package org.xapitck.kit.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.client.Target;
import org.xapitck.kit.config.DeclaredScope;
import org.xapitck.kit.console.Screen;
import org.xapitck.kit.execution.Plan;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.support.Runs;
import org.xapitck.kit.verdict.Baseline;
import org.xapitck.kit.verdict.Verdicts;
import org.xapitck.kit.work.ServerWork;
import org.xapitck.simulator.Simulator;

/**
 * A run of the kit for its verdicts alone, without a report and without a console. Usually one
 * scenario comes after the other, so that many trials can go on side by side.
 *
 * @param catalogue what the page says; read once for many trials
 * @param release what to judge by
 * @param wires to run over, one after the other
 * @param tags which scenarios; empty for all
 * @param work what the kit may start on the server
 * @param clock the kit's time
 * @param threads how many scenarios go on at once; in the order of their features where it is one,
 *     else in a random order
 */
public record Trial(
    Catalogue catalogue,
    Release release,
    Set<Wire> wires,
    String tags,
    ServerWork work,
    Clock clock,
    int threads) {
  /** One order of many. */
  private static final long SEED = 20261127;

  /** By the clock of the machine. */
  public Trial(
      Catalogue catalogue, Release release, Set<Wire> wires, String tags, ServerWork work) {
    this(catalogue, release, wires, tags, work, Clock.systemUTC(), 1);
  }

  /** Judges a server. */
  public Verdicts of(Simulator simulator) {
    RunOptions options =
        RunOptions.defaults(Path.of("no-report"))
            .withWires(wires, false)
            .withRelease(Optional.of(release))
            .withTags(tags)
            .withWork(work)
            .withConnection(Runs.PATIENT)
            .withThreads(threads, threads == 1 ? OptionalLong.empty() : OptionalLong.of(SEED));
    Environment silent =
        new Environment(
            new PrintStream(OutputStream.nullOutputStream()),
            Screen.PLAIN,
            clock,
            System::nanoTime,
            name -> null,
            () -> UUID.randomUUID().toString(),
            Path.of("target", "ledgers"));
    Target target =
        new Target(
            options.server().connection().to(simulator.uri()),
            Bundled.accounts(),
            true,
            DeclaredScope.EVERYTHING);
    KitRun run = new KitRun(options, silent, catalogue, Baseline.none());
    RunResult finding =
        run.run(
            Plan.of(options, catalogue, release),
            new TargetServer(target, () -> {}),
            ScenarioReport.NONE);
    finding.kitError().ifPresent(Trial::rethrow);
    return finding.verdicts();
  }

  private static void rethrow(Throwable error) {
    throw new IllegalStateException("the kit broke down: " + error.getMessage(), error);
  }
}
