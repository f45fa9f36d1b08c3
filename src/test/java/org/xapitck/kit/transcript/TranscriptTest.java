package org.xapitck.kit.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xapitck.kit.client.ScriptedServer;
import org.xapitck.kit.client.Talk;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.redaction.Secrets;

/** What a report shows of an exchange. */
class TranscriptTest {
  private static final int PLENTY = 10_000;

  private static Exchange exchange(Wire wire, String method, String value) throws Exception {
    try (ScriptedServer server = ScriptedServer.saying(Talk.success(wire, value))) {
      return Talk.call(wire, server, method, "OpaqueRef:session", "a\ud83d\ude00b");
    }
  }

  private static Secrets secrets() {
    Secrets secrets = new Secrets();
    secrets.add("OpaqueRef:session");
    return secrets;
  }

  @ParameterizedTest
  @EnumSource
  void itShowsRequestAndAnswerWithoutTheSession(Wire wire) throws Exception {
    String value = wire == Wire.XMLRPC ? "OpaqueRef:session" : "\"OpaqueRef:session\"";
    String text = Transcript.of(exchange(wire, "task.create", value), secrets(), PLENTY);
    assertThat(text)
        .startsWith("task.create over " + wire.title() + ", ")
        .contains("a\ud83d\ude00b", "--- answer: HTTP 200", "Content-Type: text/xml", "***")
        .doesNotContain("OpaqueRef:session");
  }

  @ParameterizedTest
  @EnumSource
  void aListShowsOnlyOwnReferences(Wire wire) throws Exception {
    String value =
        wire == Wire.XMLRPC
            ? "<array><data><value>theirs</value><value>mine</value></data></array>"
            : "[\"theirs\",\"mine\"]";
    for (String method : List.of("task.get_all", "task.get_by_name_label")) {
      String text = Transcript.of(exchange(wire, method, value), secrets(), "mine"::equals, PLENTY);
      assertThat(text)
          .contains("[\"mine\"]\n(1 entries of others left out")
          .doesNotContain("theirs");
    }
  }

  @ParameterizedTest
  @EnumSource
  void recordsOfOthersAreNotShown(Wire wire) throws Exception {
    String value =
        wire == Wire.XMLRPC
            ? "<struct><member><name>theirs</name><value>private</value></member>"
                + "<member><name>mine</name><value><double>0.5</double></value></member></struct>"
            : "{\"theirs\":\"private\",\"mine\":0.5}";
    String text =
        Transcript.of(
            exchange(wire, "task.get_all_records", value), secrets(), "mine"::equals, PLENTY);
    assertThat(text)
        .contains("{\"mine\":0.5}\n(1 entries of others left out")
        .doesNotContain("theirs", "private");
  }

  @ParameterizedTest
  @EnumSource
  void aListThatCannotBeTakenApartIsNotShown(Wire wire) throws Exception {
    String value = "x".repeat(300) + "private";
    String text =
        Transcript.of(exchange(wire, "task.get_all", value), secrets(), "mine"::equals, PLENTY);
    assertThat(text).contains("which may tell of others' tasks").doesNotContain("private");
  }

  @Test
  void aLongBodyIsCutBetweenCharacters() throws Exception {
    String value = '"' + "\ud83d\ude00".repeat(100) + '"';
    Exchange exchange = exchange(Wire.JSONRPC2, "task.get_result", value);
    for (int limit = 30; limit < 40; limit++) {
      String text = Transcript.of(exchange, secrets(), limit);
      assertThat(text).containsPattern("\n\\.\\.\\. \\d+ bytes more").doesNotContain("\ufffd");
    }
  }

  @Test
  void aSecretAtTheCutLeavesNoHalf() throws Exception {
    Exchange exchange = exchange(Wire.JSONRPC2, "task.get_result", "\"\"");
    for (int limit = 1; limit < 90; limit++) {
      assertThat(Transcript.of(exchange, secrets(), limit)).doesNotContain("Opaque");
    }
  }

  @Test
  void breachesAndReasonsStandBelow() {
    Exchange exchange = Talk.answer(Wire.JSONRPC2, "{\"result\":1,\"id\":\"x\"}");
    assertThat(Transcript.of(exchange, secrets(), PLENTY))
        .contains(
            "--- breaks wire.json2.id: expected the id of the request, the number 1, got a string"
                + " \"x\"")
        .contains("--- breaks wire.json2.version");
    Exchange broken = Talk.answer(Wire.JSONRPC2, "<html>");
    assertThat(Transcript.of(broken, secrets(), PLENTY)).contains("--- malformed: not JSON");
  }
}
