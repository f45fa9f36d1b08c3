package org.xapitck.kit.wire;

import java.util.List;
import org.xapitck.kit.http.Reply;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.text.Limits;
import org.xapitck.kit.text.NotWellFormed;
import org.xapitck.kit.text.ValueText;

/** What both clients do with an answer after reading it twice. */
public final class Exchanges {
  private Exchanges() {}

  public static Exchange of(Wire wire, String method, SentCall sent, CheckedAnswer judgement) {
    Reply reply = sent.reply();
    return new Exchange(
        wire,
        method,
        sent.request(),
        reply.status(),
        reply.headers(),
        reply.body(),
        reply.took(),
        judgement.answer(),
        judgement.violations());
  }

  /**
   * The exchange of a request in a form. How its answer is written is judged of usual requests: a
   * server that cannot read a form may say so in any words.
   */
  public static Exchange inForm(Wire wire, String method, SentCall sent, CheckedAnswer judgement) {
    return of(wire, method, sent, new CheckedAnswer(judgement.answer(), List.of()));
  }

  /**
   * Whether what is left of an illegible answer could be taken for the next one. The answer to a
   * form that the server does not read came whole, so its connection is sound.
   */
  public static boolean spoilsTheNext(Call call, Reply reply) {
    return call.form().isEmpty() || reply.trouble().isPresent();
  }

  /** The judgement on an answer that the strict parser refused; other trouble comes first. */
  public static CheckedAnswer refused(
      Reply reply, NotWellFormed wrong, String notation, String rule) {
    if (reply.trouble().isPresent()) {
      return troubled(reply, rule);
    }
    if (reply.refusal().isPresent()) {
      // what is no answer of the API need not have its form: a server may refuse a call by HTTP
      return new CheckedAnswer(new Answer.Malformed(reply.refusal().get()), List.of());
    }
    String reason = wrong.getMessage() + "; " + reply.summary();
    return new CheckedAnswer(
        new Answer.Malformed(reason),
        List.of(violation(rule, "a well-formed answer in " + notation, reason)));
  }

  /**
   * The judgement on an answer that is right but for the HTTP around it: it came in part or not by
   * HTTP 200. Only an answer of the API breaks a rule by that: a server may refuse a call by HTTP
   * and say so in any words.
   */
  public static CheckedAnswer refused(Reply reply, CheckedAnswer body, String rule) {
    if (reply.trouble().isPresent()) {
      return troubled(reply, rule);
    }
    Answer answer = body.answer();
    boolean ofApi =
        answer instanceof Answer.Success
            || answer instanceof Answer.Failure failure && ErrorTexts.isCode(failure.code());
    String reason = reply.refusal().orElseThrow();
    return new CheckedAnswer(
        new Answer.Malformed(reason),
        ofApi ? List.of(violation(rule, "an answer by HTTP 200", reason)) : List.of());
  }

  private static CheckedAnswer troubled(Reply reply, String rule) {
    Reply.Trouble trouble = reply.trouble().orElseThrow();
    return new CheckedAnswer(
        new Answer.Malformed(trouble.reason(), trouble.certificate()),
        trouble.ofForm()
            ? List.of(violation(rule, "a whole answer", trouble.reason()))
            : List.of());
  }

  private static Exchange.Violation violation(String rule, String expected, String actual) {
    return new Exchange.Violation(rule, expected, Excerpt.line(actual, Limits.QUOTE));
  }

  /**
   * Compares what the library decoded, if it was asked, with what the strict parser read.
   *
   * @throws ClientFault where the two differ
   */
  public static void compare(Wire wire, String method, Value strict, SentCall sent) {
    if (sent.decoded().isEmpty()) {
      return;
    }
    Exception refused = sent.decoded().get().refused();
    if (refused != null) {
      throw new ClientFault(
          wire
              + " "
              + method
              + ": the client library refused a well-formed answer: "
              + refused.getMessage(),
          refused);
    }
    Value value;
    try {
      value = DecodedAnswer.value(sent.decoded().get().value());
    } catch (IllegalArgumentException unknown) {
      throw new ClientFault(
          wire + " " + method + ": the client library made " + unknown.getMessage(), unknown);
    }
    if (!DecodedAnswer.same(strict, value)) {
      throw new ClientFault(
          wire
              + " "
              + method
              + ": the client library decoded "
              + ValueText.of(value, wire)
              + " where the strict parser read "
              + ValueText.of(strict, wire),
          null);
    }
  }
}
