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
      case "get_uuid" -> List.of("task.get_by_uuid.role");
      default -> List.of();
    };
  }

  static List<String> ofVoid(String name) {
    return name.equals("destroy") ? List.of("wire.*.void") : List.of();
  }

  /** Records are compared with getters, and whatever a field means is read by its getter. */
  static List<String> ofGetter(String field) {
    if (field.equals("allowed_operations")) {
      return List.of("task.allowed_operations.default", "task_allowed_operations.closed");
    }
    return Names.join(
        List.of("task.get_record.effect", "task.get_record.fresh", "task.get_all_records.agrees"),
        readBy(field));
  }

  private static List<String> readBy(String field) {
    return switch (field) {
      case "backtrace" -> ids(field, "default");
      case "subtask_of" -> ids(field, "default");
      case "subtasks" -> ids(field, "initial");
      case "finished" -> ids(field, "meaning");
      case "resident_on" -> ids(field, "initial", "meaning");
      case "type" -> List.of();
      case "created" -> List.of("task.created.*", "wire.*.datetime");
      case "current_operations" ->
          List.of("task.current_operations.*", "task_allowed_operations.*");
      case "uuid" -> List.of("task.uuid.*", "task.create.unique", "task.get_by_uuid.*");
      case "name_label" -> texts(field, "wire.*.string");
      case "name_description" -> texts(field);
      case "progress" ->
          List.of("task.progress.*", "task.set_progress.*", "task.set_*.isolation", "wire.*.float");
      case "result" ->
          List.of("task.result.*", "task.set_result.*", "task.set_*.isolation", "text.result*");
      case "error_info" ->
          List.of(
              "task.error_info.*",
              "task.set_error_info.*",
              "task.set_*.isolation",
              "text.error_info*",
              "wire.*.set");
      case "other_config" ->
          List.of(
              "task.*other_config.*",
              "error.duplicate_key",
              "task.set_*.isolation",
              "text.other_config*",
              "wire.*.map");
      default ->
          List.of(
              "task.status.*",
              "task.set_status.*",
              "task_status_type.*",
              "task.cancel.*",
              "task.*other_config.isolation",
              "task.progress.meaning",
              "wire.*.string");
    };
  }

  private static List<String> texts(String field, String... more) {
    return Names.join(
        List.of(
            "task." + field + ".*",
            "task.create.effect",
            "task.*other_config.isolation",
            "text." + field + "*"),
        List.of(more));
  }
}
