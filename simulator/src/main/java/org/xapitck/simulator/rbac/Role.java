package org.xapitck.simulator.rbac;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.record.StableId;

/** The six roles, weakest first; each may do what the weaker ones may. */
public enum Role {
  /** May read everything, and work on its own tasks. */
  READ_ONLY("read-only", "The Read-Only role can log in with basic read-only access"),
  /** May also start and stop machines. */
  VM_OPERATOR("vm-operator", "The VM Operator role can use VMs and interact with VM consoles"),
  /** May also make and remove machines. */
  VM_ADMIN("vm-admin", "The VM Administrator role can manage VMs and templates"),
  /** May also do what needs trust in a machine's owner. */
  VM_POWER_ADMIN(
      "vm-power-admin",
      "The VM Power Administrator role has full access to VM and template "
          + "management and can choose where to start VMs and use the dynamic memory "
          + "control and VM snapshot features"),
  /** May also manage the pool, and other people's tasks. */
  POOL_OPERATOR(
      "pool-operator",
      "The Pool Operator role manages host- and pool-wide resources, including "
          + "setting up storage, creating resource pools and managing patches, high "
          + "availability (HA) and workload balancing (WLB)"),
  /** May do everything. */
  POOL_ADMIN(
      "pool-admin",
      "The Pool Administrator role has full access to all features and "
          + "settings, including accessing Dom0 and managing subjects, roles and "
          + "external authentication");

  /** The order in which xapi 24.16 lists roles in a refusal; it follows a table of its build. */
  private static final List<Role> ORDER_IN_TEXTS =
      List.of(VM_POWER_ADMIN, VM_ADMIN, VM_OPERATOR, READ_ONLY, POOL_ADMIN, POOL_OPERATOR);

  private final String label;
  private final String description;

  Role(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /** The role of that name. */
  public static Optional<Role> named(String label) {
    return Arrays.stream(values()).filter(role -> role.label.equals(label)).findFirst();
  }

  /** The name on the wire and in accounts files. */
  public String label() {
    return label;
  }

  /** One sentence about it, the one that xapi shows. */
  public String description() {
    return description;
  }

  /** Whether it may do what asks for that role. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** The roles that include this one, in the order of xapi's error texts. */
  public List<Role> holders() {
    return ORDER_IN_TEXTS.stream().filter(role -> role.includes(this)).toList();
  }

  /** Its uuid: the same on every server, as in xapi, where all but one are made from the name. */
  public String uuid() {
    return this == POOL_ADMIN ? "0165f154-ba3e-034e-6b27-5d271af109ba" : StableId.hashed(label);
  }

  /** Its reference, which holds its uuid, as in xapi. */
  public String ref() {
    return "OpaqueRef:" + uuid();
  }
}
