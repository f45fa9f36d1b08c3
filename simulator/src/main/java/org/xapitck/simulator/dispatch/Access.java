package org.xapitck.simulator.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xapitck.simulator.rbac.Permission;
import org.xapitck.simulator.rbac.Role;

/**
 * The role that a message asks for.
 *
 * @param minimum the weakest role that may call it
 * @param keys values of one parameter, a map's key, that have a role of their own
 * @param keyMinimum the role for those keys
 * @param keyParameter which parameter is the key, counted from 0 without the session
 */
public record Access(Role minimum, Set<String> keys, Role keyMinimum, int keyParameter) {

  /** The same role whatever the parameters. */
  static Access role(Role minimum) {
    return new Access(minimum, Set.of(), minimum, 0);
  }

  /** Another role for some keys, where the key is the second parameter. */
  Access exceptKeys(Set<String> someKeys, Role theirMinimum) {
    return new Access(minimum, someKeys, theirMinimum, 1);
  }

  /** The permission that a call with these decoded parameters needs. */
  Permission needed(String message, List<Object> parameters) {
    Permission plain = Permission.of(message, minimum);
    if (keys.isEmpty()) {
      return plain;
    }
    String key = (String) parameters.get(keyParameter);
    return keys.contains(key) ? plain.forKey(key, keyMinimum) : plain;
  }

  /** All permissions that calls of the message may need. */
  List<Permission> all(String message) {
    Permission plain = Permission.of(message, minimum);
    List<Permission> permissions = new ArrayList<>(List.of(plain));
    keys.forEach(key -> permissions.add(plain.forKey(key, keyMinimum)));
    return permissions;
  }
}
