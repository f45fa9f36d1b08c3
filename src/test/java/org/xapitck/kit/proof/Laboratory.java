package org.xapitck.kit.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.FeatureFiles;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.run.Trial;
import org.xapitck.kit.verdict.Verdicts;
import org.xapitck.kit.work.ServerWork;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Defect;
import org.xapitck.simulator.fault.Defects;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.fault.Variant;

/**
 * Runs the kit against seeded simulators. A defect meets the whole suite on one wire where it
 * shows, and the scenarios of what it is about on the others; most members of a family meet these
 * alone. {@code -Dproof=everything} runs everything against everything.
 */
final class Laboratory {
  private static final boolean EVERYTHING = "everything".equals(System.getProperty("proof"));

  /** Tasks of the server's where they matter, watched far longer than any plan here lasts. */
  private static final ServerWork PLANS = ServerWork.usual();

  /** 1 s for work that never stops, since all of it is spent. */
  private static final ServerWork ENDLESS = new ServerWork(Optional.empty(), Duration.ofSeconds(1));

  private static final String NEVER_STOPS = "server-run-cancels-for-ever";

  /** A filtered run does not try it. */
  private static final String WHOLE_RUNS_ALONE = "session.wrong_password";

  /** A run over one wire cannot judge it. */
  private static final String OVER_WIRES = "task.same_over_wires";

  /** A run of less than two seconds cannot judge it. */
  private static final String OVER_TIME = "task.created.differs";

  private final Catalogue catalogue = Catalogue.packed();
  private final Set<String> serverRun;

  Laboratory() {
    Path feature = Path.of("..", "features", "task", "server_run.feature");
    try {
      serverRun = FeatureFiles.tags(Files.readString(feature));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Catalogue catalogue() {
    return catalogue;
  }

  static boolean runsEverything() {
    return EVERYTHING;
  }

  /** The wires where a defect shows. */
  static Set<Wire> wires(Defect defect) {
    Set<String> ids =
        defect.wires().stream().map(org.xapitck.simulator.rpc.Wire::id).collect(Collectors.toSet());
    return Stream.of(Wire.values())
        .filter(wire -> ids.contains(wire.toString()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Wire.class)));
  }

  /** The wire that is tried first; those of a family take turns. */
  static Wire primary(Defect defect) {
    List<Wire> wires = List.copyOf(wires(defect));
    return wires.get(placeInFamily(defect) % wires.size());
  }

  /**
   * Whether a defect meets the whole suite on its first wire: of a family, whose members differ in
   * a name only, one does on each wire.
   */
  static boolean meetsTheWholeSuite(Defect defect) {
    return EVERYTHING || placeInFamily(defect) < wires(defect).size();
  }

  /** From 0; that of a defect of its own is 0. */
  private static int placeInFamily(Defect defect) {
    return defect.family().isEmpty()
        ? 0
        : Defects.all().stream()
            .filter(one -> one.family().equals(defect.family()))
            .map(Defect::id)
            .toList()
            .indexOf(defect.id());
  }

  /** The wires that are tried: those of a family differ in a name only, so one each will do. */
  static Set<Wire> tried(Defect defect) {
    return EVERYTHING || defect.family().isEmpty()
        ? EnumSet.allOf(Wire.class)
        : EnumSet.of(primary(defect));
  }

  Evidence of(Defect defect) {
    if (defect.breaks().contains(OVER_WIRES)) {
      return together(defect);
    }
    return judge(
        new Seeds(List.of(defect), List.of()),
        Release.PAGE,
        work(defect),
        tried(defect),
        defect.breaks().contains(OVER_TIME) ? new HurriedClock() : stopped(),
        wire ->
            wire == primary(defect) && meetsTheWholeSuite(defect)
                    || defect.breaks().contains(WHOLE_RUNS_ALONE)
                ? ""
                : family(defect.breaks(), wire));
  }

  /** No run of whatever speed takes two seconds by it, so that each finds the same. */
  private static Clock stopped() {
    return Clock.fixed(Instant.now(), ZoneOffset.UTC);
  }

  /** All wires in one run, since only then one can look over another. */
  private Evidence together(Defect defect) {
    Evidence evidence = new Evidence();
    SimulatorOptions options =
        SimulatorOptions.defaults().withSeeds(new Seeds(List.of(defect), List.of()));
    try (Simulator simulator = Simulator.start(options)) {
      Verdicts verdicts =
          new Trial(catalogue, Release.PAGE, EnumSet.allOf(Wire.class), "", ServerWork.none())
              .of(simulator);
      EnumSet.allOf(Wire.class).forEach(wire -> evidence.add(wire, verdicts));
    } catch (IOException e) {
      throw new IllegalStateException("the simulator does not start: " + e.getMessage(), e);
    }
    return evidence;
  }

  private ServerWork work(Defect defect) {
    if (defect.id().equals(NEVER_STOPS)) {
      return ENDLESS;
    }
    return defect.breaks().stream().anyMatch(serverRun::contains) ? PLANS : ServerWork.none();
  }

  Evidence of(Variant variant) {
    Release release =
        variant
            .release()
            .map(seeded -> Release.of(seeded.label()).orElseThrow())
            .orElse(Release.PAGE);
    return judge(
        new Seeds(List.of(), List.of(variant)),
        release,
        PLANS,
        EnumSet.allOf(Wire.class),
        Clock.systemUTC(),
        wire -> wire == Wire.XMLRPC ? "" : family(List.of(variant.touches()), wire));
  }

  /** Which scenarios a wire runs; empty for all of them. */
  @FunctionalInterface
  private interface Choice {
    String tags(Wire wire);
  }

  private Evidence judge(
      Seeds seeds, Release release, ServerWork work, Set<Wire> wires, Clock clock, Choice choice) {
    Evidence evidence = new Evidence();
    SimulatorOptions options =
        SimulatorOptions.defaults().withSeeds(seeds).withPlans(ShortPlans.all());
    for (Wire wire : wires) {
      String tags = EVERYTHING ? "" : choice.tags(wire);
      try (Simulator simulator = Simulator.start(options)) {
        evidence.add(
            wire, new Trial(catalogue, release, Set.of(wire), tags, work, clock, 1).of(simulator));
      } catch (IOException e) {
        throw new IllegalStateException("the simulator does not start: " + e.getMessage(), e);
      }
    }
    return evidence;
  }

  /** The scenarios of the same message or field, or of the same group of rules. */
  private String family(List<String> ids, Wire wire) {
    List<String> groups = ids.stream().map(id -> group(id, wire)).distinct().toList();
    return tags(groups.toArray(String[]::new));
  }

  /** The scenarios of all requirements whose ids begin so. */
  String tags(String... beginnings) {
    return catalogue.requirements().stream()
        .map(Requirement::id)
        .filter(id -> Stream.of(beginnings).anyMatch(id::startsWith))
        .map(id -> "@" + id)
        .collect(Collectors.joining(" or "));
  }

  private static String group(String id, Wire wire) {
    if (id.startsWith("wire.")) {
      return "wire." + wire.toString().replace("jsonrpc", "json") + ".";
    }
    if (id.endsWith(".")) {
      return id;
    }
    String[] parts = id.split("\\.");
    if (parts.length == 2) {
      return parts[0].equals("task") ? id : parts[0] + ".";
    }
    return parts[0] + "." + parts[1] + ".";
  }
}
