package org.xapitck.simulator.fault.defects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The names of class task that generated defects differ in. */
public final class Names {
  /** The 17 fields. */
  static final List<String> FIELDS =
      List.of(
          "uuid",
          "name_label",
          "name_description",
          "allowed_operations",
          "current_operations",
          "created",
          "finished",
          "status",
          "resident_on",
          "progress",
          "type",
          "result",
          "error_info",
          "other_config",
          "subtask_of",
          "subtasks",
          "backtrace");

  /** The nine fields that are one text: words, values of an enum, references. */
  public static final List<String> TEXTS =
      List.of(
          "uuid",
          "name_label",
          "name_description",
          "status",
          "resident_on",
          "type",
          "result",
          "subtask_of",
          "backtrace");

  /** The 12 fields that no message writes. */
  static final List<String> READ_ONLY =
      FIELDS.stream()
          .filter(
              f ->
                  !List.of("status", "progress", "result", "error_info", "other_config")
                      .contains(f))
          .toList();

  /** The three messages of the map. */
  static final List<String> OF_MAP =
      List.of("set_other_config", "add_to_other_config", "remove_from_other_config");

  /** The messages that change a task and answer nothing. */
  public static final List<String> CHANGING =
      join(
          List.of(
              "cancel", "destroy", "set_status", "set_progress", "set_result", "set_error_info"),
          OF_MAP);

  /** The getters of the fields. */
  static final List<String> GETTERS = FIELDS.stream().map(field -> "get_" + field).toList();

  /** The messages that are about one task, given by its reference. */
  static final List<String> OF_TASK = join(CHANGING, GETTERS, List.of("get_record"));

  /** All 32. */
  static final List<String> MESSAGES =
      join(
          List.of("create"),
          OF_TASK,
          List.of("get_all", "get_all_records", "get_by_uuid", "get_by_name_label"));

  private Names() {}

  @SafeVarargs
  @SuppressWarnings("varargs")
  static List<String> join(List<String>... lists) {
    List<String> all = new ArrayList<>();
    Arrays.stream(lists).forEach(all::addAll);
    return List.copyOf(all);
  }

  /** {@code task.<name>.<ending>} for each name and ending. */
  static List<String> ids(List<String> names, String... endings) {
    return names.stream()
        .flatMap(name -> Stream.of(endings).map(ending -> "task." + name + "." + ending))
        .toList();
  }

  /** {@code task.<name>.<ending>} for each ending. */
  static List<String> ids(String name, String... endings) {
    return ids(List.of(name), endings);
  }

  /** The name as an id of a defect has it. */
  public static String dashed(String name) {
    return name.replace('_', '-');
  }
}
