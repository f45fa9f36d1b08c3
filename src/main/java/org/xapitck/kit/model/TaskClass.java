package org.xapitck.kit.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Class task for code that may not read the catalogue: the names that the kit itself calls, what a
 * message does to a task, and the life of a task. Signatures, samples, fields, types and enum
 * values are in the catalogue. A second class would need a value like this one.
 *
 * <p>A test holds it equal to the catalogue.
 */
public final class TaskClass {
  /** The name of the class, in front of each of its messages. */
  public static final String NAME = "task";

  private static final String PREFIX = NAME + ".";

  public static final String ADD_TO_OTHER_CONFIG = PREFIX + "add_to_other_config";
  public static final String CANCEL = PREFIX + "cancel";
  public static final String CREATE = PREFIX + "create";
  public static final String DESTROY = PREFIX + "destroy";
  public static final String GET_ALL = PREFIX + "get_all";
  public static final String GET_ALL_RECORDS = PREFIX + "get_all_records";
  public static final String GET_BY_NAME_LABEL = PREFIX + "get_by_name_label";
  public static final String GET_CREATED = PREFIX + "get_created";
  public static final String GET_RECORD = PREFIX + "get_record";
  public static final String GET_STATUS = PREFIX + "get_status";
  public static final String GET_SUBTASK_OF = PREFIX + "get_subtask_of";
  public static final String GET_SUBTASKS = PREFIX + "get_subtasks";
  public static final String REMOVE_FROM_OTHER_CONFIG = PREFIX + "remove_from_other_config";
  public static final String SET_OTHER_CONFIG = PREFIX + "set_other_config";
  public static final String SET_STATUS = PREFIX + "set_status";

  /** The status of a task that nobody has ended. */
  public static final String PENDING = "pending";

  /** The fields that carry the mark of a run, in the order in which they are looked at. */
  public static final List<String> MARKED = List.of("name_label", "name_description");

  private static final Pattern ABOUT_FIELD =
      Pattern.compile("(?:get|set|add_to|remove_from)_(?<field>.+)");

  private static final Set<String> LISTS = Set.of(GET_ALL, GET_ALL_RECORDS, GET_BY_NAME_LABEL);

  private static final Set<String> ENDS = Set.of(SET_STATUS, CANCEL);

  private static final Set<String> WRITES_MAP =
      Set.of(SET_OTHER_CONFIG, ADD_TO_OTHER_CONFIG, REMOVE_FROM_OTHER_CONFIG);

  private static final Set<String> FINAL = Set.of("success", "failure", "cancelled");

  private TaskClass() {}

  /** The name on the wire of a message of this class. */
  public static String method(String message) {
    return PREFIX + message;
  }

  /** Whether a name on the wire is of this class. */
  public static boolean has(String method) {
    return method.startsWith(PREFIX);
  }

  /**
   * What a message does to a task. One that the page does not have is taken by its verb: scenarios
   * try setters that must not be there, and a server that has one after all would obey.
   *
   * @param method the name on the wire
   * @return empty for another class, and for a name that tells nothing
   */
  public static Optional<Effect> effect(String method) {
    if (method.equals(CANCEL)) {
      return Optional.of(Effect.CHANGES);
    }
    return has(method) ? Effect.ofName(method) : Optional.empty();
  }

  /** Whether a message changes or destroys the task that its first own parameter names. */
  public static boolean alters(String method) {
    return effect(method)
        .filter(effect -> effect == Effect.CHANGES || effect == Effect.DESTROYS)
        .isPresent();
  }

  /** The field that a message gets or sets by its name, whether the class has it or not. */
  public static Optional<String> fieldOf(String message) {
    Matcher matcher = ABOUT_FIELD.matcher(message);
    return matcher.matches() ? Optional.of(matcher.group("field")) : Optional.empty();
  }

  /** Whether the answer lists tasks, others' among them. */
  public static boolean listsTasks(String method) {
    return LISTS.contains(method);
  }

  /** Whether a message may put a task into a final status. */
  public static boolean mayEnd(String method) {
    return ENDS.contains(method);
  }

  /** Whether a message calls off work of the server's, or removes the task of it. */
  public static boolean endsWork(String method) {
    return method.equals(CANCEL) || method.equals(DESTROY);
  }

  /** Whether a message writes other_config, which the kit empties before it lends a task again. */
  public static boolean writesMap(String method) {
    return WRITES_MAP.contains(method);
  }

  /** Whether a status is one that a task does not leave by itself. */
  public static boolean isFinal(String status) {
    return FINAL.contains(status);
  }
}
