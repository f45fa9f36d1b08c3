package org.xapitck.simulator.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.fault.UnknownSeed;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.rpc.Codec;
import org.xapitck.simulator.rpc.MalformedRequest;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/**
 * The ways to write an answer of which some break a client, each held to xapi's way by one check of
 * raw answers that have every type in them. A server that slips is judged by the same check, which
 * must see it.
 */
class WireVariantsTest {
  private static final Set<Wire> JSON = EnumSet.of(Wire.JSONRPC1, Wire.JSONRPC2);
  private static final Pattern SPACE = Pattern.compile(">\\s+<");
  private static final Pattern DASHED = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT");
  private static final String XML_START =
      "<?xml version=\"1.0\"?><methodResponse><params><param><value><struct>"
          + "<member><name>Status</name><value>";
  private static final String XML_END =
      "</member></struct></value></param></params></methodResponse>";

  /** One way to slip, and the check that sees it. */
  enum Slip {
    AN_ENVELOPE_OF_ITS_OWN(statusLast(), WireVariantsTest::envelopes),
    STRINGS_IN_TAGS_ON_WHICH_XEN_ORCHESTRA_HANGS(
        variant("xml-string-tags"), WireVariantsTest::bareStrings),
    WHITE_SPACE_ON_WHICH_XEN_ORCHESTRA_FAILS(variant("xml-pretty"), WireVariantsTest::noWhiteSpace),
    A_CHARSET_ON_WHICH_XEN_ORCHESTRA_HANGS(
        contentTypes("; charset=utf-8"), WireVariantsTest::contentTypesAlone),
    NIL_FOR_VOID_ON_WHICH_JAVA_FAILS(variant("void-is-null"), WireVariantsTest::emptyVoid),
    DASHES_IN_DATES_ON_WHICH_JAVA_FAILS(variant("dates-with-dashes"), WireVariantsTest::noDashes),
    DATES_WITHOUT_THEIR_ZONE(variant("dates-without-zone"), WireVariantsTest::zones),
    COUNTS_AS_TEXT_AFTER_WHICH_XEN_ORCHESTRA_READS_ALL_TASKS(
        Intercept.values(org.xapitck.simulator.rpc.Wire.ALL, WireVariantsTest::textForCount),
        WireVariantsTest::countsAreNumbers),
    CHUNKS_FOR_A_LENGTH(variant("chunked"), WireVariantsTest::lengths),
    AN_END_TO_THE_CONNECTION(variant("connection-close"), WireVariantsTest::keptOpen);

    private final Alteration alteration;
    private final Consumer<Map<Wire, List<HttpResponse<String>>>> check;

    Slip(Alteration alteration, Consumer<Map<Wire, List<HttpResponse<String>>>> check) {
      this.alteration = alteration;
      this.check = check;
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSimulatorHasNo(Slip slip) {
    slip.check.accept(conversation(Alteration.NONE));
  }

  @ParameterizedTest
  @EnumSource
  void noServerPassesWith(Slip slip) {
    Map<Wire, List<HttpResponse<String>>> answers = conversation(slip.alteration);
    assertThatThrownBy(() -> slip.check.accept(answers)).isInstanceOf(AssertionError.class);
  }

  private static Alteration variant(String id) {
    try {
      return Seeds.of(List.of(), List.of(id)).alteration();
    } catch (UnknownSeed gone) {
      throw new AssertionError(gone);
    }
  }

  private static Alteration statusLast() {
    return Intercept.bodies(
        EnumSet.of(org.xapitck.simulator.rpc.Wire.XMLRPC),
        answer -> true,
        body ->
            body.replaceFirst(
                "(<member><name>Status.*?</member>)(.*)(</struct></value></param>)", "$2$1$3"));
  }

  private static Alteration contentTypes(String suffix) {
    return new Alteration() {
      @Override
      public Codec codec(Codec right) {
        return new Codec() {
          @Override
          public String contentType() {
            return right.contentType() + suffix;
          }

          @Override
          public Request read(byte[] body) throws MalformedRequest {
            return right.read(body);
          }
        };
      }
    };
  }

  private static Value textForCount(Value value) {
    return value instanceof Value.Int32 count ? Value.of(Integer.toString(count.number())) : value;
  }

  private static Map<Wire, List<HttpResponse<String>>> conversation(Alteration alteration) {
    Map<Wire, List<HttpResponse<String>>> answers = new EnumMap<>(Wire.class);
    try (TestServer server =
        TestServer.start(SimulatorOptions.defaults().withAlteration(alteration))) {
      String ref = server.task("pool-admin");
      for (Wire wire : Wire.values()) {
        answers.put(wire, conversation(server, wire, ref));
      }
    }
    return answers;
  }

  private static List<HttpResponse<String>> conversation(TestServer server, Wire wire, String ref) {
    String session = server.login("pool-admin");
    return Stream.of(
            wire.call("task.set_progress", session, ref, 0.25),
            wire.call("task.get_record", session, ref),
            wire.call("event.from", session, List.of("*"), "", 0.0),
            wire.call("pool.get_all_records", session),
            wire.call("host.get_all_records", session),
            wire.call("task.get_by_uuid", session, "none"),
            wire.call("session.get_record", session, session),
            wire.call("session.logout", session))
        .map(call -> server.post(wire.path(), call))
        .toList();
  }

  private static Stream<String> bodies(Map<Wire, List<HttpResponse<String>>> answers, Wire wire) {
    return answers.get(wire).stream().map(HttpResponse::body);
  }

  private static void envelopes(Map<Wire, List<HttpResponse<String>>> answers) {
    assertThat(bodies(answers, Wire.XMLRPC))
        .allMatch(body -> body.startsWith(XML_START) && body.endsWith(XML_END));
    for (Wire wire : JSON) {
      assertThat(bodies(answers, wire))
          .allSatisfy(body -> assertThat(wire.outcome(body)).isNotNull());
    }
  }

  private static void bareStrings(Map<Wire, List<HttpResponse<String>>> answers) {
    assertThat(bodies(answers, Wire.XMLRPC)).noneMatch(body -> body.contains("<string>"));
    assertThat(answers.get(Wire.XMLRPC).get(1).body())
        .contains("<name>name_label</name><value>label</value>");
  }

  private static void noWhiteSpace(Map<Wire, List<HttpResponse<String>>> answers) {
    assertThat(bodies(answers, Wire.XMLRPC)).noneMatch(body -> SPACE.matcher(body).find());
  }

  private static void contentTypesAlone(Map<Wire, List<HttpResponse<String>>> answers) {
    answers.forEach(
        (wire, all) ->
            assertThat(all)
                .extracting(answer -> header(answer, "content-type"))
                .containsOnly(wire == Wire.XMLRPC ? "text/xml" : "application/json"));
  }

  private static void emptyVoid(Map<Wire, List<HttpResponse<String>>> answers) {
    assertThat(bodies(answers, Wire.XMLRPC)).noneMatch(body -> body.contains("nil"));
    assertThat(answers.get(Wire.XMLRPC).get(0).body())
        .contains("<name>Value</name><value></value>");
    for (Wire wire : JSON) {
      assertThat(answers.get(wire).get(0).body()).contains("\"result\":\"\"");
    }
  }

  private static void noDashes(Map<Wire, List<HttpResponse<String>>> answers) {
    for (Wire wire : Wire.values()) {
      assertThat(bodies(answers, wire)).noneMatch(body -> DASHED.matcher(body).find());
    }
  }

  private static void zones(Map<Wire, List<HttpResponse<String>>> answers) {
    assertThat(answers.get(Wire.XMLRPC).get(1).body())
        .containsPattern("<dateTime.iso8601>\\d{8}T\\d\\d:\\d\\d:\\d\\dZ</dateTime.iso8601>")
        .doesNotContainPattern("T\\d\\d:\\d\\d:\\d\\d<");
    for (Wire wire : JSON) {
      assertThat(answers.get(wire).get(1).body())
          .containsPattern("\"\\d{8}T\\d\\d:\\d\\d:\\d\\dZ\"")
          .doesNotContainPattern("T\\d\\d:\\d\\d:\\d\\d\"");
    }
  }

  private static void countsAreNumbers(Map<Wire, List<HttpResponse<String>>> answers) {
    assertThat(answers.get(Wire.XMLRPC).get(2).body())
        .containsPattern("<name>task</name><value><i4>\\d+</i4></value>")
        .doesNotContainPattern("<name>(task|pool|host|bond)</name><value>\\d");
    for (Wire wire : JSON) {
      assertThat(answers.get(wire).get(2).body())
          .containsPattern("\"task\":\\d+,")
          .doesNotContainPattern("\"(task|pool|host|bond)\":\"\\d");
    }
  }

  private static void lengths(Map<Wire, List<HttpResponse<String>>> answers) {
    assertThat(answers.values().stream().flatMap(List::stream))
        .allMatch(
            answer ->
                header(answer, "content-length")
                    .equals("" + answer.body().getBytes(StandardCharsets.UTF_8).length))
        .allMatch(answer -> answer.headers().firstValue("transfer-encoding").isEmpty());
  }

  private static void keptOpen(Map<Wire, List<HttpResponse<String>>> answers) {
    assertThat(answers.values().stream().flatMap(List::stream))
        .allMatch(answer -> header(answer, "connection").equals("keep-alive"));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
