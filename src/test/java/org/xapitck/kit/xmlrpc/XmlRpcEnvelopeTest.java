package org.xapitck.kit.xmlrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xapitck.kit.client.Talk;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;

/** What an XML-RPC envelope says, and which rule a wrong one breaks. */
class XmlRpcEnvelopeTest {
  private static final Answer OK = new Answer.Success(new Value.Text("v"));
  private static final Answer BAD = new Answer.Failure("HANDLE_INVALID", List.of("task", "ref"));
  private static final String CODE = array("HANDLE_INVALID", "task", "ref");

  private static String member(String name, String value) {
    return "<member><name>" + name + "</name><value>" + value + "</value></member>";
  }

  private static String array(String... values) {
    StringBuilder array = new StringBuilder("<array><data>");
    for (String value : values) {
      array.append("<value>").append(value).append("</value>");
    }
    return array.append("</data></array>").toString();
  }

  private static String struct(String... members) {
    return "<struct>" + String.join("", members) + "</struct>";
  }

  private static String response(String... values) {
    StringBuilder response = new StringBuilder("<methodResponse><params>");
    for (String value : values) {
      response.append("<param><value>").append(value).append("</value></param>");
    }
    return response.append("</params></methodResponse>").toString();
  }

  static Stream<Arguments> understood() {
    String success = member("Status", "Success");
    String failure = member("Status", "Failure");
    String value = member("Value", "v");
    String error = member("ErrorDescription", CODE);
    return Stream.of(
        arguments(struct(success, value), OK, ""),
        arguments(struct(value, success), OK, ""),
        arguments(struct(success, value, member("Duration", "1")), OK, ""),
        arguments(struct(failure, error), BAD, ""),
        arguments(struct(error, failure), BAD, ""),
        arguments(
            struct(failure, member("ErrorDescription", array("odd code"))),
            new Answer.Failure("odd code", List.of()),
            ""),
        arguments(struct(value), OK, "response"),
        arguments(struct(error), BAD, "response"),
        arguments(struct(member("Status", "success"), value), OK, "response"),
        arguments(struct(member("Status", "OK"), value), OK, "response"),
        arguments(struct(success), new Answer.Success(new Value.Nil()), "success"),
        arguments(struct(success, value, error), OK, "success"),
        arguments(
            struct(failure, member("ErrorDescription", array("task", "HANDLE_INVALID", "ref"))),
            BAD,
            "failure"),
        arguments(
            struct(failure, member("ErrorDescription", "HANDLE_INVALID")),
            new Answer.Failure("HANDLE_INVALID", List.of()),
            "failure"),
        arguments(
            struct(failure, member("ErrorDescription", array("X_1", "<int>7</int>"))),
            new Answer.Failure("X_1", List.of("7")),
            "failure"));
  }

  @ParameterizedTest
  @MethodSource
  void understood(String value, Answer answer, String rule) {
    Exchange exchange = Talk.answer(Wire.XMLRPC, response(value));
    assertThat(exchange.answer()).isEqualTo(answer);
    assertThat(Talk.rules(exchange))
        .isEqualTo(rule.isEmpty() ? List.of() : List.of("wire.xmlrpc." + rule));
  }

  static Stream<Arguments> notUnderstood() {
    String failure = member("Status", "Failure");
    return Stream.of(
        arguments(response(), "response"),
        arguments(response("a", "b"), "response"),
        arguments(response("a"), "response"),
        arguments(response(array("a")), "response"),
        arguments(response(struct()), "response"),
        arguments(response(struct(member("Status", "Maybe"))), "response"),
        arguments(response(struct(failure)), "failure"),
        arguments(response(struct(failure, member("ErrorDescription", array()))), "failure"),
        arguments(response(struct(failure, member("ErrorDescription", struct()))), "failure"),
        arguments("<methodResponse><fault><value>x</value></fault></methodResponse>", "no_fault"),
        arguments("{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1}", "well_formed"));
  }

  @ParameterizedTest
  @MethodSource
  void notUnderstood(String body, String rule) {
    Exchange exchange = Talk.answer(Wire.XMLRPC, body);
    assertThat(exchange.answer()).isInstanceOf(Answer.Malformed.class);
    assertThat(Talk.rules(exchange)).containsExactly("wire.xmlrpc." + rule);
  }

  @Test
  void listMethodsMayAnswerWithoutStatus() {
    Exchange exchange = Talk.answer(Wire.XMLRPC, "system.listMethods", response(array("a")));
    assertThat(exchange.answer())
        .isEqualTo(new Answer.Success(new Value.Array(List.of(new Value.Text("a")))));
    assertThat(exchange.violations()).isEmpty();
  }

  @Test
  void aViolationQuotesAtMostTwoHundredCharacters() {
    Exchange exchange = Talk.answer(Wire.XMLRPC, response("x".repeat(5000)));
    assertThat(exchange.violations().get(0).actual()).hasSizeLessThanOrEqualTo(203);
  }
}
