package org.xapitck.kit.run;

import java.util.ArrayList;
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
  CurlScript.Lines lines(RunningScenario scenario, boolean passed) {
    return passed && !whole
        ? CurlScript.Lines.none()
        : CurlScript.of(scenario.exchanges(), api.target().endpoint(), secrets);
  }

  /** The same lines as a script that logs in first. */
  String script(CurlScript.Lines script) {
    if (script.lines().isEmpty()) {
      return "";
    }
    List<String> all = new ArrayList<>();
    if (!script.needs().isEmpty()) {
      all.add("# " + needs(script));
    }
    List<String> logins = logins(script);
    if (!logins.isEmpty()) {
      all.add("");
      all.add("# " + toLogIn(script));
      all.addAll(logins);
    }
    all.addAll(script.lines());
    return secrets.mask(String.join("\n", all) + "\n");
  }

  /** Each exchange apart: what was sent, what came. */
  List<NotedCall> calls(RunningScenario scenario) {
    return scenario.exchanges().stream().limit(CALLS).map(this::call).toList();
  }

  private NotedCall call(Exchange exchange) {
    String type = exchange.wire().notation().mediaType();
    Transcript.Shown answer = Transcript.answer(exchange, secrets, api.ledger()::owns, BODY);
    return new NotedCall(
        exchange.method(),
        new NotedCall.Body(Transcript.request(exchange, secrets, BODY), type),
        new NotedCall.Body(answer.text().strip(), answer.asItCame() ? type : "text/plain"));
  }

  /** The text of a scenario; empty where it sent nothing. */
  String of(RunningScenario scenario, boolean passed, CurlScript.Lines script) {
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
                        brief ? "" : script.lines().get(i)))
            .collect(Collectors.joining("\n"));
    return preamble(script) + exchanges;
  }

  /** What cannot be understood is not understood better at length. */
  private int limit(Exchange exchange) {
    int longer = Math.max(exchange.request().length, exchange.response().length);
    boolean legible = !(exchange.answer() instanceof Answer.Malformed);
    boolean fits = longer > BODY && legible && room.addAndGet(-Math.min(longer, LONG_BODY)) > 0;
    return fits ? LONG_BODY : BODY;
  }

  /** How to get what the lines need. */
  private String preamble(CurlScript.Lines script) {
    if (script.needs().isEmpty()) {
      return "";
    }
    List<String> logins = logins(script);
    String login =
        logins.isEmpty() ? "" : toLogIn(script) + "\n" + String.join("\n", logins) + "\n\n";
    return needs(script) + "\n\n" + login;
  }

  private List<String> logins(CurlScript.Lines script) {
    return script.logins(api.wire(), api.target().endpoint());
  }

  private static String needs(CurlScript.Lines script) {
    return "The lines for bash need: " + String.join(", ", script.needs());
  }

  private static String toLogIn(CurlScript.Lines script) {
    return script.accounts().stream()
        .map(account -> "USER_" + account + " and PASSWORD_" + account)
        .collect(Collectors.joining(", ", "To log in, set ", ", then:"));
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
