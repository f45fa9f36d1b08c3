package org.xapitck.kit.model;

/** What the names of messages tell. */
public final class MessageNames {
  private MessageNames() {}

  /** Whether a message only reads, so that it does no harm to send it twice. */
  public static boolean isReading(String method) {
    return method.equals("system.listMethods")
        || method.startsWith("get_", method.lastIndexOf('.') + 1);
  }

  /** Whether the answer of a message of class task lists tasks, others' among them. */
  public static boolean listsTasks(String method) {
    return switch (method) {
      case "task.get_all", "task.get_all_records", "task.get_by_name_label" -> true;
      default -> false;
    };
  }
}
