package org.xapitck.kit.target;

import java.util.Optional;
import java.util.stream.Stream;
import org.xapitck.kit.wire.Value;

/** What the record of a task tells of who made it. */
final class MarkedTask {
  private MarkedTask() {}

  /** The run whose mark is the label or the description of this record. */
  static Optional<String> runOf(Value record) {
    return Stream.of("name_label", "name_description")
        .flatMap(field -> text(record, field).stream())
        .flatMap(text -> Mark.runOf(text).stream())
        .findFirst();
  }

  /** A member of a record that is a text. */
  static Optional<String> text(Value record, String field) {
    return record instanceof Value.Struct struct
            && struct.members().get(field) instanceof Value.Text text
        ? Optional.of(text.text())
        : Optional.empty();
  }
}
