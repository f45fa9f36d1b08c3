package org.xapitck.simulator.task;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.xapitck.simulator.rbac.Role;

/**
 * The keys of {@code other_config} with a role of their own: below xapi 25.8 it opens them to
 * weaker roles than other keys, from 25.8 on it closes them to the weakest.
 */
public final class ProtectedKeys {
  /** The role that may add and remove them. */
  public static final Role ROLE = Role.VM_OPERATOR;

  /** The keys, in the order in which refusals are reported; they match exactly. */
  public static final Set<String> KEYS =
      Collections.unmodifiableSet(
          new TreeSet<>(Set.of("applies_to", "XenCenterUUID", "XenCenterMeddlingActionTitle")));

  private ProtectedKeys() {}
}
