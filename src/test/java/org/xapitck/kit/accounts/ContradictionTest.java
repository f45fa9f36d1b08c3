package org.xapitck.kit.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
  private static final Set<String> ROLES =
      new TreeSet<>(
          List.of(
              "task.add_to_other_config.role",
              "task.remove_from_other_config.role",
              "task.set_other_config.role"));

  @TempDir Path folder;

  @Test
  void aRefusedRoleFailsAtItsThreeMessagesAndNowhereElse() throws Exception {
    assertThat(failing(Wire.JSONRPC2)).isEqualTo(on(Wire.JSONRPC2));
  }

  @Test
  void theSameOnThreeWires() throws Exception {
    assertThat(failing(Wire.values())).isEqualTo(on(Wire.values()));
  }

  private static Set<String> on(Wire... wires) {
    return Stream.of(wires)
        .flatMap(wire -> ROLES.stream().map(id -> id + " " + wire.id()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> failing(Wire... wires) throws Exception {
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
    Seeds seeds = Seeds.of(List.of("map-refused-to-pool-operator"), List.of());
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withSeeds(seeds))) {
      Runs.Done done =
          Runs.run(Runs.options(folder.resolve("report"), simulator.uri(), accounts, "", wires));
      assertThat(done.exitCode()).isEqualTo(1);
      return done.verdicts().entrySet().stream()
          .filter(entry -> Set.of("fail", "warning", "kit-error").contains(entry.getValue()))
          .map(Map.Entry::getKey)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
