package org.xapitck.kit.client;

import java.util.List;
import java.util.Optional;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Value;

/** Reads the error code of an answer when its form does not matter. */
public final class ErrorCodes {
  private ErrorCodes() {}

  /** Whether an answer says that a reference is of no task. */
  public static boolean isUnknown(Answer answer) {
    return answer instanceof Answer.Failure failure && failure.code().equals("HANDLE_INVALID");
  }

  /** Whether an answer says that there is no such message. */
  public static boolean isUnknownMessage(Answer answer) {
    return answer instanceof Answer.Failure failure
        && failure.code().equals("MESSAGE_METHOD_UNKNOWN");
  }

  /** The value of a success, if it is one. */
  public static Optional<Value> value(Answer answer) {
    return answer instanceof Answer.Success success
        ? Optional.of(success.value())
        : Optional.empty();
  }

  /** The texts of an array, in order; none where there is no array. */
  public static List<String> texts(Optional<Value> value) {
    return value
        .filter(Value.Array.class::isInstance)
        .map(array -> ((Value.Array) array).elements())
        .orElse(List.of())
        .stream()
        .filter(Value.Text.class::isInstance)
        .map(text -> ((Value.Text) text).text())
        .toList();
  }
}
