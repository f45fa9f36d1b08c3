package org.xapitck.kit.jsonrpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.text.Bodies;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.text.Limits;
import org.xapitck.kit.text.NotWellFormed;

/**
 * The kit's own reader of JSON answers: the second opinion beside REST Assured. It accepts RFC 8259
 * and nothing else: no member twice, no trailing comma, no NaN, nothing behind the value, UTF-8
 * only.
 */
public final class StrictJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEPTH)
                  .maxNumberLength(Limits.NUMBER_LENGTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private StrictJson() {}

  /**
   * Reads a whole answer.
   *
   * @throws NotWellFormed with the first thing that is wrong
   */
  public static Value parse(byte[] body) throws NotWellFormed {
    JsonGuard.check(body);
    String text = Bodies.strictText(body);
    if (text.isBlank()) {
      throw new NotWellFormed("not JSON: nothing but white space");
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      Value value = value(parser);
      if (parser.nextToken() != null) {
        throw new NotWellFormed("not JSON: something behind the value");
      }
      return value;
    } catch (StreamReadException notJson) {
      throw new NotWellFormed("not JSON: " + Excerpt.line(notJson.getOriginalMessage(), 120));
    } catch (IOException limit) {
      throw new NotWellFormed("not JSON: " + Excerpt.line(limit.getMessage(), 120));
    }
  }

  private static Value value(JsonParser parser) throws IOException, NotWellFormed {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new NotWellFormed("not JSON: an end where a value is due");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new Value.Text(parser.getText());
      case VALUE_NUMBER_INT -> new Value.Number(parser.getDecimalValue(), true);
      case VALUE_NUMBER_FLOAT -> new Value.Number(parser.getDecimalValue(), false);
      case VALUE_TRUE -> new Value.Bool(true);
      case VALUE_FALSE -> new Value.Bool(false);
      case VALUE_NULL -> new Value.Nil();
      default -> throw new NotWellFormed("not JSON: " + token);
    };
  }

  private static Value object(JsonParser parser) throws IOException, NotWellFormed {
    Map<String, Value> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return new Value.Struct(members);
  }

  private static Value array(JsonParser parser) throws IOException, NotWellFormed {
    List<Value> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return new Value.Array(elements);
  }
}
