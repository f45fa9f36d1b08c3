package org.xapitck.kit.answer;

import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ErrorCodes;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;

/** Decides what it means if a call is refused that should succeed. */
public final class Refusals {
  /** The code of a refusal for want of a permission. */
  public static final String DENIED = "RBAC_PERMISSION_DENIED";

  private static final String PUBLISHED = ".published";
  private static final String PARAMETERS = ".parameters";
  private static final String COUNT = "MESSAGE_PARAMETER_COUNT_MISMATCH";

  private Refusals() {}

  /** Of the call that a scenario is about. */
  public static ConformanceFailure ofJudged(String expected, Exchange exchange) {
    return failure(expected, exchange, Owner.REFUSED_SCENARIO);
  }

  /** Of a call on the way. */
  public static ConformanceFailure ofOther(Exchange exchange) {
    return failure("Success", exchange, AnswerPart.of(exchange.method()).ofType());
  }

  /** Of a call that may be refused, but for another reason. */
  public static ConformanceFailure of(Owner otherwise, String expected, Exchange exchange) {
    return failure(expected, exchange, otherwise);
  }

  /** Of a call in a session that does not count: whoever that makes the caller, he has no role. */
  public static ConformanceFailure ofNobody(Owner otherwise, String expected, Exchange exchange) {
    return isDenied(exchange.answer())
        ? seen(expected, exchange).of(otherwise)
        : failure(expected, exchange, otherwise);
  }

  /** Whether a call was refused for want of a permission. */
  public static boolean isDenied(Answer answer) {
    return has(answer, DENIED);
  }

  /**
   * Whether a refusal belongs to this because the message is not there, or takes other parameters.
   */
  public static boolean isOfTheMessage(String id) {
    return id.endsWith(PUBLISHED) || id.endsWith(PARAMETERS);
  }

  private static ConformanceFailure failure(String expected, Exchange exchange, Owner otherwise) {
    String method = exchange.method();
    Owner owner = otherwise;
    if (ErrorCodes.isUnknownMessage(exchange.answer())) {
      owner = Owner.of(method + PUBLISHED);
    } else if (has(exchange.answer(), COUNT)) {
      owner = Owner.of(method + PARAMETERS);
    } else if (has(exchange.answer(), DENIED)) {
      owner = Owner.of(method + ".role");
    }
    return seen(expected, exchange).of(owner);
  }

  private static ConformanceFailure seen(String expected, Exchange exchange) {
    return new ConformanceFailure(expected, AnswerText.of(exchange.answer()), exchange.method());
  }

  private static boolean has(Answer answer, String code) {
    return answer instanceof Answer.Failure failure && failure.code().equals(code);
  }
}
