package org.xapitck.simulator.rpc.jsonrpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.xapitck.simulator.rpc.MalformedRequest;
import org.xapitck.simulator.rpc.Nesting;
import org.xapitck.simulator.rpc.OcamlText;
import org.xapitck.simulator.rpc.Value;

/**
 * Reads one JSON text into a value. Comments, raw control characters in strings, bare member names
 * and {@code NaN} pass, as they do in xapi's parser; anything behind the value does not.
 */
final class JsonReader {
  /** As the standard has it, and no name twice. */
  static final JsonFactory STRICT =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(Nesting.LIMIT).build())
          .build();

  private final JsonFactory factory =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
          // names are a client's choice; keeping them would let a client fill the memory
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(Nesting.LIMIT).build())
          .build();

  Value read(String text) throws MalformedRequest {
    // an array is read where it stands; a String would be copied into a buffer of a pool
    try (JsonParser json = factory.createParser(text.toCharArray())) {
      if (json.nextToken() == null) {
        throw new MalformedRequest("Yojson.Json_error(\"Blank input data\")");
      }
      Value value = value(json);
      if (json.nextToken() != null) {
        throw syntax("Junk after end of JSON value", json);
      }
      return value;
    } catch (IOException e) {
      throw new MalformedRequest("Yojson.Json_error(\"Invalid token\")");
    }
  }

  static Value value(JsonParser json) throws IOException, MalformedRequest {
    return switch (json.currentToken()) {
      case VALUE_STRING -> new Value.Text(json.getText());
      case VALUE_NUMBER_INT -> integer(json);
      case VALUE_NUMBER_FLOAT -> new Value.Real(json.getDoubleValue());
      case VALUE_TRUE -> new Value.Bool(true);
      case VALUE_FALSE -> new Value.Bool(false);
      case VALUE_NULL -> new Value.Nil();
      case START_ARRAY -> {
        List<Value> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(json));
        }
        yield new Value.Array(items);
      }
      case START_OBJECT -> {
        List<Value.Member> members = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
          String name = json.currentName();
          json.nextToken();
          members.add(new Value.Member(name, value(json)));
        }
        yield new Value.Struct(members);
      }
      default -> throw syntax("Invalid token", json);
    };
  }

  private static Value integer(JsonParser json) throws IOException, MalformedRequest {
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw new MalformedRequest(OcamlText.failure("Int64.of_string"));
    }
    return new Value.Int(json.getLongValue());
  }

  private static MalformedRequest syntax(String what, JsonParser json) {
    return new MalformedRequest(
        "Yojson.Json_error("
            + OcamlText.quote("Line " + json.currentLocation().getLineNr() + ": " + what)
            + ")");
  }
}
