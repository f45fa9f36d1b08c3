package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.console.Screen;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.Runs;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;

/** Where the ledger lies of a user without a home, as in many containers. */
class LedgerPlaceTest {
  private static final String SAID = "neither XDG_STATE_HOME nor HOME is set";

  @TempDir Path folder;

  @Test
  void aUserWithoutAHomeIsToldOnceThatTheLedgerIsInTheTemporaryFolder() throws Exception {
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    Environment homeless =
        new Environment(
            new PrintStream(console, true, StandardCharsets.UTF_8),
            Screen.PLAIN,
            Clock.systemUTC(),
            System::nanoTime,
            name -> null,
            () -> UUID.randomUUID().toString(),
            folder.resolve("tmp"));
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      RunOptions options =
          Runs.options(
              folder.resolve("report"),
              simulator.uri(),
              accounts,
              "@task.create.result",
              Wire.values());
      assertThat(new Certification(options, homeless).certify()).isZero();
      assertThat(console.toString(StandardCharsets.UTF_8)).containsOnlyOnce(SAID);
      assertThat(folder.resolve("tmp/xapi-task-tck")).isEmptyDirectory();
      console.reset();
      assertThat(new Cleanup(options, homeless).finish()).isZero();
      assertThat(console.toString(StandardCharsets.UTF_8)).containsOnlyOnce(SAID);
    }
  }
}
