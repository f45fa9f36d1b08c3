package org.xapitck.kit.client;

import java.util.Optional;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;

/** Answers and values as people read them. */
public final class AnswerText {
  /** Long enough for every error of the API, short enough for a line of a report. */
  private static final int LENGTH = 200;

  private AnswerText() {}

  /** An answer, shortened to 200 characters. */
  public static String of(Answer answer) {
    if (answer instanceof Answer.Success success) {
      return shortened("Success " + of(success.value()));
    }
    if (answer instanceof Answer.Failure failure) {
      return shortened("Failure " + failure.code() + " " + failure.parameters());
    }
    return shortened("no sound answer: " + ((Answer.Malformed) answer).reason());
  }

  /** The reference that an answer gives, where it is a success with a text that is not empty. */
  public static Optional<String> reference(Exchange exchange) {
    return exchange.answer() instanceof Answer.Success success
            && success.value() instanceof Value.Text text
            && !text.text().isEmpty()
        ? Optional.of(text.text())
        : Optional.empty();
  }

  /** A value, shortened to 200 characters. */
  public static String of(Value value) {
    return shortened(whole(value));
  }

  private static String whole(Value value) {
    if (value instanceof Value.Text text) {
      return '"' + text.text() + '"';
    }
    if (value instanceof Value.Number number) {
      return number.number().toString();
    }
    if (value instanceof Value.Bool bool) {
      return String.valueOf(bool.truth());
    }
    if (value instanceof Value.Time time) {
      return time.text();
    }
    if (value instanceof Value.Array array) {
      return array.elements().stream().map(AnswerText::whole).toList().toString();
    }
    if (value instanceof Value.Struct struct) {
      return struct.members().entrySet().stream()
          .map(member -> member.getKey() + ": " + whole(member.getValue()))
          .toList()
          .toString();
    }
    return "nil";
  }

  /** A text cut to 200 characters, with a sign that it was. */
  public static String shortened(String text) {
    return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + " ...";
  }
}
