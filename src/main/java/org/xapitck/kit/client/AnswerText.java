package org.xapitck.kit.client;

import java.util.Optional;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.text.Limits;
import org.xapitck.kit.text.Rendering;

/** Answers and values as people read them. */
public final class AnswerText {
  private AnswerText() {}

  /** An answer, shortened to 200 characters. */
  public static String of(Answer answer) {
    if (answer instanceof Answer.Success success) {
      return shortened("Success " + of(success.value()));
    }
    if (answer instanceof Answer.Failure failure) {
      return shortened("Failure " + failure.code() + " " + failure.parameters());
    }
    Answer.Malformed none = (Answer.Malformed) answer;
    // whole where it is the kit that speaks: people copy the fingerprint of the certificate
    return none.certificate() == Answer.Certificate.DISTRUSTED
        ? "no sound answer: " + none.reason()
        : shortened("no sound answer: " + none.reason());
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
    return shortened(Rendering.of(value));
  }

  /** A text shortened to 200 characters. */
  public static String shortened(String text) {
    return Excerpt.shortened(text, Limits.QUOTE);
  }
}
