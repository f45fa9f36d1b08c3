package org.xapitck.kit.answer;

import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.WrongType;

/** Reads answers as types of the API, in the form of the wire that gave them. */
public final class AnswerReader {
  private final ApiClient api;

  public AnswerReader(ApiClient api) {
    this.api = api;
  }

  /**
   * The value of a successful answer as a type of the API; a {@link ConformanceFailure} where the
   * call failed or the type is another.
   */
  public Object typed(Exchange exchange, ApiType type) {
    if (exchange.answer() instanceof Answer.Success success) {
      return typed(success.value(), type, AnswerPart.of(exchange.method()));
    }
    throw Refusals.ofOther(exchange);
  }

  /** A value as a type of the API; a {@link ConformanceFailure} that names where it stood. */
  public Object typed(Value value, ApiType type, AnswerPart part) {
    try {
      return api.read(type, value);
    } catch (WrongType e) {
      throw part.failure(e.expected(), e.actual()).of(part.ofType()).because(e);
    }
  }
}
