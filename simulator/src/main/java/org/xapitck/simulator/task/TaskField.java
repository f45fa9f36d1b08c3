package org.xapitck.simulator.task;

import static org.xapitck.simulator.release.Release.DUNDEE;
import static org.xapitck.simulator.release.Release.MIAMI;
import static org.xapitck.simulator.release.Release.ORLANDO;
import static org.xapitck.simulator.release.Release.RIO;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.xapitck.simulator.record.StoredText;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.Value;

/** The 17 public fields, in the order in which a record shows them. */
public enum TaskField {
  UUID("uuid", RIO, t -> Value.of(t.origin().uuid())),
  NAME_LABEL("name_label", RIO, t -> Value.of(t.origin().label())),
  NAME_DESCRIPTION("name_description", RIO, t -> Value.of(t.origin().description())),
  ALLOWED_OPERATIONS("allowed_operations", RIO, t -> operations(t.allowedOperations())),
  CURRENT_OPERATIONS("current_operations", RIO, t -> operations(t.currentOperations())),
  CREATED("created", RIO, t -> Value.of(t.origin().created())),
  FINISHED("finished", RIO, t -> Value.of(t.finished())),
  STATUS("status", RIO, t -> Value.of(t.status().label())),
  RESIDENT_ON("resident_on", RIO, t -> Value.of(t.origin().residentOn())),
  PROGRESS("progress", RIO, t -> new Value.Real(t.progress())),
  // xapi never writes this field after creation
  TYPE("type", RIO, t -> Value.of("<none/>")),
  RESULT("result", RIO, t -> Value.of(t.result())),
  ERROR_INFO("error_info", RIO, t -> Value.texts(t.errorInfo())),
  OTHER_CONFIG("other_config", MIAMI, t -> Value.texts(t.otherConfig())),
  SUBTASK_OF("subtask_of", ORLANDO, t -> Value.of(t.origin().subtaskOf())),
  SUBTASKS("subtasks", ORLANDO, t -> Value.texts(t.subtasks())),
  BACKTRACE("backtrace", DUNDEE, t -> Value.of(t.backtrace()));

  private final String label;
  private final Release since;
  private final Function<Task, Value> reader;

  TaskField(String label, Release since, Function<Task, Value> reader) {
    this.label = label;
    this.since = since;
    this.reader = reader;
  }

  /** The name on the wire. */
  public String label() {
    return label;
  }

  /** The first release that has it. */
  public Release since() {
    return since;
  }

  /** Its value. */
  public Value of(Task task) {
    return reader.apply(task);
  }

  /** The record of a task with the fields that a release has, for as long as the task is so. */
  static Value.Struct record(Task task, Release release) {
    List<Value.Member> members = new ArrayList<>(values().length);
    for (TaskField field : values()) {
      if (release.atLeast(field.since)) {
        members.add(new Value.Member(field.label, field.of(task)));
      }
    }
    return Value.Struct.encodedOnce(members);
  }

  /** The field of that name in xapi's database, where namespaces are joined by two underscores. */
  static Optional<TaskField> inDatabase(String name) {
    return Arrays.stream(values()).filter(field -> field.databaseName().equals(name)).findFirst();
  }

  private String databaseName() {
    return label.replaceFirst("^name_", "name__");
  }

  /** Its value as the text that xapi's database stores, by which filters compare. */
  String stored(Task task) {
    return StoredText.of(of(task));
  }

  private static Value operations(List<TaskOperation> operations) {
    return Value.texts(operations.stream().map(TaskOperation::label).toList());
  }

  private static Value operations(Map<String, TaskOperation> operations) {
    List<Value.Member> members = new ArrayList<>(operations.size());
    operations.forEach(
        (ref, operation) -> members.add(new Value.Member(ref, Value.of(operation.label()))));
    return new Value.Struct(List.copyOf(members));
  }
}
