package org.xapitck.simulator.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.rbac.Permission;
import org.xapitck.simulator.rbac.Role;

/** The paths of transfers, each with the role that it asks for and how it fails. */
enum Endpoint {
  IMPORT("PUT", "/import", "VM.import", "put_import", Role.VM_ADMIN) {
    @Override
    List<String> broken() {
      return List.of("IMPORT_ERROR_PREMATURE_EOF");
    }
  },
  IMPORT_RAW_VDI(
      "PUT", "/import_raw_vdi", "Importing raw VDI", "put_import_raw_vdi", Role.VM_ADMIN),
  EXPORT("GET", "/export", "VM.export", "get_export", Role.VM_ADMIN),
  EXPORT_RAW_VDI(
      "GET", "/export_raw_vdi", "Exporting raw VDI", "get_export_raw_vdi", Role.VM_ADMIN),
  RRD_UPDATES("GET", "/rrd_updates", "Get RRD updates.", "get_rrd_updates", Role.READ_ONLY);

  private final String verb;
  private final String path;
  private final String label;
  private final Permission permission;

  Endpoint(String verb, String path, String label, String action, Role minimum) {
    this.verb = verb;
    this.path = path;
    this.label = label;
    this.permission = Permission.of("http/" + action, minimum);
  }

  /** The one of a request; a path may go on behind a slash. */
  static Optional<Endpoint> of(String verb, String path) {
    return Arrays.stream(values())
        .filter(one -> one.verb.equals(verb))
        .filter(one -> path.equals(one.path) || path.startsWith(one.path + "/"))
        .findFirst();
  }

  /** The label of the task that is made where the request names none, and the realm of a 401. */
  String label() {
    return label;
  }

  Permission permission() {
    return permission;
  }

  /** The error of a task whose transfer broke. */
  List<String> broken() {
    return List.of("VDI_IO_ERROR", "Device I/O errors");
  }
}
