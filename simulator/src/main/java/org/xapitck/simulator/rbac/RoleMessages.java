package org.xapitck.simulator.rbac;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.xapitck.simulator.record.ReadOnlyClass;
import org.xapitck.simulator.record.RecordBuilder;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.Value;

/**
 * The messages of class role. In xapi each permission is a role too; here only the six roles are.
 */
public final class RoleMessages {
  private final ReadOnlyClass objects;
  private final Function<String, Optional<Permission>> permissionNamed;
  private final Function<Rights, List<String>> permissionsOf;

  /**
   * The messages.
   *
   * @param permissionNamed finds a permission by its name
   * @param permissionsOf the names of all permissions that somebody has
   */
  public RoleMessages(
      Release release,
      Function<String, Optional<Permission>> permissionNamed,
      Function<Rights, List<String>> permissionsOf) {
    this.permissionNamed = permissionNamed;
    this.permissionsOf = permissionsOf;
    Map<String, Value.Struct> records = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      records.put(role.ref(), record(role, release));
    }
    this.objects = new ReadOnlyClass("role", () -> records);
  }

  private static Value.Struct record(Role role, Release release) {
    return new RecordBuilder(release)
        .text("uuid", role.uuid())
        .text("name_label", role.label())
        .text("name_description", role.description())
        .emptySets("subroles")
        .since(Release.XAPI_21_3)
        .no("is_internal")
        .build();
  }

  /** The messages that every class has. */
  public ReadOnlyClass objects() {
    return objects;
  }

  /** {@code get_by_permission_name_label}: the roles that hold it; none if nobody knows it. */
  public Value getByPermissionNameLabel(String permission) {
    return Value.texts(
        permissionNamed.apply(permission).flatMap(Permission::minimum).stream()
            .flatMap(minimum -> minimum.holders().stream())
            .map(Role::ref)
            .toList());
  }

  /** {@code get_permissions_name_label}. */
  public Value getPermissionsNameLabel(String ref) {
    objects.getRecord(ref);
    for (Role role : Role.values()) {
      if (role.ref().equals(ref)) {
        return Value.texts(permissionsOf.apply(Rights.of(role)));
      }
    }
    throw new IllegalStateException("a role with a record but without a value: " + ref);
  }
}
