package org.xapitck.kit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.run.Trial;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.work.ServerWork;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Defect;
import org.xapitck.simulator.fault.Defects;
import org.xapitck.simulator.fault.Seeds;

/** Where many scenarios go on at once, a fault of one must not be taken for a fault of another. */
@Tag("slow")
class ManyAtOnceTest {
  private static final int MOST_THREADS = 8;
  private static final Set<Verdict> RED = EnumSet.of(Verdict.FAIL, Verdict.WARNING);

  private final Catalogue catalogue = Catalogue.packed();

  @ParameterizedTest
  @ValueSource(strings = {"create-gives-one-ref-twice", "sessions-unchecked"})
  void nothingIsAccusedThatIsNotBroken(String id) throws Exception {
    Defect defect =
        Defects.all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    SimulatorOptions seeded =
        SimulatorOptions.defaults().withSeeds(Seeds.of(List.of(id), List.of()));
    try (Simulator simulator = Simulator.start(seeded)) {
      Trial trial =
          new Trial(
              catalogue,
              Release.PAGE,
              EnumSet.of(Wire.XMLRPC),
              "",
              ServerWork.none(),
              Clock.systemUTC(),
              MOST_THREADS);
      List<RequirementVerdict> red =
          trial.of(simulator).all().stream().filter(one -> RED.contains(one.verdict())).toList();
      assertThat(red)
          .isNotEmpty()
          .allSatisfy(
              one ->
                  assertThat(defect.breaks()).as(one.message()).contains(one.requirement().id()));
    }
  }
}
