package org.xapitck.kit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xapitck.kit.client.ScriptedServer;
import org.xapitck.kit.client.Talk;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.model.WrongType;
import org.xapitck.kit.text.ValueText;

/** Each type of the API as it looks on each wire, through the whole client. */
class TypedReadingTest {
  private static final String DATA = "<array><data>";
  private static final String END = "</data></array>";

  static Stream<Arguments> xml() {
    return Stream.of(
        arguments(ApiType.VOID, "", ""),
        arguments(ApiType.VOID, "<string/>", ""),
        arguments(ApiType.VOID, "<nil/>", ""),
        arguments(
            ApiType.STRING,
            "a &lt;b&gt; &amp; ]]&gt; \u00e9 \ud83d\ude00",
            "a <b> & ]]> \u00e9 \ud83d\ude00"),
        arguments(ApiType.STRING, "<![CDATA[<none/>]]>", "<none/>"),
        arguments(ApiType.STRING, "  two  ", "  two  "),
        arguments(ApiType.STRING, "<string> x\ny </string>", " x\ny "),
        arguments(ApiType.STRING, "\n <string>x</string>\t", "x"),
        arguments(ApiType.STRING, "a<!-- c -->b<?p i?>c&#x1F600;", "abc\ud83d\ude00"),
        arguments(ApiType.REF, "OpaqueRef:1", "OpaqueRef:1"),
        arguments(ApiType.FLOAT, "<double>0</double>", 0.0),
        arguments(ApiType.FLOAT, "<double>1e-07</double>", 1e-7),
        arguments(ApiType.FLOAT, "<double> .5 </double>", 0.5),
        arguments(ApiType.FLOAT, "<int>1</int>", 1.0),
        arguments(ApiType.FLOAT, "<i4>+1</i4>", 1.0),
        arguments(
            ApiType.DATETIME,
            "<dateTime.iso8601>19700101T00:00:00Z</dateTime.iso8601>",
            Instant.EPOCH),
        arguments(ApiType.STRING_SET, DATA + END, List.of()),
        arguments(
            ApiType.STRING_SET,
            DATA + "<value>b</value> <value>a</value><value>b</value>" + END,
            List.of("b", "a", "b")),
        arguments(ApiType.STRING_MAP, "<struct/>", Map.of()),
        arguments(
            ApiType.STRING_MAP,
            "<struct> <member> <name>k k</name> <value/> </member> </struct>",
            Map.of("k k", "")),
        arguments(
            ApiType.RECORD,
            "<struct><member><name>p</name><value><double>0.5</double></value></member></struct>",
            Map.of("p", new Value.Number(new java.math.BigDecimal("0.5"), false))),
        arguments(
            ApiType.RECORD_MAP,
            "<struct><member><name>ref</name><value><struct/></value></member></struct>",
            Map.of("ref", Map.of())));
  }

  @ParameterizedTest
  @MethodSource
  void xml(ApiType type, String value, Object expected) {
    assertThat(Talk.read(Wire.XMLRPC, type, value)).isEqualTo(expected);
  }

  static Stream<Arguments> json() {
    return Stream.of(
        arguments(ApiType.VOID, "\"\"", ""),
        arguments(ApiType.VOID, "null", ""),
        arguments(
            ApiType.STRING,
            "\"a <b> & \\\" \\\\ \\/ \\u00e9 \\ud83d\\ude00\"",
            "a <b> & \" \\ / \u00e9 \ud83d\ude00"),
        arguments(ApiType.STRING, "\"\u00e9\ud83d\ude00\u2028\"", "\u00e9\ud83d\ude00\u2028"),
        arguments(ApiType.REF, "\"OpaqueRef:NULL\"", "OpaqueRef:NULL"),
        arguments(ApiType.FLOAT, "0", 0.0),
        arguments(ApiType.FLOAT, "1.0", 1.0),
        arguments(ApiType.FLOAT, "1e-07", 1e-7),
        arguments(ApiType.DATETIME, "\"1970-01-01T00:00:00Z\"", Instant.EPOCH),
        arguments(ApiType.STRING_SET, "[]", List.of()),
        arguments(ApiType.STRING_SET, "[\"b\",\"a\",\"b\"]", List.of("b", "a", "b")),
        arguments(ApiType.STRING_MAP, "{}", Map.of()),
        arguments(ApiType.STRING_MAP, "{\"\":\"\",\"k.k\":\"v\"}", Map.of("", "", "k.k", "v")),
        arguments(ApiType.RECORD, "{\"a\":null}", Map.of("a", new Value.Nil())),
        arguments(ApiType.RECORD_MAP, "{\"ref\":{}}", Map.of("ref", Map.of())));
  }

  @ParameterizedTest
  @MethodSource
  void json(ApiType type, String value, Object expected) {
    assertThat(Talk.read(Wire.JSONRPC1, type, value)).isEqualTo(expected);
    assertThat(Talk.read(Wire.JSONRPC2, type, value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "VOID | true | the empty string, got a string \"true\"",
        "VOID | <struct/> | the empty string, got a struct with the members []",
        "VOID | <boolean>1</boolean> | the empty string, got a boolean true",
        "STRING | <int>5</int> | a string, got an int 5",
        "REF | <nil/> | a reference, which is a string, got nil",
        "FLOAT | 0.5 | a double, got a string \"0.5\"",
        "DATETIME | 20240101T00:00:00Z | a dateTime.iso8601, got a string \"20240101T00:00:00Z\"",
        "DATETIME | <dateTime.iso8601>20241301T00:00:00Z</dateTime.iso8601> | a dateTime.iso8601,"
            + " got a dateTime.iso8601 \"20241301T00:00:00Z\"",
        "STRING_SET | a | an array of strings, got a string \"a\"",
        "STRING_MAP | <array><data/></array> | a struct of strings, got an array of 0",
        "RECORD | <nil/> | a struct with the fields of a record, got nil",
        "RECORD_MAP | <struct><member><name>r</name><value>x</value></member></struct> | a struct"
            + " of records by reference at r, got a string \"x\"",
      })
  void aWrongTypeIsNamedInTheWordsOfXml(ApiType type, String value, String message) {
    assertThatThrownBy(() -> Talk.read(Wire.XMLRPC, type, value))
        .isInstanceOf(WrongType.class)
        .hasMessage("expected " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "VOID | true | the empty string or null, got a boolean true",
        "FLOAT | \"0.5\" | a number, got a string \"0.5\"",
        "DATETIME | 0 | a string with a date such as 20240101T00:00:00Z, got a number 0",
        "STRING_SET | [1] | an array of strings only, got a number 1",
        "STRING_MAP | {\"a\":{}} | an object of strings at \"a\", got an object with the members"
            + " []",
      })
  void aWrongTypeIsNamedInTheWordsOfJson(ApiType type, String value, String message) {
    assertThatThrownBy(() -> Talk.read(Wire.JSONRPC2, type, value))
        .isInstanceOf(WrongType.class)
        .hasMessage("expected " + message);
  }

  @ParameterizedTest
  @CsvSource({"1e999999999", "1e-999999999", "-1e400"})
  void aNumberBeyondADoubleCostsNoTime(String number) {
    assertThat(Talk.read(Wire.JSONRPC2, ApiType.FLOAT, number)).isInstanceOf(Double.class);
    Value value = new Value.Number(new java.math.BigDecimal(number), false);
    assertThat(ValueText.of(value, Wire.JSONRPC2)).hasSizeLessThan(40);
  }

  @ParameterizedTest
  @CsvSource({
    "20240229T23:59:59Z, 2024-02-29T23:59:59Z",
    "2024-02-29 23:59:59, 2024-02-29T23:59:59Z",
    "20240101T000000Z, 2024-01-01T00:00:00Z",
    "20240101T00:00:00.1234567891Z, 2024-01-01T00:00:00.123456789Z",
    "20240101T00:00:00+02, 2023-12-31T22:00:00Z",
    "20230229T00:00:00Z,",
    "20240101T24:00:00Z,",
    "20240101T00:00:00+99:00,",
    "2024-01-01,",
    "1704067200,",
    "Mon Jan 1 2024,",
  })
  void datesAreReadByTheCalendar(String text, Instant expected) {
    assertThat(Timestamps.read(text).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"XMLRPC", "JSONRPC1", "JSONRPC2"})
  void everyKindOfParameterIsSent(Wire wire) throws Exception {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("k", "v");
    List<Object> list = List.of("a", "");
    try (ScriptedServer server = ScriptedServer.saying(Talk.success(wire, "\"\""))) {
      Talk.call(wire, server, "m", "<&>\"']]>", "", 1.0, 7, 7L, 5_000_000_000L, true, list, map);
      String body = server.requests.get(0).text();
      String string = "<value>%s</value>";
      if (wire == Wire.XMLRPC) {
        assertThat(body)
            .contains("<methodName>m</methodName>")
            .contains(string.formatted("&lt;&amp;&gt;\"']]&gt;"))
            .contains(string.formatted("<double>1.0</double>"))
            .contains(
                string.formatted("<int>7</int>")
                    + "</param><param>"
                    + string.formatted("<int>7</int>"))
            .contains(string.formatted("<i8>5000000000</i8>"))
            .contains(string.formatted("<boolean>1</boolean>"))
            .contains("<array><data><value>a</value><value></value></data></array>")
            .contains("<member><name>k</name><value>v</value></member>");
      } else {
        assertThat(body)
            .contains("\"method\":\"m\"")
            .contains("[\"<&>\\\"']]>\",\"\",1.0,7,7,5000000000,true,[\"a\",\"\"],{\"k\":\"v\"}]");
        assertThat(body.contains("\"jsonrpc\":\"2.0\"")).isEqualTo(wire == Wire.JSONRPC2);
      }
    }
  }
}
