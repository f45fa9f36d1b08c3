package org.xapitck.simulator.rbac;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xapitck.simulator.record.StableId;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.ApiFailure;

/**
 * One permission; the role of a session must have it.
 *
 * @param name its name on the wire, lower case: a message's, perhaps with {@code /key:...}
 * @param minimum the weakest role that has it; empty if no role has, so that only root passes
 */
public record Permission(String name, Optional<Role> minimum) {

  /** To change a task that is not one's own. */
  public static final Permission ANY_TASK = of("task.destroy/any", Role.POOL_OPERATOR);

  /** To call a message that does not exist: xapi takes it for an extension first. */
  public static final Permission EXTENSION = of("host.call_extension", Role.POOL_ADMIN);

  /** The permission that asks for a role. */
  public static Permission of(String name, Role minimum) {
    return new Permission(name.toLowerCase(Locale.ROOT), Optional.of(minimum));
  }

  /** A permission that no role has. */
  public static Permission ofNobody(String name) {
    return new Permission(name.toLowerCase(Locale.ROOT), Optional.empty());
  }

  /** The same for one key of a map. */
  public Permission forKey(String key, Role keyMinimum) {
    return of(name + "/key:" + key, keyMinimum);
  }

  /** Its uuid as a role, which every permission is in xapi; made from the name. */
  public String uuid() {
    return StableId.hashed(name);
  }

  /** Its reference as a role. */
  public String ref() {
    return "OpaqueRef:" + uuid();
  }

  /** Whether somebody with these rights has it. */
  public boolean heldBy(Rights rights) {
    return rights.superuser()
        || minimum.isPresent()
            && rights.role().isPresent()
            && rights.role().get().includes(minimum.get());
  }

  /**
   * Lets pass or refuses.
   *
   * @throws ApiFailure RBAC_PERMISSION_DENIED with the name and the roles that would do
   */
  public void require(Rights rights) {
    if (!heldBy(rights)) {
      throw denial();
    }
  }

  /** The refusal of somebody with these rights, if they do not hold it. */
  public Optional<Answer.Failure> refusal(Rights rights) {
    return heldBy(rights) ? Optional.empty() : Optional.of(denial().answer());
  }

  private ApiFailure denial() {
    String holders =
        minimum.map(Role::holders).orElse(List.of()).stream()
            .map(Role::label)
            .collect(Collectors.joining(", "));
    return ApiFailure.permissionDenied(
        name, "No permission in user session. (Roles with this permission: " + holders + ")");
  }
}
