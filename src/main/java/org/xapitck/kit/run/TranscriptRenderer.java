package org.xapitck.kit.run;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.execution.RunningScenario;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TimedExchange;
import org.xapitck.kit.redaction.Secrets;
import org.xapitck.kit.report.NotedCall;
import org.xapitck.kit.text.Printable;
import org.xapitck.kit.transcript.CurlScript;
import org.xapitck.kit.transcript.Transcript;

/**
 * The exchanges of a scenario as text: with the lines that repeat them where the scenario did not
 * pass.
 */
final class TranscriptRenderer {
  /** Bytes of each body that every scenario may show. */
  private static final int BODY = 16 * 1024;

  /** Bytes of a body where a scenario did not pass: some 250 records. */
  private static final int LONG_BODY = 256 * 1024;

  /** Bytes that long bodies may take on a wire: more makes a report that no browser opens. */
  private static final long ALL_LONG_BODIES = 8L * 1024 * 1024;

  /** Calls of a scenario that are shown one by one; the text of all of them has every one. */
  private static final int CALLS = 20;

  private final ApiClient api;
  private final Secrets secrets;
  private final boolean whole;
  private final AtomicLong room = new AtomicLong(ALL_LONG_BODIES);

  /**
   * The texts of one wire.
   *
   * @param whole whether a scenario that passed is shown like one that did not
   */
  TranscriptRenderer(ApiClient api, Secrets secrets, boolean whole) {
    this.api = api;
    this.secrets = secrets;
    this.whole = whole;
  }

  /** Lines for bash that repeat a scenario's calls; none where nobody wants that. */
  List<String> lines(RunningScenario scenario, boolean passed) {
    return passed && !whole
        ? List.of()
        : CurlScript.of(scenario.exchanges(), api.target().endpoint(), secrets);
  }

  /** The same lines as a script that logs in first. */
  String script(List<String> lines) {
    if (lines.isEmpty()) {
      return "";
    }
    // what is no line for bash becomes a comment
    String head = preamble(lines).strip().replaceAll("(?m)^(?!SESSION_)(?=.)", "# ");
    return secrets.mask((head + "\n" + String.join("\n", lines) + "\n").stripLeading());
  }

  /** Each exchange apart: what was sent, what came. */
  List<NotedCall> calls(RunningScenario scenario) {
    return scenario.exchanges().stream().limit(CALLS).map(this::call).toList();
  }

  private NotedCall call(Exchange exchange) {
    String type = exchange.wire().notation().mediaType();
    String answer = Transcript.answer(exchange, secrets, api.ledger()::owns, BODY);
    boolean whole = exchange.response().length <= BODY;
    return new NotedCall(
        exchange.method(),
        new NotedCall.Body(Transcript.request(exchange, secrets, BODY), type),
        new NotedCall.Body(answer.strip(), whole && isBody(answer) ? type : "text/plain"));
  }

  /** What stands for a body that is not shown is no body. */
  private static boolean isBody(String answer) {
    return !answer.endsWith(")\n");
  }

  /** The text of a scenario; empty where it sent nothing. */
  String of(RunningScenario scenario, boolean passed, List<String> lines) {
    List<TimedExchange> timed = scenario.timed();
    boolean brief = passed && !whole;
    String exchanges =
        IntStream.range(0, timed.size())
            .mapToObj(
                i ->
                    Transcript.of(
                        timed.get(i),
                        secrets,
                        api.ledger()::owns,
                        brief ? BODY : limit(timed.get(i).exchange()),
                        brief ? "" : lines.get(i)))
            .collect(Collectors.joining("\n"));
    return preamble(lines) + exchanges;
  }

  /** What cannot be understood is not understood better at length. */
  private int limit(Exchange exchange) {
    int longer = Math.max(exchange.request().length, exchange.response().length);
    boolean legible = !(exchange.answer() instanceof Answer.Malformed);
    boolean fits = longer > BODY && legible && room.addAndGet(-Math.min(longer, LONG_BODY)) > 0;
    return fits ? LONG_BODY : BODY;
  }

  /** How to get what the lines need. */
  private String preamble(List<String> lines) {
    List<String> variables = CurlScript.needs(lines);
    if (variables.isEmpty()) {
      return "";
    }
    String needs = "The lines for bash need: " + String.join(", ", variables) + "\n\n";
    List<String> logins = CurlScript.logins(variables, api.wire(), api.target().endpoint());
    if (logins.isEmpty()) {
      return needs;
    }
    String pairs =
        variables.stream()
            .filter(name -> name.startsWith("SESSION_"))
            .map(name -> name.substring("SESSION_".length()))
            .map(account -> "USER_" + account + " and PASSWORD_" + account)
            .collect(Collectors.joining(", "));
    return needs + "To log in, set " + pairs + ", then:\n" + String.join("\n", logins) + "\n\n";
  }

  /** For terminals. */
  String printable(String transcript) {
    return secrets.mask(Printable.escaped(transcript.replace("\r\n", "\n")));
  }

  /** The text without any secret. */
  String masked(String text) {
    return secrets.mask(text);
  }

  /** Whether the texts are printed. */
  boolean isShown() {
    return whole;
  }
}
