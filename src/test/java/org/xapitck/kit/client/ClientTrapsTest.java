package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.http.Reply;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.model.WrongType;
import org.xapitck.kit.text.Bodies;
import org.xapitck.kit.text.ValueText;
import org.xapitck.kit.wire.ClientFault;
import org.xapitck.kit.wire.Exchanges;
import org.xapitck.kit.wire.SentCall;
import org.xapitck.kit.wire.TypedReading;
import org.xapitck.kit.wire.WireClient;

/**
 * The traps measured in the two client libraries; each would make a verdict false. While no other
 * test runs, since one trap is a setting of the whole JVM.
 */
@Isolated
class ClientTrapsTest {

  /** Counts how often a server's object came to life. */
  static final class Marker extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final AtomicInteger LIVES = new AtomicInteger();

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      LIVES.incrementAndGet();
    }
  }

  private static String marker() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Marker());
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  @Test
  void aFaultsJavaObjectIsNeverInstantiated() throws IOException {
    Exchange exchange =
        Talk.answer(
            Wire.XMLRPC,
            "<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>1</int>"
                + "</value></member><member><name>faultString</name><value>x</value></member><member>"
                + "<name>faultCause</name><value><base64>"
                + marker()
                + "</base64></value></member></struct></value></fault></methodResponse>");
    assertThat(Marker.LIVES).hasValue(0);
    assertThat(Talk.reason(exchange)).startsWith("a fault instead of an answer");
    assertThat(Talk.rules(exchange)).containsExactly("wire.xmlrpc.no_fault");
  }

  @Test
  void anExtensionsJavaObjectIsNeverInstantiated() throws IOException {
    Exchange exchange =
        Talk.answer(
            Wire.XMLRPC,
            Talk.success(
                Wire.XMLRPC,
                "<ex:serializable xmlns:ex=\"http://ws.apache.org/xmlrpc/namespaces/extensions\">"
                    + marker()
                    + "</ex:serializable>"));
    assertThat(Marker.LIVES).hasValue(0);
    assertThat(Talk.reason(exchange)).contains("in a namespace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE methodResponse>",
        "<!DOCTYPE a [<!ENTITY x \"y\">]>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\">",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
        "<!DOCTYPE a [<!ENTITY % x SYSTEM \"file:///etc/hostname\"> %x;]>",
        "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\"><!ENTITY c"
            + " \"&b;&b;\">]>"
      })
  void aDoctypeIsRefusedAndNothingInItResolved(String doctype) {
    String answer = Talk.success(Wire.XMLRPC, "x").replace("?>", "?>" + doctype);
    Exchange exchange = Talk.answer(Wire.XMLRPC, answer);
    assertThat(Talk.reason(exchange)).contains("a DOCTYPE");
    assertThat(Talk.rules(exchange)).containsExactly("wire.xmlrpc.well_formed");
  }

  @ParameterizedTest
  @CsvSource({
    "20240101T00:00:00Z, 2024-01-01T00:00:00Z",
    "20240101T00:00:00, 2024-01-01T00:00:00Z",
    "2024-01-01T00:00:00Z, 2024-01-01T00:00:00Z",
    "20240101T00:00:00+0200, 2023-12-31T22:00:00Z",
    "2024-01-01T00:00:00.25-05:30, 2024-01-01T05:30:00.250Z",
  })
  void aDateIsReadWithoutTheJvmsZone(String text, Instant expected) {
    TimeZone zone = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    try {
      String xml = "<dateTime.iso8601>" + text + "</dateTime.iso8601>";
      assertThat(Talk.read(Wire.XMLRPC, ApiType.DATETIME, xml)).isEqualTo(expected);
      for (Wire wire : List.of(Wire.JSONRPC1, Wire.JSONRPC2)) {
        assertThat(Talk.read(wire, ApiType.DATETIME, '"' + text + '"')).isEqualTo(expected);
      }
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSupplementaryCharacterIsSentWellFormed(Wire wire) throws Exception {
    String text = "a\ud83d\ude00z \u00e9\u4e2d";
    try (ScriptedServer server = ScriptedServer.saying(Talk.success(wire, "\"x\""))) {
      Exchange exchange = Talk.call(wire, server, "task.create", text);
      assertThat(server.requests.get(0).text()).contains(text);
      assertThat(exchange.request()).isEqualTo(server.requests.get(0).body());
      Bodies.strictText(exchange.request());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatNoWireCanSendIsTheKitsOwnFault(Wire wire) throws IOException {
    try (ScriptedServer server = ScriptedServer.saying(Talk.success(wire, "\"x\""))) {
      for (Object unsendable : List.of("\ud83d", Double.NaN, 'x', List.of(1.5f))) {
        assertThatThrownBy(() -> Talk.call(wire, server, "task.create", unsendable))
            .isInstanceOf(ClientFault.class)
            .hasMessageContaining("could not send task.create");
      }
      assertThat(server.requests).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        1,
        0.5,
        0.3333333333333333,
        1e-7,
        1e21,
        123456.789,
        Double.MIN_VALUE,
        -0.1,
        Double.MAX_VALUE
      })
  void aDoubleIsSentExactlyInAnyLocale(double number) throws IOException {
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      for (Wire wire : Wire.values()) {
        try (ScriptedServer server = ScriptedServer.saying(Talk.success(wire, "\"\""))) {
          Talk.call(wire, server, "task.set_progress", number);
          String body = server.requests.get(0).text();
          String sent =
              wire == Wire.XMLRPC
                  ? body.replaceAll(".*<double>([-0-9.]+)</double>.*", "$1")
                  : body.replaceAll(".*\"params\":\\[([-+0-9.eE]+)\\].*", "$1");
          assertThat(Double.parseDouble(sent)).isEqualTo(number);
        }
      }
    } finally {
      Locale.setDefault(locale);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDoubleIsReadExactly(Wire wire) {
    String third =
        wire == Wire.XMLRPC ? "<double>0.3333333333333333</double>" : "0.3333333333333333";
    assertThat(Talk.read(wire, ApiType.FLOAT, third)).isEqualTo(0.3333333333333333);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "NaN", "inf", "-inf", "Infinity"})
  void aDoubleThatIsNoNumberSpoilsOnlyItsReader(String text) {
    Exchange exchange =
        Talk.answer(Wire.XMLRPC, Talk.success(Wire.XMLRPC, "<double>" + text + "</double>"));
    Value value = ((Answer.Success) exchange.answer()).value();
    assertThat(exchange.violations()).isEmpty();
    assertThatThrownBy(() -> new TypedReading(Wire.XMLRPC).read(ApiType.FLOAT, value))
        .isInstanceOf(WrongType.class)
        .hasMessage("expected a double, got a double " + text);
  }

  @ParameterizedTest
  @CsvSource({
    "<i8>9007199254740993</i8>, a double, an int 9007199254740993",
    "<nil/>, a string, nil",
    "<base64>AA==</base64>, a string, a base64",
    "<boolean>1</boolean>, a string, a boolean true",
  })
  void typesThatTheLibraryDoesNotKnowAreNoKitError(String value, String type, String words) {
    Exchange exchange = Talk.answer(Wire.XMLRPC, Talk.success(Wire.XMLRPC, value));
    Value read = ((Answer.Success) exchange.answer()).value();
    assertThat(exchange.violations()).isEmpty();
    assertThat(ValueText.of(read, Wire.XMLRPC)).isEqualTo(words);
  }

  @ParameterizedTest
  @EnumSource(names = {"JSONRPC1", "JSONRPC2"})
  void numbersBeyondAnyTypeAreNoKitError(Wire wire) {
    for (String number :
        List.of("1e400", "-0", "1E-999999999", "123456789012345678901234567890", "0.0")) {
      Exchange exchange = Talk.answer(wire, Talk.success(wire, number));
      assertThat(exchange.answer()).isInstanceOf(Answer.Success.class);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JSONRPC1", "JSONRPC2"})
  void jsonThatRestAssuredTakesIsRefused(Wire wire) {
    String right = Talk.success(wire, "1");
    for (String wrong :
        List.of(
            right.replace("}", ",}"),
            right.replace("\"id\":{id}", "\"id\":{id},\"id\":{id}"),
            right + " {}",
            right.replace(":1,", ":NaN,"),
            right.replace(":1,", ":01,"),
            right.replace("\"id\"", "'id'"),
            "\ufeff" + right)) {
      Exchange exchange = Talk.answer(wire, wrong);
      assertThat(exchange.answer()).as(wrong).isInstanceOf(Answer.Malformed.class);
      assertThat(Talk.rules(exchange)).containsExactly(wire.rule("well_formed"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongCharsetInTheContentTypeChangesNoText(Wire wire) throws IOException {
    String value = wire == Wire.XMLRPC ? "\u00e9" : "\"\u00e9\"";
    for (String type :
        List.of("text/xml; charset=iso-8859-1", "application/json; charset=nonsense", "", ";;")) {
      byte[] body = Talk.success(wire, value).replace("{id}", "1").getBytes(StandardCharsets.UTF_8);
      try (ScriptedServer server =
          ScriptedServer.sending(ScriptedServer.http("200 OK", "Content-Type: " + type, body))) {
        Exchange exchange = Talk.call(wire, server, "task.get_name_label", "session");
        assertThat(exchange.answer()).isEqualTo(new Answer.Success(new Value.Text("\u00e9")));
      }
    }
  }

  @Test
  void aDifferenceOfTheParsersIsTheKitsOwnFault() {
    Value strict = new Value.Text("a");
    assertThatThrownBy(() -> Exchanges.compare(Wire.JSONRPC2, "m", strict, decoded("b", null)))
        .isInstanceOf(ClientFault.class)
        .hasMessageContaining("decoded a string \"b\" where the strict parser read a string \"a\"");
    assertThatThrownBy(
            () -> Exchanges.compare(Wire.XMLRPC, "m", strict, decoded(null, new Exception("no"))))
        .isInstanceOf(ClientFault.class)
        .hasMessageContaining("refused a well-formed answer: no");
    assertThatThrownBy(
            () -> Exchanges.compare(Wire.XMLRPC, "m", strict, decoded(new Object(), null)))
        .isInstanceOf(ClientFault.class);
  }

  private static SentCall decoded(Object value, Exception refused) {
    Reply reply = new Reply(200, "OK", List.of(), new byte[0], Duration.ZERO, Optional.empty());
    return new SentCall(
        Sent.usual(Wire.Notation.JSON, new byte[0]),
        reply,
        Optional.of(new SentCall.ByLibrary(value, refused)));
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatJudgesNothingIsSentAndReadAsOneThatDoes(Wire wire) throws IOException {
    List<Object> parameters =
        List.of("a<&\u00e9\ud83d\ude00", 0.1, 7, true, List.of("x"), Map.of("k", "v"));
    List<String> bodies = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    for (Call.Purpose purpose : Call.Purpose.values()) {
      String value = wire == Wire.XMLRPC ? "a" : "\"a\"";
      try (ScriptedServer server = ScriptedServer.saying(Talk.success(wire, value));
          WireClient client = Talk.client(wire, server.url())) {
        answers.add(client.call(new Call("task.create", parameters, purpose)).answer());
        bodies.add(new String(server.requests.get(0).body(), StandardCharsets.UTF_8));
      }
    }
    assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
    assertThat(answers.get(1)).isEqualTo(answers.get(0)).isInstanceOf(Answer.Success.class);
  }

  @ParameterizedTest
  @EnumSource
  void settingsOfTheUsersJvmChangeNothing(Wire wire) throws IOException {
    AtomicInteger filtered = new AtomicInteger();
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", "1");
    RestAssured.baseURI = "http://nowhere.example";
    RestAssured.basePath = "/nowhere";
    RestAssured.port = 1;
    RestAssured.authentication = RestAssured.basic("user", "password");
    RestAssured.filters(
        (request, response, context) -> {
          filtered.incrementAndGet();
          return context.next(request, response);
        });
    try (ScriptedServer server = ScriptedServer.saying(Talk.success(wire, "\"\""))) {
      Exchange exchange = Talk.call(wire, server, "task.create", "a");
      assertThat(exchange.answer()).isInstanceOf(Answer.Success.class);
      assertThat(server.requests.get(0).head()).doesNotContain("Authorization", "nowhere");
      assertThat(filtered).hasValue(0);
    } finally {
      RestAssured.reset();
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
    }
  }
}
