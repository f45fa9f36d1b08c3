package org.xapitck.kit.jsonrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xapitck.kit.client.ScriptedServer;
import org.xapitck.kit.client.Talk;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;

/** What a JSON-RPC envelope says, and which rule a wrong one breaks. */
class JsonEnvelopeTest {
  private static final Answer OK = new Answer.Success(new Value.Text("v"));
  private static final Answer NOTHING = new Answer.Success(new Value.Nil());
  private static final Answer EMPTY = new Answer.Success(new Value.Text(""));
  private static final Answer BAD = new Answer.Failure("HANDLE_INVALID", List.of("task", "ref"));
  private static final String LIST = "[\"HANDLE_INVALID\",\"task\",\"ref\"]";
  private static final String OBJECT =
      "{\"code\":1,\"message\":\"HANDLE_INVALID\",\"data\":[\"task\",\"ref\"]}";

  static Stream<Arguments> version1() {
    return Stream.of(
        arguments("{'result':'v','error':null,'id':{id}}", OK, ""),
        arguments("{ 'id' : {id} ,\n 'error' : null, 'result' : 'v' }\n", OK, ""),
        arguments("{'result':null,'error':null,'id':{id}}", NOTHING, ""),
        arguments("{'result':'','error':null,'id':{id}}", EMPTY, ""),
        arguments("{'result':'v','error':null,'id':{id}.0}", OK, ""),
        arguments("{'result':'v','error':null,'id':{id},'extra':1}", OK, ""),
        arguments("{'result':null,'error':" + LIST + ",'id':{id}}", BAD, ""),
        arguments("{'result':'v','id':{id}}", OK, "members"),
        arguments("{'error':null,'id':{id}}", NOTHING, "members"),
        arguments("{'error':" + LIST + ",'id':{id}}", BAD, "members"),
        arguments("{'result':'v','error':" + LIST + ",'id':{id}}", BAD, "members"),
        arguments("{'result':null,'error':" + OBJECT + ",'id':{id}}", BAD, "error"),
        arguments(
            "{'result':null,'error':['task','HANDLE_INVALID','ref'],'id':{id}}", BAD, "error"),
        arguments(
            "{'result':null,'error':'BAD','id':{id}}",
            new Answer.Failure("BAD", List.of()),
            "error"),
        arguments(
            "{'result':null,'error':['BAD',1,null],'id':{id}}",
            new Answer.Failure("BAD", List.of("1", "")),
            "error"),
        arguments("{'result':'v','error':null}", OK, "id"),
        arguments("{'result':'v','error':null,'id':'{id}'}", OK, "id"),
        arguments("{'result':'v','error':null,'id':null}", OK, "id"),
        arguments("{'result':'v','error':null,'id':0}", OK, "id"));
  }

  @ParameterizedTest
  @MethodSource
  void version1(String body, Answer answer, String rule) {
    check(Wire.JSONRPC1, body, answer, rule);
  }

  private static Answer code(String code) {
    return new Answer.Failure(code, List.of());
  }

  static Stream<Arguments> version2() {
    String start = "{'jsonrpc':'2.0','id':{id},";
    return Stream.of(
        arguments(start + "'result':'v'}", OK, ""),
        arguments(start + "'result':null}", NOTHING, ""),
        arguments(start + "'error':" + OBJECT + "}", BAD, ""),
        arguments(
            start + "'error':{'code':1,'message':'odd code','data':[]}}",
            new Answer.Failure("odd code", List.of()),
            ""),
        // the numbers that JSON-RPC keeps for itself, and their neighbours
        arguments(start + "'error':{'code':-32768,'message':'X'}}", code("X"), ""),
        arguments(start + "'error':{'code':-32000,'message':'X'}}", code("X"), ""),
        arguments(start + "'error':{'code':-32769,'message':'X'}}", code("X"), "error_data"),
        arguments(start + "'error':{'code':-31999,'message':'X'}}", code("X"), "error_data"),
        arguments(start + "'error':{'code':1.0,'message':'X','data':[]}}", code("X"), ""),
        arguments(start + "'error':{'code':100.0,'message':'X','data':[]}}", code("X"), ""),
        arguments(start + "'error':{'code':1.5,'message':'X','data':[]}}", code("X"), "error"),
        arguments(
            start + "'error':{'code':-32601,'message':'Method not found'}}",
            new Answer.Failure("Method not found", List.of()),
            ""),
        arguments("{'id':{id},'result':'v'}", OK, "version"),
        arguments("{'jsonrpc':2.0,'id':{id},'result':'v'}", OK, "version"),
        arguments("{'jsonrpc':'2','id':{id},'result':'v'}", OK, "version"),
        arguments(start + "'result':'v','error':null}", OK, "members"),
        arguments(start + "'result':null,'error':" + OBJECT + "}", BAD, "members"),
        arguments(start + "'error':null}", NOTHING, "members"),
        arguments(start + "'error':" + LIST + "}", BAD, "error"),
        arguments(start + "'error':" + OBJECT.replace("1", "\"1\"") + "}", BAD, "error"),
        arguments(start + "'error':" + OBJECT.replace("1", "0") + "}", BAD, "error"),
        arguments(start + "'error':" + OBJECT.replace("1", "1.5") + "}", BAD, "error"),
        arguments(
            start + "'error':{'message':'HANDLE_INVALID','data':['task','ref']}}", BAD, "error"),
        arguments(
            start + "'error':{'code':1,'message':'Oh no','data':" + LIST + "}}", BAD, "error"),
        arguments(start + "'error':{'code':1,'data':" + LIST + "}}", BAD, "error"),
        arguments(
            start + "'error':{'code':1,'message':'BAD'}}",
            new Answer.Failure("BAD", List.of()),
            "error_data"),
        arguments(
            start + "'error':{'code':1,'message':'BAD','data':'x'}}",
            new Answer.Failure("BAD", List.of()),
            "error_data"),
        arguments(
            start + "'error':{'code':1,'message':'BAD','data':[1]}}",
            new Answer.Failure("BAD", List.of("1")),
            "error_data"),
        arguments("{'jsonrpc':'2.0','id':'{id}','result':'v'}", OK, "id"),
        arguments("{'jsonrpc':'2.0','result':'v'}", OK, "id"),
        arguments("{'jsonrpc':'2.0','id':0,'result':'v'}", OK, "id"));
  }

  @ParameterizedTest
  @MethodSource
  void version2(String body, Answer answer, String rule) {
    check(Wire.JSONRPC2, body, answer, rule);
  }

  private static void check(Wire wire, String body, Answer answer, String rule) {
    Exchange exchange = Talk.answer(wire, body.replace('\'', '"'));
    assertThat(exchange.answer()).isEqualTo(answer);
    assertThat(Talk.rules(exchange))
        .isEqualTo(rule.isEmpty() ? List.of() : List.of(wire.rule(rule)));
  }

  static Stream<Arguments> notUnderstood() {
    return Stream.of(
        arguments(Wire.JSONRPC1, "[]", List.of("wire.json1.members")),
        arguments(Wire.JSONRPC2, "7", List.of("wire.json2.members")),
        arguments(Wire.JSONRPC1, "{'id':{id}}", List.of("wire.json1.members")),
        arguments(Wire.JSONRPC2, "{'jsonrpc':'2.0','id':{id}}", List.of("wire.json2.members")),
        arguments(
            Wire.JSONRPC1, "{'result':null,'error':[],'id':{id}}", List.of("wire.json1.error")),
        arguments(
            Wire.JSONRPC2, "{'jsonrpc':'2.0','error':7,'id':{id}}", List.of("wire.json2.error")),
        arguments(Wire.JSONRPC2, "<methodResponse/>", List.of("wire.json2.well_formed")));
  }

  @ParameterizedTest
  @MethodSource
  void notUnderstood(Wire wire, String body, List<String> rules) {
    Exchange exchange = Talk.answer(wire, body.replace('\'', '"'));
    assertThat(exchange.answer()).isInstanceOf(Answer.Malformed.class);
    assertThat(Talk.rules(exchange)).isEqualTo(rules);
  }

  @Test
  void aRightAnswerByAnotherStatusBreaksTheFormOnly() throws Exception {
    byte[] body = ("{\"jsonrpc\":\"2.0\",\"error\":" + OBJECT + ",\"id\":1}").getBytes();
    try (ScriptedServer server =
        ScriptedServer.sending(ScriptedServer.http("500 Oops", "X: y", body))) {
      Exchange exchange = Talk.call(Wire.JSONRPC2, server, "task.get_record", "session");
      assertThat(Talk.reason(exchange)).contains("an answer of the API has HTTP 200; got HTTP 500");
      assertThat(Talk.rules(exchange)).containsExactly("wire.json2.well_formed");
    }
  }

  @Test
  void aRefusalByHttpAloneBreaksNoRule() throws Exception {
    byte[] body = "{\"error\":\"bad request\"}".getBytes();
    try (ScriptedServer server =
        ScriptedServer.sending(ScriptedServer.http("400 Bad", "X: y", body))) {
      Exchange exchange = Talk.call(Wire.JSONRPC2, server, "task.get_record", "session");
      assertThat(exchange.violations()).isEmpty();
      assertThat(exchange.status()).isEqualTo(400);
    }
  }
}
