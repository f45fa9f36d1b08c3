package org.xapitck.simulator.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/**
 * The nine ways to write an answer of which some break a client, each held to xapi's way. Every
 * test reads raw answers of one conversation that has every type in it.
 */
class WireVariantsTest {
  private static TestServer server;
  private static List<HttpResponse<String>> xml;
  private static List<HttpResponse<String>> json;

  @BeforeAll
  static void converse() {
    server = TestServer.start();
    String ref = server.task("pool-admin");
    xml = conversation(Wire.XMLRPC, ref);
    json = conversation(Wire.JSONRPC2, ref);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<HttpResponse<String>> conversation(Wire wire, String ref) {
    String session = server.login("pool-admin");
    return List.of(
        post(wire, "task.set_progress", session, ref, 0.25),
        post(wire, "task.get_record", session, ref),
        post(wire, "event.from", session, List.of("*"), "", 0.0),
        post(wire, "pool.get_all_records", session),
        post(wire, "host.get_all_records", session),
        post(wire, "task.get_by_uuid", session, "none"),
        post(wire, "session.get_record", session, session),
        post(wire, "session.logout", session));
  }

  private static HttpResponse<String> post(Wire wire, String method, Object... parameters) {
    return server.post(wire.path(), wire.call(method, parameters));
  }

  @Test
  void everyAnswerIsAnEnvelopeThatStrictReadersTake() {
    assertThat(xml)
        .allSatisfy(
            answer ->
                assertThat(Wire.XMLRPC.outcome(answer.body().replaceAll("</?i4>", "")))
                    .isNotNull());
    assertThat(json)
        .allSatisfy(answer -> assertThat(Wire.JSONRPC2.outcome(answer.body())).isNotNull());
  }

  @Test
  void stringsAreBareOrXenOrchestraHangs() {
    assertThat(xml).noneMatch(answer -> answer.body().contains("<string>"));
    assertThat(xml.get(1).body()).contains("<name>name_label</name><value>label</value>");
  }

  @Test
  void noWhiteSpaceStandsBetweenElementsOrXenOrchestraFails() {
    Pattern space = Pattern.compile(">\\s+<");
    assertThat(xml).noneMatch(answer -> space.matcher(answer.body()).find());
  }

  @Test
  void theContentTypeHasNoCharsetOrXenOrchestraHangs() {
    assertThat(xml).allMatch(answer -> header(answer, "content-type").equals("text/xml"));
    assertThat(json).allMatch(answer -> header(answer, "content-type").equals("application/json"));
  }

  @Test
  void voidIsAnEmptyStringOrJavaFails() {
    assertThat(xml).noneMatch(answer -> answer.body().contains("nil"));
    assertThat(xml.get(0).body()).contains("<name>Value</name><value></value>");
    assertThat(json).noneMatch(answer -> answer.body().contains("null"));
    assertThat(json.get(0).body()).contains("\"result\":\"\"");
  }

  @Test
  void datesHaveNoDashesOrJavaFails() {
    Pattern dashed = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT");
    assertThat(xml).noneMatch(answer -> dashed.matcher(answer.body()).find());
    assertThat(json).noneMatch(answer -> dashed.matcher(answer.body()).find());
  }

  @Test
  void datesEndWithTheirZone() {
    assertThat(xml.get(1).body())
        .containsPattern("<dateTime.iso8601>\\d{8}T\\d\\d:\\d\\d:\\d\\dZ</dateTime.iso8601>")
        .doesNotContainPattern("T\\d\\d:\\d\\d:\\d\\d<");
    assertThat(json.get(1).body())
        .containsPattern("\"\\d{8}T\\d\\d:\\d\\d:\\d\\dZ\"")
        .doesNotContainPattern("T\\d\\d:\\d\\d:\\d\\d\"");
  }

  @Test
  void countsAreNumbersOrXenOrchestraReadsAllTasksAfterEveryEvent() {
    assertThat(xml.get(2).body())
        .containsPattern("<name>task</name><value><i4>\\d+</i4></value>")
        .doesNotContainPattern("<name>(task|pool|host|bond)</name><value>\\d");
    assertThat(json.get(2).body())
        .containsPattern("\"task\":\\d+,")
        .doesNotContainPattern("\"(task|pool|host|bond)\":\"\\d");
  }

  @Test
  void theLengthIsKnownAndTheConnectionStaysOpen() {
    for (List<HttpResponse<String>> answers : List.of(xml, json)) {
      assertThat(answers)
          .allMatch(
              answer ->
                  header(answer, "content-length")
                      .equals("" + answer.body().getBytes(StandardCharsets.UTF_8).length))
          .allMatch(answer -> header(answer, "connection").equals("keep-alive"))
          .allMatch(answer -> answer.headers().firstValue("transfer-encoding").isEmpty());
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
