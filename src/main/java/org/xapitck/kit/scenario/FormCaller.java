package org.xapitck.kit.scenario;

import java.util.List;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.explanation.Unavailable;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.RequestForm;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.text.Excerpt;

/** Makes calls with requests in a given form, and says whether the server read it. */
public final class FormCaller {
  /** A whole request of XML-RPC about a task, with a value of some length. */
  private static final int SHOWN = 600;

  private final Scenario scenario;

  /** A caller for one scenario. */
  public FormCaller(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * Calls a message of class task about one task. A call that gets no answer from a server that
   * answers others is made once more: setters and getters may be repeated, and a connection can
   * break by chance.
   *
   * @param parameters the reference of the task, and what is written where the message takes it
   * @throws ConformanceFailure where the server answers others, but twice not this one
   */
  public Exchange call(RequestForm form, String message, Object... parameters) {
    ApiClient api = scenario.api();
    List<Object> own = List.of(parameters);
    String session =
        Unavailable.orBlocked(() -> api.session(scenario.caller().speaker().account()));
    Call call =
        Call.inSession(session, TaskClass.method(message), own, Call.Purpose.JUDGED).in(form);
    Exchange exchange = sent(call, message, own);
    if (isLeftAlone(exchange)) {
      scenario.context().notes().add(exchange);
      exchange = sent(call, message, own);
    }
    if (isLeftAlone(exchange)) {
      scenario.context().notes().add(exchange);
      throw notRead(exchange);
    }
    return scenario.caller().noted(exchange);
  }

  private Exchange sent(Call call, String message, List<Object> own) {
    return scenario.caller().about(message, own, () -> scenario.api().call(call));
  }

  /** Whether the server answers, and just not this. */
  private boolean isLeftAlone(Exchange exchange) {
    return !exchange.answered() && !scenario.api().health().isSilentNow();
  }

  /**
   * Holds that a request in a form was answered by a success.
   *
   * @throws ConformanceFailure with the bytes of the request
   */
  public void mustBeRead(Exchange exchange) {
    if (!(exchange.answer() instanceof Answer.Success)) {
      throw notRead(exchange);
    }
  }

  /** Whatever code a server gives for what it misread, it speaks of the form. */
  private static ConformanceFailure notRead(Exchange exchange) {
    return new ConformanceFailure(
            "Success",
            AnswerText.of(exchange.answer()) + "; the request was " + shown(exchange.sent()),
            exchange.method())
        .of(Owner.REFUSED_SCENARIO);
  }

  private static String shown(Sent sent) {
    String head =
        sent.headers().isEmpty() ? sent.mediaType() : sent.mediaType() + ", " + sent.headers();
    return head + ", " + sent.charset().name() + ": " + Excerpt.line(sent.text(), SHOWN);
  }
}
