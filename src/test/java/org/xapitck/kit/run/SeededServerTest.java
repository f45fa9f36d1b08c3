package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Runs;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;

/** A server that is wrong on purpose must not be certified by accident. */
class SeededServerTest {
  @TempDir Path folder;

  @Test
  void theReportSaysThatTheServerIsWrongOnPurpose() throws Exception {
    Runs.Done done = runAgainst(Seeds.of(List.of("label-look-up-ignores-case"), List.of()));
    assertThat(done.exitCode()).isZero();
    assertThat(done.console())
        .contains("wrong on purpose", "seeded with:", "label-look-up-ignores-case");
  }

  @Test
  void theReportOfARightServerDoesNot() throws Exception {
    assertThat(runAgainst(Seeds.NONE).console()).doesNotContain("wrong on purpose");
  }

  private Runs.Done runAgainst(Seeds seeds) throws Exception {
    Path accounts = folder.resolve("accounts.yaml");
    Files.writeString(accounts, "root: {username: root, password: secret}\n");
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withSeeds(seeds))) {
      return Runs.run(
          Runs.options(
              folder.resolve("report"),
              simulator.uri(),
              accounts,
              "@task.get_all.result",
              Wire.XMLRPC));
    }
  }
}
