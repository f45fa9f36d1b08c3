package org.xapitck.kit.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.RequestForm;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.model.Wire.Notation;

/** What a form of JSON-RPC sends, byte by byte, and that it is the same call to a strict reader. */
class JsonFormsTest {
  private static Call call(Object value) {
    return Call.judged("task.set_result", List.of("s", "r", value));
  }

  private static String text(RequestForm form, Wire wire, Object value) {
    return JsonForms.of(form, wire, call(value), 7).text();
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(RequestForm.NUMERIC_ESCAPES, "D\u00e9d/\n", "\"\\u0044\\u00e9d/\\n\""),
        arguments(RequestForm.NUMERIC_ESCAPES, "\ud83d\ude80", "\"\\ud83d\\ude80\""),
        arguments(RequestForm.SHORT_ESCAPES, "a/b\tc\n\"\\", "\"a\\/b\\tc\\n\\\"\\\\\""),
        arguments(RequestForm.INTEGER, 1.0, "1"),
        arguments(RequestForm.FRACTION_OF_ZERO, 1.0, "1.0"),
        arguments(RequestForm.SMALL_EXPONENT, 0.25, "2.5e-1"),
        arguments(RequestForm.CAPITAL_EXPONENT, 0.25, "25E-2"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void theLastParameterIsWrittenInTheFormAndNothingElseIs(
      RequestForm form, Object value, String written) {
    String members =
        "\"method\":\"task.set_result\",\"params\":[\"s\",\"r\"," + written + "],\"id\":7}";
    assertThat(text(form, Wire.JSONRPC1, value)).isEqualTo("{" + members);
    assertThat(text(form, Wire.JSONRPC2, value)).isEqualTo("{\"jsonrpc\":\"2.0\"," + members);
  }

  @Test
  void theWholeRequestIsWrittenInTheForm() {
    assertThat(text(RequestForm.REVERSED_MEMBERS, Wire.JSONRPC2, "a"))
        .isEqualTo(
            "{\"id\":7,\"params\":[\"s\",\"r\",\"a\"],\"method\":\"task.set_result\","
                + "\"jsonrpc\":\"2.0\"}");
    assertThat(text(RequestForm.BLANKS_BETWEEN_TOKENS, Wire.JSONRPC1, "a"))
        .startsWith(" \t\r\n{ \t\r\n\"method\" \t\r\n: \t\r\n\"task.set_result\" \t\r\n,")
        .endsWith("\"id\" \t\r\n: \t\r\n7 \t\r\n} \t\r\n");
    assertThat(text(RequestForm.UNKNOWN_MEMBER, Wire.JSONRPC1, "a"))
        .endsWith("\"id\":7,\"extension\":{\"colour\":[\"green\",null]}}");
  }

  static Stream<Arguments> ids() {
    return Stream.of(
        arguments(RequestForm.TEXT_ID, "\"abc\""),
        arguments(RequestForm.DIGIT_ID, "\"1\""),
        arguments(RequestForm.ZERO_ID, "0"),
        arguments(RequestForm.NEGATIVE_ID, "-5"));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void theIdIsOfTheForm(RequestForm form, String id) {
    assertThat(form.isAboutId()).isTrue();
    assertThat(text(form, Wire.JSONRPC2, "a")).endsWith(",\"id\":" + id + "}");
  }

  /** A form that changes the meaning would blame a right server. */
  @ParameterizedTest
  @MethodSource("legal")
  void aStrictReaderSeesTheSameCall(RequestForm form, Object value) throws Exception {
    JsonNode body =
        JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readTree(JsonForms.of(form, Wire.JSONRPC2, call(value), 7).body());
    assertThat(body.get("method").textValue()).isEqualTo("task.set_result");
    assertThat(body.get("jsonrpc").textValue()).isEqualTo("2.0");
    JsonNode last = body.get("params").get(2);
    assertThat(body.get("params")).hasSize(3);
    assertThat(body.get("params").get(0).textValue()).isEqualTo("s");
    assertThat(last.isNumber() ? last.doubleValue() : last.textValue()).isEqualTo(value);
    assertThat(body.get("id").isTextual()).isEqualTo(form.words().startsWith("the id \""));
  }

  static Stream<Arguments> legal() {
    Stream<Arguments> documents =
        Arrays.stream(RequestForm.values())
            .filter(form -> form.isOf(Notation.JSON))
            .filter(form -> values().noneMatch(row -> row.get()[0] == form))
            .map(form -> arguments(form, "a\"b \u00e9"));
    return Stream.concat(documents, values().map(row -> arguments(row.get()[0], row.get()[1])));
  }

  @Test
  void aValueThatTheFormCannotWriteIsAFaultOfTheScenario() {
    assertThatThrownBy(() -> text(RequestForm.INTEGER, Wire.JSONRPC1, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text(RequestForm.CDATA, Wire.JSONRPC1, "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theHeadIsWrittenInTheForm() {
    Sent sent = JsonForms.of(RequestForm.CHARSET_PARAMETER, Wire.JSONRPC1, call("a"), 7);
    assertThat(sent.mediaType()).isEqualTo("application/json; charset=utf-8");
  }

  /** A step ends a form's name at the word to. */
  @Test
  void noNameOfAFormHoldsTheWordThatFollowsIt() {
    assertThat(RequestForm.names())
        .hasSameSizeAs(RequestForm.values())
        .noneMatch(name -> name.contains(" to "));
  }
}
