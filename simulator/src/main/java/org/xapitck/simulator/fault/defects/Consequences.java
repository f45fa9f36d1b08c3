package org.xapitck.simulator.fault.defects;

import static org.xapitck.simulator.fault.defects.Names.ids;

import java.util.List;

/**
 * What else cannot hold where a generated defect is: requirements that say the same of all messages
 * together, or that cannot be seen but through this one.
 */
final class Consequences {
  private Consequences() {}

  static List<String> ofCount(String name) {
    return name.equals("destroy") ? List.of("error.count") : List.of();
  }

  static List<String> ofSession(String name) {
    return switch (name) {
      case "destroy" -> List.of("session.invalid", "session.logged_out");
      case "get_all" -> List.of("session.logged_out", "session.named");
      case "get_status" -> List.of("session.empty");
      default -> List.of();
    };
  }

  static List<String> ofHandle(String name) {
    return switch (name) {
      case "destroy" -> List.of("error.handle", "task.destroy.again");
      case "get_record" -> List.of("error.handle", "error.destroyed", "task.destroy.effect");
      case "get_status" -> List.of("task.destroy.effect");
      case "set_status" -> List.of("error.destroyed");
      default -> List.of();
    };
  }

  static List<String> ofRole(String name) {
    return switch (name) {
      case "get_all", "get_record" -> List.of("task.visibility");
      case "set_other_config", "add_to_other_config", "remove_from_other_config" ->
          List.of("error.role");
      default -> List.of();
    };
  }

  static List<String> ofVoid(String name) {
    return name.equals("destroy")
        ? List.of("wire.xmlrpc.void", "wire.json1.void", "wire.json2.void")
        : List.of();
  }

  /** Records are compared with getters, and whatever a field means is read by its getter. */
  static List<String> ofGetter(String field) {
    return Names.join(
        List.of("task.get_record.effect", "task.get_record.fresh", "task.get_all_records.agrees"),
        ids(field, "initial", "default", "meaning"));
  }

  static List<String> ofNeighbour(String name) {
    return List.of();
  }
}
