package org.xapitck.kit.wire;

/** What the names of messages tell. */
final class Messages {
  private Messages() {}

  /** Whether a message only reads, so that it does no harm to send it twice. */
  static boolean isReading(String method) {
    return method.equals("system.listMethods")
        || method.startsWith("get_", method.lastIndexOf('.') + 1);
  }

  /** Whether the answer of a message of class task lists tasks, others' among them. */
  static boolean listsTasks(String method) {
    return switch (method) {
      case "task.get_all", "task.get_all_records", "task.get_by_name_label" -> true;
      default -> false;
    };
  }
}
