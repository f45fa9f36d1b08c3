package org.xapitck.kit.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The six roles that the page names, weakest first; each may do what the ones before it may. */
public enum Role {
  READ_ONLY("read-only"),
  VM_OPERATOR("vm-operator"),
  VM_ADMIN("vm-admin"),
  VM_POWER_ADMIN("vm-power-admin"),
  POOL_OPERATOR("pool-operator"),
  POOL_ADMIN("pool-admin");

  private final String id;

  Role(String id) {
    this.id = id;
  }

  /** The word of the page, the accounts file and every report. */
  public String id() {
    return id;
  }

  /** The role with this id, if there is one. */
  public static Optional<Role> of(String id) {
    return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
  }

  /** The six words, for an error message. */
  public static String allowed() {
    return Arrays.stream(values()).map(Role::id).collect(Collectors.joining(", "));
  }

  /** Whether this role may do what the other may. */
  public boolean atLeast(Role other) {
    return compareTo(other) >= 0;
  }

  @Override
  public String toString() {
    return id;
  }
}
