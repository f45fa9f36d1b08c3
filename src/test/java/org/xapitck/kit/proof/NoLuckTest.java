package org.xapitck.kit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.run.Trial;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.work.ServerWork;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;

/**
 * A server that is wrong only some of the time does not pass by luck: it is found in every run, and
 * by the one requirement that says so. Once, and ten times with {@code -Dproof=everything}.
 */
@Tag("slow")
class NoLuckTest {
  private static final int ROUNDS = Laboratory.runsEverything() ? 10 : 1;

  private final Laboratory laboratory = new Laboratory();

  @ParameterizedTest
  @CsvSource({
    "list-leaves-out-every-second-task, task.get_all.effect, task.get_all.",
    "records-leave-out-every-second-task, task.get_all_records.effect, task.get_all_records.",
    "twins-at-random, task.get_by_name_label.twins, task.get_by_name_label.",
    "map-drops-empty-values, text.other_config, text.",
    "map-set-drops-empty-values, text.other_config, text.",
  })
  void eachRunFindsIt(String defect, String requirement, String family) throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      for (Wire wire : Wire.values()) {
        assertThat(failures(List.of(defect), wire, family))
            .as("%s over %s, round %d of %d", defect, wire, round, ROUNDS)
            .containsExactly(requirement);
      }
    }
  }

  /** One wire a round, in turn: the wires differ in nothing here. */
  @ParameterizedTest
  @CsvSource({
    "adds-at-once-lose-one, clients.add_keys",
    "adds-at-once-swap-values, clients.add_keys",
    "adds-at-once-conflict, clients.add_keys",
    "adders-of-a-key-all-succeed, clients.one_key",
    "last-adder-of-a-key-wins, clients.one_key",
    "creates-at-once-share-a-task, clients.create",
    "creates-at-once-swap-labels, clients.create",
    "creates-at-once-conflict, clients.create",
    "creates-of-one-label-share-a-task, clients.create_alike",
    "creates-of-one-label-lose-one-by-label, clients.create_alike",
    "creates-of-one-label-lose-one-record, clients.create_alike",
    "progresses-at-once-mix, clients.set_progress",
    "progresses-at-once-are-lost, clients.set_progress",
    "progresses-at-once-conflict, clients.set_progress",
    "getters-at-once-swap-answers, clients.getters",
    "get-result-at-once-answers-both-alike, clients.getters",
    "get-record-at-once-answers-both-alike, clients.getters",
    "destroys-at-once-conflict, clients.destroy",
    "destroys-at-once-leave-the-task, clients.destroy",
    "destroys-at-once-bring-it-back, clients.destroy",
  })
  void eachRunFindsWhatOnlySeveralClientsMeet(String defect, String requirement) throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      Wire wire = Wire.values()[round % Wire.values().length];
      assertThat(failures(List.of(defect), wire, "clients."))
          .as("%s over %s, round %d of %d", defect, wire, round, ROUNDS)
          .containsExactly(requirement);
    }
  }

  /** So what fails above does not fail by itself. */
  @Test
  void aRightServerPasses() throws Exception {
    for (Wire wire : Wire.values()) {
      assertThat(failures(List.of(), wire, "task.get_")).isEmpty();
      assertThat(failures(List.of(), wire, "clients.")).isEmpty();
    }
  }

  private Set<String> failures(List<String> defects, Wire wire, String family) throws Exception {
    SimulatorOptions options = SimulatorOptions.defaults().withSeeds(Seeds.of(defects, List.of()));
    try (Simulator simulator = Simulator.start(options)) {
      return new Trial(
              laboratory.catalogue(),
              Release.PAGE,
              Set.of(wire),
              laboratory.tags(family),
              ServerWork.none())
          .of(simulator).all().stream()
              .filter(entry -> entry.verdict() == Verdict.FAIL)
              .map(RequirementVerdict::requirement)
              .map(requirement -> requirement.id())
              .collect(Collectors.toSet());
    }
  }
}
