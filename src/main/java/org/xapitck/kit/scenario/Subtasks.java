package org.xapitck.kit.scenario;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.xapitck.kit.answer.AnswerPart;
import org.xapitck.kit.answer.FieldTypes;
import org.xapitck.kit.client.ErrorCodes;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;

/**
 * A task and its subtasks, compared from both sides. Subtasks come and go, and no server promises
 * one moment for all records, so only what disagrees twice counts.
 */
public final class Subtasks {
  private final ApiCaller caller;

  public Subtasks(ApiCaller caller) {
    this.caller = caller;
  }

  /**
   * One look.
   *
   * @param listed what the whole names as its parts
   * @param pointing tasks that name it as their whole
   * @param known all tasks
   */
  private record Look(Set<String> listed, Set<String> pointing, Set<String> known) {
    Set<String> unlisted() {
      return without(pointing, listed);
    }

    Set<String> strangers() {
      Set<String> alive = new TreeSet<>(listed);
      alive.retainAll(known);
      return without(alive, pointing);
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
      Set<String> left = new TreeSet<>(some);
      left.removeAll(others);
      return left;
    }
  }

  /** Whether the task has a part, by either end. */
  public boolean anyOf(String ref) {
    Look look = look(ref);
    return !look.listed().isEmpty() || !look.pointing().isEmpty();
  }

  /** Whether it lists a part, by its getter alone. */
  boolean areListed(String ref) {
    Exchange exchange = caller.call("get_subtasks", ref);
    return !ErrorCodes.isUnknown(exchange.answer()) && !listed(exchange).isEmpty();
  }

  /** Throws where a task names it as its whole and is not among its parts. */
  public boolean areAllListed(String ref) {
    Look first = lookAtLiving(ref);
    Exchange exchange = caller.call("get_subtasks", ref);
    Look second = lookAtLiving(ref);
    refuseNone(
        first.pointing(),
        new Reason.BlockedBy("task.subtask_of.meaning", Reason.Obstacle.NO_PART_POINTS));
    String actual = "names " + ref + " in subtask_of and is not listed";
    Set<String> missing = first.unlisted();
    missing.retainAll(second.unlisted());
    refuseAny(missing, "a task of the list", actual, "task.get_all_records");
    Set<String> throughout = new TreeSet<>(first.pointing());
    throughout.retainAll(second.pointing());
    throughout.removeAll(listed(exchange));
    return refuseAny(throughout, "a task of the list", actual, "task.get_subtasks");
  }

  /** Throws where one of its parts does not name it as its whole. */
  public boolean allPointBack(String ref) {
    Look first = lookAtLiving(ref);
    Set<String> elsewhere = new TreeSet<>();
    for (String part : first.listed()) {
      Exchange exchange = caller.call("get_subtask_of", part);
      if (!ErrorCodes.isUnknown(exchange.answer())
          && !ref.equals(caller.reader().typed(exchange, ApiType.STRING))) {
        elsewhere.add(part);
      }
    }
    Look second = lookAtLiving(ref);
    refuseNone(
        first.listed(),
        new Reason.BlockedBy("task.subtasks.meaning", Reason.Obstacle.NO_PART_LISTED));
    String expected = "a task with the subtask_of " + ref;
    Set<String> strangers = first.strangers();
    strangers.retainAll(second.strangers());
    refuseAny(strangers, expected, "is listed and has another", "task.get_all_records");
    elsewhere.retainAll(second.listed());
    return refuseAny(elsewhere, expected, "is listed and has another", "task.get_subtask_of");
  }

  private Set<String> listed(Exchange exchange) {
    Set<String> listed = new TreeSet<>();
    ((Collection<?>) caller.reader().typed(exchange, ApiType.STRING_SET))
        .forEach(ref -> listed.add((String) ref));
    return listed;
  }

  /** Parts keep the name of a whole that is gone, which is no fault. */
  private Look lookAtLiving(String ref) {
    Look look = look(ref);
    if (!look.known().contains(ref)) {
      throw new NotApplicable(Reason.Plain.WHOLE_REMOVED);
    }
    return look;
  }

  private static void refuseNone(Set<String> refs, Reason why) {
    if (refs.isEmpty()) {
      throw new NotApplicable(why);
    }
  }

  private static boolean refuseAny(
      Set<String> refs, String expected, String actual, String method) {
    if (!refs.isEmpty()) {
      throw new ConformanceFailure(expected, refs.iterator().next() + " " + actual, method);
    }
    return true;
  }

  private Look look(String whole) {
    Map<String, Map<String, Value>> records =
        FieldTypes.records(
            caller.reader().typed(caller.call("get_all_records"), ApiType.RECORD_MAP));
    Map<String, Value> own = new HashMap<>(records.getOrDefault(whole, Map.of()));
    Set<String> listed = new TreeSet<>();
    if (own.get("subtasks") != null) {
      Object subtasks =
          caller
              .reader()
              .typed(
                  own.get("subtasks"),
                  ApiType.STRING_SET,
                  AnswerPart.of(TaskClass.GET_ALL_RECORDS, "subtasks"));
      ((Collection<?>) subtasks).forEach(ref -> listed.add((String) ref));
    }
    Set<String> pointing = new TreeSet<>();
    records.forEach(
        (ref, record) -> {
          if (new Value.Text(whole).equals(record.get("subtask_of"))) {
            pointing.add(ref);
          }
        });
    return new Look(listed, pointing, records.keySet());
  }
}
