package org.xapitck.simulator.rbac;

import java.util.Optional;

/**
 * What a session may do.
 *
 * @param superuser root passes every check
 * @param role the role of anybody else
 */
public record Rights(boolean superuser, Optional<Role> role) {

  /** The rights of root. */
  public static final Rights ROOT = new Rights(true, Optional.empty());

  /** The rights of a role. */
  public static Rights of(Role role) {
    return new Rights(false, Optional.of(role));
  }
}
