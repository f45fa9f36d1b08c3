package org.xapitck.kit.jsonrpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.mapper.ObjectMapperDeserializationContext;
import io.restassured.mapper.ObjectMapperSerializationContext;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.http.HttpTransport;
import org.xapitck.kit.http.Reply;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.NotWellFormed;
import org.xapitck.kit.wire.ClientFault;
import org.xapitck.kit.wire.SentCall;

/** Encodes, sends and decodes one call, by REST Assured or by Jackson alone. */
final class JsonRpcCaller {
  private static final String JSON = Wire.Notation.JSON.mediaType();
  private static final ObjectMapper JACKSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                  .build())
          .build();
  private static final JsonPathConfig EXACT =
      JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL);

  /** No static setting of REST Assured is made. */
  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.newConfig()
          // never sends: without this a client is made, and thrown away, for each call
          .httpClient(HttpClientConfig.httpClientConfig().reuseHttpClientInstance())
          .redirect(RedirectConfig.redirectConfig().followRedirects(false))
          .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders())
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  /**
   * What all responses share: a builder without it makes settings for each, 4 % of a run's CPU
   * time.
   */
  private static final Response EMPTY =
      new ResponseBuilder().setStatusCode(200).setContentType(JSON).setBody(new byte[0]).build();

  private final HttpTransport http;
  private final URI url;

  /** One a thread: to make one costs a quarter of a call, and no two threads may share it. */
  private final ThreadLocal<RequestSpecification> kept =
      ThreadLocal.withInitial(JsonRpcCaller::specification);

  JsonRpcCaller(HttpTransport http, URI url) {
    this.http = http;
    this.url = url;
  }

  /** By Jackson; the strict parser alone reads the answer. */
  SentCall directly(Wire wire, long id, Call call) {
    return sent(Sent.usual(Wire.Notation.JSON, Mapper.bytes(body(wire, id, call))), call);
  }

  /** A request that is written already; the strict parser alone reads the answer. */
  SentCall sent(Sent request, Call call) {
    Reply reply = http.post(url, request, call.isRepeatable());
    return new SentCall(request, reply, Optional.empty());
  }

  /**
   * By REST Assured.
   *
   * @throws ClientFault where it sends nothing
   */
  SentCall byLibrary(Wire wire, long id, Call call) {
    Transport transport = new Transport(call.isRepeatable());
    Object value = null;
    Exception refused = null;
    try {
      value = decoded(transport, body(wire, id, call));
    } catch (Exception failed) { // REST Assured throws checked exceptions that it does not declare
      refused = failed;
    }
    if (transport.reply == null) {
      String cause = refused == null ? "it was not sent" : refused.getMessage();
      throw new ClientFault("could not send " + call.method() + ": " + cause, refused);
    }
    return new SentCall(
        transport.request, transport.reply, Optional.of(new SentCall.ByLibrary(value, refused)));
  }

  private static RequestSpecification specification() {
    return RestAssured.given()
        .config(CONFIG)
        .disableCsrf()
        .auth()
        .none()
        .contentType(JSON)
        .urlEncodingEnabled(false);
  }

  private static Map<String, Object> body(Wire wire, long id, Call call) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (wire == Wire.JSONRPC2) {
      body.put("jsonrpc", "2.0");
    }
    body.put("method", call.method());
    body.put("params", call.parameters());
    body.put("id", id);
    return body;
  }

  private Object decoded(Transport transport, Map<String, Object> body) throws NotWellFormed {
    byte[] answer =
        kept.get()
            .noFilters()
            .filter(transport)
            .body(body, Mapper.INSTANCE)
            .post(url.toString())
            .asByteArray();
    if (transport.reply.refusal().isPresent()) {
      return null;
    }
    JsonGuard.check(answer);
    // the text is always UTF-8, whatever charset the server's Content-Type claims
    return new JsonPath(new String(answer, StandardCharsets.UTF_8)).using(EXACT).get();
  }

  /** The end of REST Assured's chain: sends by the kit's own HTTP and keeps the raw bytes. */
  private final class Transport implements Filter {
    private final boolean repeatable;
    private Sent request;
    private Reply reply;

    Transport(boolean repeatable) {
      this.repeatable = repeatable;
    }

    @Override
    public Response filter(
        FilterableRequestSpecification asked,
        FilterableResponseSpecification expected,
        FilterContext context) {
      byte[] body = asked.getBody();
      request = new Sent(body, StandardCharsets.UTF_8, asked.getContentType(), List.of());
      reply = http.post(URI.create(asked.getURI()), request, repeatable);
      return new ResponseBuilder()
          .clone(EMPTY)
          .setStatusCode(reply.status())
          .setStatusLine("HTTP/1.1 " + reply.status() + " " + reply.phrase())
          .setBody(reply.body())
          .build();
    }
  }

  /** Encodes by Jackson, whose doubles are the shortest that read back equal. */
  private enum Mapper implements io.restassured.mapper.ObjectMapper {
    INSTANCE;

    static byte[] bytes(Object body) {
      try {
        return JACKSON.writeValueAsBytes(body);
      } catch (JsonProcessingException impossible) {
        throw new IllegalArgumentException(impossible);
      }
    }

    @Override
    public Object serialize(ObjectMapperSerializationContext context) {
      return bytes(context.getObjectToSerialize());
    }

    @Override
    public Object deserialize(ObjectMapperDeserializationContext context) {
      throw new UnsupportedOperationException();
    }
  }
}
