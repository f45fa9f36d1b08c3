package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.support.FakeWire;

/** Which role a session has, as its own permissions name it. */
class TrueRoleTest {
  private static final String PERMISSIONS = "session.get_rbac_permissions";

  @Test
  void theNameOfARoleAmongPermissionsIsTheRole() {
    assertThat(TrueRole.named(List.of("task.create", "vm-operator", "host.get_all")))
        .contains(Role.VM_OPERATOR);
    assertThat(TrueRole.named(List.of("task.create", "client-cert"))).isEmpty();
    assertThat(TrueRole.named(List.of())).isEmpty();
  }

  @Test
  void theStrongestOfAUsersOwnRoleAndThoseOfHisGroupsCounts() {
    assertThat(TrueRole.named(List.of("read-only", "pool-operator", "vm-admin")))
        .contains(Role.POOL_OPERATOR);
  }

  @Test
  void aLowerOrHigherRoleThanGivenIsADoubt() {
    assertThat(doubt("vm-operator", "task.create")).isEmpty();
    assertThat(doubt("read-only", "task.create"))
        .contains(new Reason.AccountOfAnotherRole(Role.VM_OPERATOR, Optional.of(Role.READ_ONLY)));
    assertThat(doubt("vm-admin", "task.create"))
        .contains(new Reason.AccountOfAnotherRole(Role.VM_OPERATOR, Optional.of(Role.VM_ADMIN)));
  }

  @Test
  void whereNoRoleIsNamedThePermissionsOfHigherRolesAreTheDoubt() {
    assertThat(doubt("task.create")).isEmpty();
    assertThat(doubt("task.create", "task.destroy/any"))
        .contains(
            new Reason.AccountOfAnotherRole(Role.VM_OPERATOR, Optional.of(Role.POOL_OPERATOR)));
  }

  /** Of the account given for vm-operator. */
  private Optional<Reason> doubt(String... permissions) {
    Bench fresh = new Bench();
    fresh.wire.on("session.get_is_local_superuser", FakeWire.refusal("X"));
    fresh.wire.on(PERMISSIONS, FakeWire.texts(permissions));
    return fresh.api.doubt(Role.VM_OPERATOR);
  }
}
