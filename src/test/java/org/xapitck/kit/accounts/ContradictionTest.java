package org.xapitck.kit.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.Runs;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;

/**
 * A server that refuses pool-operator the map: the requirement of the message passes, by another
 * account, and the refusal of a Given is judged all the same.
 */
@Tag("slow")
class ContradictionTest {
  private static final List<String> ROLES =
      List.of(
          "task.add_to_other_config.role",
          "task.remove_from_other_config.role",
          "task.set_other_config.role");

  @TempDir Path folder;

  @Test
  void aRefusedRoleFailsAtItsThreeMessagesOnEachWireAndNowhereElse() throws Exception {
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
    Seeds seeds = Seeds.of(List.of("map-refused-to-pool-operator"), List.of());
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withSeeds(seeds))) {
      Runs.Done done =
          Runs.run(
              Runs.options(folder.resolve("report"), simulator.uri(), accounts, "", Wire.values()));
      assertThat(done.exitCode()).isEqualTo(1);
      assertThat(
              done.verdicts().entrySet().stream()
                  .filter(
                      entry -> Set.of("fail", "warning", "kit-error").contains(entry.getValue()))
                  .map(Map.Entry::getKey))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(Wire.values())
                  .flatMap(wire -> ROLES.stream().map(id -> id + " " + wire.id()))
                  .toList());
    }
  }
}
