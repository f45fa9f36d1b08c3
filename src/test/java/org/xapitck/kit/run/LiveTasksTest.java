package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.ExecutionOptions;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.support.Runs;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;

/** As few tasks as a user allows are enough for every list, and no more are made. */
class LiveTasksTest {
  private static final int FEW = 6;
  private static final String LISTS = "@task.get_all.effect or @task.get_all_records.effect";

  @TempDir Path folder;

  @Test
  void sixTasksShowThatAListIsWhole() throws Exception {
    assertThat(runAgainst(Seeds.NONE, LISTS).word()).isEqualTo("conformant");
  }

  @Test
  void sixTasksShowThatAListIsNot() throws Exception {
    Runs.Done done =
        runAgainst(Seeds.of(List.of("list-leaves-out-every-second-task"), List.of()), LISTS);
    assertThat(done.message("task.get_all.effect", "xmlrpc"))
        .contains("all 6 tasks of the scenario", "3 of them are left out");
  }

  /** Tasks stay for it, and once six of them do no scenario of set_status runs any more. */
  @Test
  void aStatusThatIsNotWrittenIsNotTheFaultOfDestroyWhereNoMoreTasksMayLive() throws Exception {
    Runs.Done done =
        runAgainst(
            Seeds.of(List.of("set-status-ignored"), List.of()),
            "@task.cancel or @task.destroy or @task.set_status.effect");
    assertThat(done.message("task.set_status.effect", "xmlrpc"))
        .contains("status \"success\"", "\"pending\"", "task.get_status after task.set_status");
    assertThat(done.verdicts().entrySet().stream().filter(one -> one.getValue().equals("fail")))
        .extracting(Map.Entry::getKey)
        .containsExactly("task.set_status.effect xmlrpc");
  }

  private Runs.Done runAgainst(Seeds seeds, String tags) throws Exception {
    Path accounts = folder.resolve("accounts.yaml");
    Files.writeString(accounts, "root: {username: root, password: secret}\n");
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withSeeds(seeds))) {
      RunOptions options =
          Runs.options(folder.resolve("report"), simulator.uri(), accounts, tags, Wire.XMLRPC);
      ExecutionOptions usual = options.execution();
      return Runs.run(
          options.withExecution(
              new ExecutionOptions(
                  usual.ledger(),
                  FEW,
                  usual.maxRate(),
                  1,
                  usual.seed(),
                  usual.baselines(),
                  usual.failOnWarning(),
                  usual.failFast(),
                  usual.showExchanges())));
    }
  }
}
