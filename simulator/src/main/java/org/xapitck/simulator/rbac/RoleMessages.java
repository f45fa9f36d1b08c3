package org.xapitck.simulator.rbac;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xapitck.simulator.record.ReadOnlyClass;
import org.xapitck.simulator.record.RecordBuilder;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.Value;

/**
 * The messages of class role. As in xapi each permission is a role too, one without subroles; the
 * subroles of a role are all its permissions, and no other role is among them.
 */
public final class RoleMessages {
  private static final String OF_A_PERMISSION = "A basic permission";

  private final ReadOnlyClass objects;
  private final Supplier<List<Permission>> permissions;
  private final Release release;

  /**
   * The messages.
   *
   * @param permissions all that messages of this server need; asked with each call
   */
  public RoleMessages(Release release, Supplier<List<Permission>> permissions) {
    this.release = release;
    this.permissions = permissions;
    List<String> fields =
        record(Role.READ_ONLY, List.of()).members().stream().map(Value.Member::name).toList();
    this.objects = new ReadOnlyClass("role", fields, this::records);
  }

  /** Permissions first, in xapi's order. */
  private Map<String, Value.Struct> records() {
    List<Permission> all = permissions.get();
    Map<String, Value.Struct> records = new LinkedHashMap<>();
    all.forEach(permission -> records.put(permission.ref(), record(permission)));
    for (Role role : Role.values()) {
      records.put(role.ref(), record(role, heldBy(role, all).map(Permission::ref).toList()));
    }
    return records;
  }

  private Value.Struct record(Role role, List<String> subroles) {
    return new RecordBuilder(release)
        .text("uuid", role.uuid())
        .text("name_label", role.label())
        .text("name_description", role.description())
        .put("subroles", Value.texts(subroles))
        .since(Release.XAPI_21_3)
        .no("is_internal")
        .build();
  }

  private Value.Struct record(Permission permission) {
    return new RecordBuilder(release)
        .text("uuid", permission.uuid())
        .text("name_label", permission.name())
        .text("name_description", OF_A_PERMISSION)
        .emptySets("subroles")
        .since(Release.XAPI_21_3)
        .yes("is_internal")
        .build();
  }

  private static Stream<Permission> heldBy(Role role, List<Permission> all) {
    Rights rights = Rights.of(role);
    return all.stream().filter(permission -> permission.heldBy(rights));
  }

  /** The messages that every class has. */
  public ReadOnlyClass objects() {
    return objects;
  }

  /** {@code get_by_permission_name_label}: the roles that hold it; none if nobody knows it. */
  public Value getByPermissionNameLabel(String name) {
    return Value.texts(
        permissions.get().stream()
            .filter(permission -> permission.name().equals(name))
            .flatMap(permission -> permission.minimum().stream())
            .flatMap(minimum -> minimum.holders().stream())
            .map(Role::ref)
            .toList());
  }

  /** {@code get_permissions_name_label}: of a permission its own name. */
  public Value getPermissionsNameLabel(String ref) {
    objects.getRecord(ref);
    List<Permission> all = permissions.get();
    Optional<Role> found = Stream.of(Role.values()).filter(r -> r.ref().equals(ref)).findFirst();
    Stream<Permission> some =
        found
            .map(role -> heldBy(role, all))
            .orElseGet(() -> all.stream().filter(permission -> permission.ref().equals(ref)));
    return Value.texts(some.map(Permission::name).toList());
  }
}
