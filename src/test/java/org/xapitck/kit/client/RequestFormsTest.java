package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.RequestForm;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.redaction.Secrets;
import org.xapitck.kit.transcript.CurlScript;
import org.xapitck.kit.transcript.Transcript;
import org.xapitck.kit.wire.WireClient;

/** A request in a form goes the way of every other, and is shown as it was sent. */
class RequestFormsTest {
  private static final String SESSION = "OpaqueRef:session";
  private static final Call LOOK = Call.judged("task.get_status", List.of(SESSION, "ref"));

  private static Exchange sent(Wire wire, ScriptedServer server, Call call, RequestForm form) {
    try (WireClient client = Talk.client(wire, server.url())) {
      return client.call(call.in(form));
    }
  }

  private static ScriptedServer saying(Wire wire) throws Exception {
    return ScriptedServer.saying(
        Talk.success(wire, wire == Wire.XMLRPC ? "pending" : "\"pending\""));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSentIsWhatTheFormSays(Wire wire) throws Exception {
    try (ScriptedServer server = saying(wire)) {
      Exchange exchange = sent(wire, server, LOOK, RequestForm.FURTHER_HEADERS);
      sent(wire, server, LOOK, RequestForm.CHARSET_PARAMETER);
      sent(wire, server, LOOK, RequestForm.EXPECT_CONTINUE);
      List<ScriptedServer.Request> requests = server.requests;
      assertThat(requests.get(0).body()).isEqualTo(exchange.request());
      assertThat(requests.get(0).head())
          .containsIgnoringCase("Cookie: colour=green")
          .containsIgnoringCase("User-Agent: Mozilla/5.0")
          .doesNotContainIgnoringCase("User-Agent: xapi-task-tck")
          .hasSizeLessThan(1024);
      assertThat(requests.get(1).head())
          .containsIgnoringCase("Content-Type: " + wire.notation().mediaType() + "; charset=utf-8");
      assertThat(requests.get(2).head()).containsIgnoringCase("Expect: 100-continue");
    }
  }

  /** A server that cannot read a form may say so in any words, and with any id. */
  @Test
  void howTheRefusalOfAFormIsWrittenIsNotJudged() throws Exception {
    String parseError =
        "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"Parse error\"},\"id\":null}";
    for (String body : List.of(parseError, "no JSON at all", "{}")) {
      try (ScriptedServer server = ScriptedServer.saying(body)) {
        Exchange exchange = sent(Wire.JSONRPC2, server, LOOK, RequestForm.REVERSED_MEMBERS);
        assertThat(exchange.violations()).isEmpty();
        assertThat(exchange.answer()).isNotInstanceOf(Answer.Success.class);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT_ID, \"abc\", true",
    "TEXT_ID, 7, false",
    "DIGIT_ID, \"1\", true",
    "DIGIT_ID, 1, false",
    "ZERO_ID, 0, true",
    "ZERO_ID, null, false",
    "NEGATIVE_ID, -5, true",
    "NEGATIVE_ID, 5, false",
    "NEGATIVE_ID, \"-5\", false"
  })
  void anAnswerWithAnotherIdIsNone(RequestForm form, String id, boolean echoed) throws Exception {
    String body = "{\"jsonrpc\":\"2.0\",\"result\":\"pending\",\"id\":" + id + "}";
    try (ScriptedServer server = ScriptedServer.saying(body)) {
      Answer answer = sent(Wire.JSONRPC2, server, LOOK, form).answer();
      assertThat(answer instanceof Answer.Success).as(answer.toString()).isEqualTo(echoed);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT_ID, \"abc\", true",
    "TEXT_ID, null, false",
    "DIGIT_ID, 1, false",
    "ZERO_ID, 0, true",
    "ZERO_ID, null, false"
  })
  void aRefusalWithAnotherIdBreaksTheRuleOfTheForm(RequestForm form, String id, boolean echoed)
      throws Exception {
    String body =
        "{\"result\":null,\"error\":[\"HANDLE_INVALID\",\"task\",\"r\"],\"id\":" + id + "}";
    try (ScriptedServer server = ScriptedServer.saying(body)) {
      Exchange exchange = sent(Wire.JSONRPC1, server, LOOK, form);
      assertThat(exchange.answer()).isInstanceOf(Answer.Failure.class);
      assertThat(exchange.violations())
          .extracting(Exchange.Violation::rule)
          .isEqualTo(echoed ? List.of() : List.of("wire.json1.request.ids"));
    }
  }

  @Test
  void aTaskOfSomebodyElseIsNotTouchedInAnyForm() {
    Bench bench = new Bench();
    GuardedClient client = new GuardedClient(bench.wire, bench.prober, bench.context);
    for (RequestForm form : RequestForm.values()) {
      Call call = Call.judged("task.set_result", List.of(SESSION, "F1", "a")).in(form);
      assertThatThrownBy(() -> client.send(call, client::exchange))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(bench.story).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"UTF_16", "ISO_8859_1", "FURTHER_HEADERS", "DECIMAL_REFERENCES"})
  void noSecretIsShownWhateverTheEncoding(RequestForm form) throws Exception {
    Secrets secrets = new Secrets();
    secrets.add(SESSION, "SESSION_root");
    Call call = Call.judged("task.set_result", List.of(SESSION, "ref", "D\u00e9j\u00e0"));
    try (ScriptedServer server = saying(Wire.XMLRPC)) {
      Exchange exchange = sent(Wire.XMLRPC, server, call, form);
      assertThat(Transcript.of(exchange, secrets, 10_000))
          .contains("***", "task.set_result")
          .doesNotContain(SESSION, "\0");
      Endpoint endpoint =
          new Endpoint(
              server.url(),
              Endpoint.Trust.standard(),
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              1);
      String line = CurlScript.of(List.of(exchange), endpoint, secrets).lines().get(0);
      assertThat(line).contains("\"$SESSION_ROOT\"").doesNotContain(SESSION, "\0");
    }
  }

  @Test
  void theLineForTheShellSendsTheSameBytesAndHeaders() throws Exception {
    try (ScriptedServer server = saying(Wire.XMLRPC)) {
      Endpoint endpoint =
          new Endpoint(
              server.url(),
              Endpoint.Trust.standard(),
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              1);
      for (RequestForm form :
          List.of(RequestForm.UTF_16, RequestForm.ISO_8859_1, RequestForm.FURTHER_HEADERS)) {
        Call call = Call.judged("task.set_result", List.of(SESSION, "ref", "D\u00e9j\u00e0"));
        Exchange exchange = sent(Wire.XMLRPC, server, call, form);
        String line = CurlScript.of(List.of(exchange), endpoint, new Secrets()).lines().get(0);
        int before = server.requests.size();
        Process curl =
            new ProcessBuilder("bash", "-c", line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(curl.waitFor()).as(line).isZero();
        ScriptedServer.Request again = server.requests.get(before);
        assertThat(again.body()).as(line).isEqualTo(exchange.request());
        exchange.sent().headers().forEach(header -> assertThat(again.head()).contains(header));
      }
    }
  }
}
