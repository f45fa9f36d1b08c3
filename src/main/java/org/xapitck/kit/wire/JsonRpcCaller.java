package org.xapitck.kit.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.JsonConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.mapper.ObjectMapperDeserializationContext;
import io.restassured.mapper.ObjectMapperSerializationContext;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets REST Assured encode, send and decode one call. No static setting of REST Assured is made.
 */
final class JsonRpcCaller {
  private static final String JSON = "application/json";
  private static final ObjectMapper JACKSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                  .build())
          .build();
  private static final JsonPathConfig EXACT =
      JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL);

  private final Http http;
  private final String url;
  private final RestAssuredConfig config;

  JsonRpcCaller(Http http, URI url) {
    this.http = http;
    this.url = url.toString();
    this.config =
        RestAssuredConfig.newConfig()
            .redirect(RedirectConfig.redirectConfig().followRedirects(false))
            .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders())
            .encoderConfig(
                EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false))
            .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
  }

  /** One call and its bytes. */
  static final class Call {
    final Wire wire;
    final long id;
    final String method;
    final List<?> parameters;
    byte[] request = new byte[0];
    Reply reply;

    Call(Wire wire, long id, String method, List<?> parameters) {
      this.wire = wire;
      this.id = id;
      this.method = method;
      this.parameters = parameters;
    }

    Map<String, Object> body() {
      Map<String, Object> body = new LinkedHashMap<>();
      if (wire == Wire.JSONRPC2) {
        body.put("jsonrpc", "2.0");
      }
      body.put("method", method);
      body.put("params", parameters);
      body.put("id", id);
      return body;
    }
  }

  /**
   * What REST Assured makes of the answer.
   *
   * @throws NotWellFormed where the answer is kept from it
   */
  Object execute(Call call) throws NotWellFormed {
    RestAssuredConfig own =
        config.httpClient(
            HttpClientConfig.httpClientConfig()
                .withParams(Map.of())
                .httpClientFactory(() -> new RestAssuredClient(http, call)));
    byte[] body =
        RestAssured.given()
            .config(own)
            .noFilters()
            .disableCsrf()
            .auth()
            .none()
            .contentType(JSON)
            .urlEncodingEnabled(false)
            .body(call.body(), Mapper.INSTANCE)
            .post(url)
            .asByteArray();
    JsonGuard.check(body);
    // the text is always UTF-8, whatever charset the server's Content-Type claims
    return new JsonPath(new String(body, StandardCharsets.UTF_8)).using(EXACT).get();
  }

  /** Encodes by Jackson, whose doubles are the shortest that read back equal. */
  private enum Mapper implements io.restassured.mapper.ObjectMapper {
    INSTANCE;

    @Override
    public Object serialize(ObjectMapperSerializationContext context) {
      try {
        return JACKSON.writeValueAsBytes(context.getObjectToSerialize());
      } catch (JsonProcessingException impossible) {
        throw new IllegalArgumentException(impossible);
      }
    }

    @Override
    public Object deserialize(ObjectMapperDeserializationContext context) {
      throw new UnsupportedOperationException();
    }
  }
}
