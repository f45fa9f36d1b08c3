package org.xapitck.kit.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.Runs;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;

/** An account of another role than it was given for is a missing one, and blames no server. */
@Tag("slow")
class AccountRolesTest {
  private static final String ROLES = "@task.create.role or @task.set_other_config.role";

  @TempDir Path folder;

  @Test
  void anAccountOfALowerRoleIsMissingAndNeitherPassesNorBlames() throws IOException {
    Runs.Done done = run(List.of(), ROLES, allBut("vm-power-admin", "vm-operator"));
    assertThat(done.verdicts())
        .containsEntry("task.create.role xmlrpc", "not-testable")
        .containsEntry("task.set_other_config.role xmlrpc", "not-testable")
        .doesNotContainValue("fail");
    assertThat(done.message("task.create.role", "xmlrpc"))
        .isEqualTo("the account given for vm-power-admin has vm-operator's permissions");
  }

  @Test
  void anAccountOfAHigherRoleIsMissingAsWell() throws IOException {
    Runs.Done done = run(List.of(), ROLES, allBut("vm-operator", "vm-power-admin"));
    assertThat(done.message("task.create.role", "xmlrpc"))
        .isEqualTo("the account given for vm-operator has vm-power-admin's permissions");
    assertThat(done.verdicts()).doesNotContainValue("fail");
  }

  @Test
  void theStrongestAccountSpeaksOnlyWhereItIsOfItsRole() throws IOException {
    Runs.Done done =
        run(
            List.of(),
            "@task.set_other_config.effect or @task.add_to_other_config.effect",
            """
            pool-admin: {username: read-only, password: secret}
            pool-operator: {username: pool-operator, password: secret}
            """);
    assertThat(done.verdicts().values()).isNotEmpty().containsOnly("pass");
  }

  @Test
  void whereNoAccountIsOfItsRoleNothingIsBlamed() throws IOException {
    Runs.Done done =
        run(
            List.of(),
            "@task.set_other_config.effect",
            "pool-admin: {username: read-only, password: secret}\n");
    assertThat(done.verdicts())
        .containsEntry("task.set_other_config.effect xmlrpc", "not-testable");
    assertThat(done.message("task.set_other_config.effect", "xmlrpc"))
        .contains("the account given for pool-admin has read-only's permissions");
  }

  @Test
  void aServerThatNamesNoRoleIsAskedForItsPermissions() throws IOException {
    List<String> untold = List.of("exact-role-untold");
    Runs.Done done = run(untold, ROLES, allBut("pool-operator", "vm-admin"));
    assertThat(done.message("task.create.role", "xmlrpc"))
        .isEqualTo("the account given for pool-operator has a lower role's permissions");
    assertThat(done.verdicts()).doesNotContainValue("fail");
    assertThat(run(untold, ROLES, DefaultAccounts.yaml()).verdicts().values()).containsOnly("pass");
  }

  private static String allBut(String role, String username) {
    String right = role + ": {username: " + role + ",";
    assertThat(DefaultAccounts.yaml()).contains(right);
    return DefaultAccounts.yaml().replace(right, role + ": {username: " + username + ",");
  }

  private Runs.Done run(List<String> variants, String tags, String accounts) throws IOException {
    Path file = Files.writeString(folder.resolve("accounts.yaml"), accounts);
    SimulatorOptions options = SimulatorOptions.defaults().withSeeds(seeds(variants));
    try (Simulator simulator = Simulator.start(options)) {
      return Runs.run(
          Runs.options(folder.resolve("report"), simulator.uri(), file, tags, Wire.XMLRPC));
    }
  }

  private static Seeds seeds(List<String> variants) {
    try {
      return Seeds.of(List.of(), variants);
    } catch (Exception unknown) {
      throw new IllegalArgumentException(unknown);
    }
  }
}
