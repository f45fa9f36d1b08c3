package org.xapitck.kit.ledger;

import java.util.Optional;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;

/**
 * A task whose label or description is a mark of the kit's.
 *
 * @param ref its reference
 * @param mark the whole mark
 * @param run the run that the mark names
 * @param status as the server says; empty where it says none
 */
public record MarkedTask(String ref, String mark, String run, String status) {

  /** The task of this record, if it carries a mark. */
  public static Optional<MarkedTask> of(String ref, Value record) {
    String status = text(record, "status").orElse("");
    return TaskClass.MARKED.stream()
        .flatMap(field -> text(record, field).stream())
        .flatMap(
            text -> RunMark.runOf(text).map(run -> new MarkedTask(ref, text, run, status)).stream())
        .findFirst();
  }

  private static Optional<String> text(Value record, String field) {
    return record instanceof Value.Struct struct
            && struct.members().get(field) instanceof Value.Text text
        ? Optional.of(text.text())
        : Optional.empty();
  }
}
