package org.xapitck.simulator.rpc.jsonrpc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.ByteSink;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Codec;
import org.xapitck.simulator.rpc.MalformedRequest;
import org.xapitck.simulator.rpc.OcamlText;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.Wire;

/** The JSON-RPC wire, version 1.0 or 2.0 as each request says. */
public final class JsonRpcCodec implements Codec {
  /** What Java puts where bytes are no UTF-8. */
  private static final char STAND_IN = '\uFFFD';

  private final JsonReader reader = new JsonReader();
  private final boolean version2;

  /**
   * The wire of a server.
   *
   * @param version2 false for servers before 7.3, which take a request that claims 2.0 for 1.0
   */
  public JsonRpcCodec(boolean version2) {
    this.version2 = version2;
  }

  /** A value as JSON text by itself. */
  public static String json(Value value) {
    return new JsonWriter().value(value).sink().toString();
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public Request read(byte[] body) throws MalformedRequest {
    String text = new String(body, StandardCharsets.UTF_8);
    // the stand-in for bad bytes, unless it was sent as itself
    if (text.indexOf(STAND_IN) >= 0 && !isUtf8(body)) {
      return refuseBadUtf8(body);
    }
    Request.Dispatch request = request(reader.read(text));
    // only an escape can bring half a pair into text that is UTF-8
    return text.contains("\\u") ? refuseLoneSurrogates(request) : request;
  }

  private static boolean isUtf8(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private Request.Dispatch request(Value body) throws MalformedRequest {
    if (!(body instanceof Value.Struct struct)) {
      throw new MalformedRequest(malformed("Invalid request body"));
    }
    // the order of these four is xapi's: it decides which mistake a bad request is told of
    Value named = member(struct, "method").orElseThrow(() -> missing("method"));
    if (!(named instanceof Value.Text method)) {
      throw invalid("method");
    }
    boolean second = isVersion2(struct);
    List<Value> parameters = parameters(struct, second);
    Value id = member(struct, "id").orElseThrow(() -> invalid("id"));
    if (!(id instanceof Value.Int || id instanceof Value.Text)) {
      throw invalid("id");
    }
    return new Request.Dispatch(
        new Call(method.text(), parameters),
        answer -> second ? writeVersion2(answer, id) : writeVersion1(answer, id),
        second ? Wire.JSONRPC2 : Wire.JSONRPC1);
  }

  private boolean isVersion2(Value.Struct struct) throws MalformedRequest {
    Optional<Value> version = version2 ? member(struct, "jsonrpc") : Optional.empty();
    if (version.isPresent() && !version.get().equals(new Value.Text("2.0"))) {
      throw invalid("jsonrpc");
    }
    return version.isPresent();
  }

  private static List<Value> parameters(Value.Struct struct, boolean second)
      throws MalformedRequest {
    Optional<Value> parameters = member(struct, "params");
    if (parameters.isPresent() && parameters.get() instanceof Value.Array array) {
      return array.items();
    }
    if (!second) {
      throw parameters.isPresent() ? invalid("params") : missing("params");
    }
    if (parameters.isEmpty() || parameters.get() instanceof Value.Nil) {
      return List.of();
    }
    if (parameters.get() instanceof Value.Struct only) {
      // no named parameters: an object is one parameter, a struct
      return List.of(only);
    }
    throw invalid("params");
  }

  /** The first of several members of that name. */
  private static Optional<Value> member(Value.Struct struct, String name) {
    // no stream: this is asked four times a call, and was a tenth of its time
    for (Value.Member member : struct.members()) {
      if (member.name().equals(name)) {
        return Optional.of(member.value());
      }
    }
    return Optional.empty();
  }

  private static ByteSink writeVersion1(Answer answer, Value id) {
    JsonWriter json = new JsonWriter();
    if (answer instanceof Answer.Failure failure) {
      json.raw("{\"result\":null,\"error\":").value(Value.texts(failure.description()));
    } else {
      json.raw("{\"result\":").value(result(answer)).raw(",\"error\":null");
    }
    return json.raw(",\"id\":").value(id).raw("}").sink();
  }

  private static ByteSink writeVersion2(Answer answer, Value id) {
    JsonWriter json = new JsonWriter().raw("{\"jsonrpc\":\"2.0\",");
    if (answer instanceof Answer.Failure failure) {
      // code is always 1: xapi's codes are words, and some clients take 0 for no error
      json.raw("\"error\":{\"code\":1,\"message\":").string(failure.code());
      json.raw(",\"data\":").value(Value.texts(failure.parameters())).raw("}");
    } else {
      json.raw("\"result\":").value(result(answer));
    }
    return json.raw(",\"id\":").value(id).raw("}").sink();
  }

  private static Value result(Answer answer) {
    return answer instanceof Answer.Success success
        ? success.value()
        : ((Answer.Bare) answer).value();
  }

  /**
   * A body that is no UTF-8 is still read, byte by byte; if it is a call otherwise, its first bad
   * text is refused.
   */
  private Request refuseBadUtf8(byte[] body) throws MalformedRequest {
    Request.Dispatch request = request(reader.read(new String(body, StandardCharsets.ISO_8859_1)));
    String bad =
        BadText.firstIn(request.call().parameters(), BadText::isNoUtf8)
            .orElseThrow(() -> new MalformedRequest(malformed("Invalid request body")));
    JsonWriter json = refusal(bad);
    // each character stands for one byte here, so this gives the client its own bytes back
    ByteSink sink = new ByteSink(json.sink().size());
    sink.latin1(json.sink().toString());
    return new Request.Refused(sink);
  }

  /** A first half alone is no JSON to xapi; a second half alone is, and is refused later. */
  private static Request refuseLoneSurrogates(Request.Dispatch request) throws MalformedRequest {
    List<Value> parameters = request.call().parameters();
    if (BadText.firstIn(parameters, BadText::hasLoneHighSurrogate).isPresent()) {
      throw new MalformedRequest("Yojson.Json_error(\"Invalid low surrogate\")");
    }
    Optional<String> bad = BadText.firstIn(parameters, BadText::hasLoneSurrogate);
    return bad.isPresent() ? new Request.Refused(refusal(bad.get()).sink()) : request;
  }

  /** The form of such refusals: 1.0 with id 0, whatever version and id were sent (before 24.18). */
  private static JsonWriter refusal(String badText) {
    List<String> description =
        List.of(
            "INVALID_VALUE",
            "Invalid UTF-8 string in parameter",
            OcamlText.print(new Value.Text(badText)));
    return new JsonWriter()
        .raw("{\"result\":null,\"error\":")
        .value(Value.texts(description))
        .raw(",\"id\":0}");
  }

  private static MalformedRequest missing(String field) {
    return new MalformedRequest(malformed("Required field " + field + " is missing"));
  }

  private static MalformedRequest invalid(String field) {
    return new MalformedRequest(malformed("Invalid field '" + field + "' in request body"));
  }

  private static String malformed(String why) {
    return "Jsonrpc.Malformed_method_request(" + OcamlText.quote(why) + ")";
  }
}
