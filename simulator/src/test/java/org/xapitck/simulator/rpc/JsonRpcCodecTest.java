package org.xapitck.simulator.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.simulator.rpc.jsonrpc.JsonRpcCodec;

class JsonRpcCodecTest {
  private final JsonRpcCodec codec = new JsonRpcCodec(true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // xapi checks method, version, params and id, in this order
        "``|Blank input data",
        "[]|Invalid request body",
        "5|Invalid request body",
        "{}|Required field method is missing",
        "{\"method\":5}|Invalid field 'method' in request body",
        "{\"method\":\"m\",\"jsonrpc\":\"1.0\"}|Invalid field 'jsonrpc' in request body",
        "{\"method\":\"m\",\"jsonrpc\":2.0}|Invalid field 'jsonrpc' in request body",
        "{\"method\":\"m\",\"id\":1}|Required field params is missing",
        "{\"method\":\"m\",\"params\":{},\"id\":1}|Invalid field 'params' in request body",
        "{\"method\":\"m\",\"jsonrpc\":\"2.0\",\"params\":5,\"id\":1}|Invalid field 'params' in request body",
        "{\"method\":\"m\",\"params\":[]}|Invalid field 'id' in request body",
        "{\"method\":\"m\",\"params\":[],\"id\":null}|Invalid field 'id' in request body",
        "{\"method\":\"m\",\"params\":[],\"id\":1.5}|Invalid field 'id' in request body",
        "{\"method\":\"m\",\"params\":[],\"id\":true}|Invalid field 'id' in request body",
        "{\"method\":\"m\",\"params\":[],\"id\":[]}|Invalid field 'id' in request body",
        "{\"method\":\"m\",\"params\":[9223372036854775808],\"id\":1}|Int64.of_string",
        "{\"method\":\"m\",\"params\":[],\"id\":1} x|Json_error",
        "{\"method\":\"m\",\"params\":[],\"id\":1}}|Json_error",
        "{\"method\":\"m\",\"params\":[,],\"id\":1}|Json_error",
        "{\"method\":\"m\",\"params\":[|Json_error",
        "<methodCall/>|Json_error"
      })
  void aMalformedRequestIsToldOfItsFirstMistake(String body, String mistake) {
    assertThatThrownBy(() -> dispatch(body))
        .isInstanceOf(MalformedRequest.class)
        .hasMessageContaining(mistake);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"method\":\"m\",\"params\":[],\"id\":1}|[]",
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}|[]",
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":null,\"id\":1}|[]",
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":{\"a\":1},\"id\":1}|[{a:I(1)}]",
        "{\"method\":\"m\",\"params\":[1,1.0,\"s\",true,null,[],{}],\"id\":1}|[I(1);F(1);S(s);B(true);N;[];{}]",
        "{\"method\":\"m\",\"method\":\"n\",\"params\":[\"first\"],\"params\":[],\"id\":1,\"x\":0}|[S(first)]",
        "/* c */ {\"method\":\"m\",\"params\":[NaN],\"id\":1} // c|[F(nan)]",
        "{method:\"m\",\"params\":[\"\\u00e9\\ud83d\\ude80\"],\"id\":1}|[S(é🚀)]"
      })
  void aRequestIsReadAsXapiReadsIt(String body, String parameters) throws MalformedRequest {
    Call call = dispatch(body).call();
    assertThat(call.method()).isEqualTo("m");
    assertThat(OcamlText.print(new Value.Array(call.parameters()))).isEqualTo(parameters);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"7|7", "-3|-3", "\"x y\"|\"x y\"", "123456789012345678|123456789012345678"})
  void theIdComesBackWithValueAndType(String sent, String echoed) throws MalformedRequest {
    String one = "{\"method\":\"m\",\"params\":[],\"id\":" + sent + "}";
    assertThat(write(one, new Answer.Success(Value.VOID)))
        .isEqualTo("{\"result\":\"\",\"error\":null,\"id\":" + echoed + "}");
  }

  @Test
  void theFourEnvelopesAreXapis() throws MalformedRequest {
    String one = "{\"method\":\"m\",\"params\":[],\"id\":1}";
    String two = "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[],\"id\":1}";
    Answer good = new Answer.Success(Value.of("r"));
    Answer bad = new Answer.Failure("CODE", List.of("p"));
    assertThat(write(one, good)).isEqualTo("{\"result\":\"r\",\"error\":null,\"id\":1}");
    assertThat(write(two, good)).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":\"r\",\"id\":1}");
    assertThat(write(one, bad)).isEqualTo("{\"result\":null,\"error\":[\"CODE\",\"p\"],\"id\":1}");
    assertThat(write(two, bad))
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"CODE\",\"data\":[\"p\"]},"
                + "\"id\":1}");
    assertThat(write(two, new Answer.Failure("CODE", List.of())))
        .contains("\"message\":\"CODE\",\"data\":[]");
  }

  @Test
  void textIsEscapedAndFloatsAreNeverIntegers() throws MalformedRequest {
    Value value =
        new Value.Array(
            List.of(
                Value.of("\"\\\b\f\n\r\t\u0001\u001f\u007fé🚀/"),
                new Value.Real(1),
                new Value.Real(-0.0),
                new Value.Real(1e-7),
                new Value.Real(0.1 + 0.2),
                new Value.Real(1e300),
                new Value.Real(Double.NaN),
                new Value.Real(Double.NEGATIVE_INFINITY),
                new Value.Int(2),
                new Value.Time("20240101T00:00:00Z")));
    String body = "{\"method\":\"m\",\"params\":[],\"id\":1}";
    assertThat(write(body, new Answer.Success(value)))
        .isEqualTo(
            "{\"result\":[\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\\u007fé🚀/\",1.0,-0.0,1e-07,"
                + "0.30000000000000004,1e+300,NaN,-Infinity,2,\"20240101T00:00:00Z\"],"
                + "\"error\":null,\"id\":1}");
  }

  @Test
  void aStringThatIsNoUtf8IsRefusedInTheOldFormWithItsOwnBytes() throws MalformedRequest {
    byte[] body =
        "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[\"é\",{\"k\":\"a\u00ff\"}],\"id\":\"x\"}"
            .replace("é", "\u00c3\u00a9")
            .getBytes(StandardCharsets.ISO_8859_1);
    Codec.Request.Refused refused = (Codec.Request.Refused) codec.read(body);
    ByteSink answer = refused.answer();
    assertThat(new String(answer.toBytes(), StandardCharsets.ISO_8859_1))
        .isEqualTo(
            "{\"result\":null,\"error\":[\"INVALID_VALUE\",\"Invalid UTF-8 string in parameter\","
                + "\"S(a\u00ff)\"],\"id\":0}");
  }

  @Test
  void halfAPairIsRefusedOrMalformed() throws MalformedRequest {
    String second = "{\"method\":\"m\",\"params\":[[\"\\udc00\"]],\"id\":1}";
    Codec.Request.Refused refused = (Codec.Request.Refused) codec.read(bytes(second));
    assertThat(refused.answer().toString()).contains("INVALID_VALUE").endsWith(",\"id\":0}");
    String first = second.replace("udc00", "ud800");
    assertThatThrownBy(() -> dispatch(first)).isInstanceOf(MalformedRequest.class);
  }

  @Test
  void aServerBeforeVersion2TakesEverythingForVersion1() throws MalformedRequest {
    Codec.Request request =
        new JsonRpcCodec(false)
            .read(bytes("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[],\"id\":1}"));
    assertThat(
            ((Codec.Request.Dispatch) request)
                .writer()
                .write(new Answer.Success(Value.VOID))
                .toString())
        .isEqualTo("{\"result\":\"\",\"error\":null,\"id\":1}");
  }

  @Test
  void nestingWithoutEndIsRefusedInsteadOfEndingTheThread() {
    String deep = "{\"method\":\"m\",\"params\":" + "[".repeat(200_000);
    assertThatThrownBy(() -> dispatch(deep)).isInstanceOf(MalformedRequest.class);
  }

  @Test
  void whatIsSentIsWhatIsRead() throws MalformedRequest {
    RandomValues random = new RandomValues(9);
    for (int i = 0; i < 2_000; i++) {
      Value value = random.next(3);
      assertThat(dispatch(request(value)).call().parameters()).containsExactly(value);
    }
  }

  @Test
  void damagedRequestsAreCallsOrRefusedOrMalformedAndNothingElse() {
    RandomValues random = new RandomValues(10);
    for (int i = 0; i < 20_000; i++) {
      byte[] body = random.damage(bytes(request(random.next(2))));
      try {
        codec.read(body);
      } catch (MalformedRequest expected) {
        assertThat(expected.getMessage()).isNotEmpty();
      }
    }
  }

  private Codec.Request.Dispatch dispatch(String body) throws MalformedRequest {
    return (Codec.Request.Dispatch) codec.read(bytes(body));
  }

  private String write(String body, Answer answer) throws MalformedRequest {
    return dispatch(body).writer().write(answer).toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String request(Value value) {
    return "{\"method\":\"m\",\"params\":[" + json(value) + "],\"id\":1}";
  }

  private static String json(Value value) {
    StringBuilder text = new StringBuilder();
    if (value instanceof Value.Text v) {
      text.append(quoted(v.text()));
    } else if (value instanceof Value.Int v) {
      text.append(v.number());
    } else if (value instanceof Value.Real v) {
      text.append(v.number());
    } else if (value instanceof Value.Bool v) {
      text.append(v.flag());
    } else if (value instanceof Value.Nil) {
      text.append("null");
    } else if (value instanceof Value.Array v) {
      text.append(v.items().stream().map(JsonRpcCodecTest::json).toList());
    } else if (value instanceof Value.Struct v) {
      text.append('{');
      for (Value.Member m : v.members()) {
        text.append(text.length() > 1 ? "," : "").append(quoted(m.name()));
        text.append(" : ").append(json(m.value()));
      }
      text.append('}');
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + "\"";
  }
}
