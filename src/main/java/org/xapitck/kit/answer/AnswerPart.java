package org.xapitck.kit.answer;

import java.util.Optional;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.model.TaskClass;

/**
 * Where a value comes from: the answer of a message, or a field of a record in it.
 *
 * @param method the message on the wire
 * @param field of the record; empty for the answer itself
 */
public record AnswerPart(String method, Optional<String> field) {
  private static final String LOGIN = "session.login_with_password";

  /** The whole answer of a message. */
  public static AnswerPart of(String method) {
    return new AnswerPart(method, Optional.empty());
  }

  /** A field of a record that the message gave. */
  public static AnswerPart of(String method, String field) {
    return new AnswerPart(method, Optional.of(field));
  }

  /** A failure: this part has another value than the right one. */
  public ConformanceFailure failure(String expected, String actual) {
    return new ConformanceFailure(expected, actual, method)
        .seenIn(field.map(name -> ", field " + name).orElse(""));
  }

  /**
   * What the type of the value belongs to: the field in its record, or the result of the message; a
   * record among others belongs to the scenario that reads them.
   */
  Owner ofType() {
    if (field.isPresent()) {
      return method.equals(TaskClass.GET_RECORD)
          ? Owner.of(TaskClass.method(field.get()) + ".type")
          : Owner.SCENARIO;
    }
    return method.equals(LOGIN) ? Owner.of("session.login") : Owner.of(method + ".result");
  }

  /** What it belongs to that the field is there at all. */
  Owner ofPresence() {
    return field.isPresent() && method.equals(TaskClass.GET_RECORD)
        ? Owner.of(TaskClass.method(field.get()) + ".published")
        : Owner.SCENARIO;
  }
}
