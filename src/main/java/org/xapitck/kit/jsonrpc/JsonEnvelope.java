package org.xapitck.kit.jsonrpc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.ValueText;
import org.xapitck.kit.wire.CheckedAnswer;
import org.xapitck.kit.wire.ErrorTexts;

/** Judges the envelope of a JSON-RPC answer, of both versions. */
public final class JsonEnvelope {
  private final Wire wire;
  private final Value id;
  private final List<Exchange.Violation> violations = new ArrayList<>();

  private JsonEnvelope(Wire wire, Value id) {
    this.wire = wire;
    this.id = id;
  }

  /**
   * Judges an answer.
   *
   * @param id the id of the request
   */
  static CheckedAnswer judge(Wire wire, Value id, Value document) {
    JsonEnvelope envelope = new JsonEnvelope(wire, id);
    Answer answer = envelope.document(document);
    return new CheckedAnswer(answer, envelope.violations);
  }

  /** The id of a usual request. */
  static Value id(long number) {
    return new Value.Number(BigDecimal.valueOf(number), true);
  }

  private Answer document(Value document) {
    if (!(document instanceof Value.Struct struct)) {
      violate("members", "an object", document);
      return new Answer.Malformed("no object: " + words(document));
    }
    Map<String, Value> members = struct.members();
    id(members.get("id"), struct);
    if (wire == Wire.JSONRPC1) {
      return version1(members, struct);
    }
    version(members.get("jsonrpc"), struct);
    return version2(members, struct);
  }

  /** JSON has one type of numbers: 7 and 7.0 are the same id. */
  private void id(Value actual, Value.Struct struct) {
    boolean echoed =
        actual instanceof Value.Number number && id instanceof Value.Number sent
            ? number.number().compareTo(sent.number()) == 0
            : id.equals(actual);
    if (!echoed) {
      String asked = words(id).replaceFirst("^an? ", "the ");
      violate("id", "the id of the request, " + asked, actual == null ? struct : actual);
    }
  }

  private void version(Value actual, Value.Struct struct) {
    if (!(actual instanceof Value.Text text && text.text().equals("2.0"))) {
      violate("version", "jsonrpc \"2.0\"", actual == null ? struct : actual);
    }
  }

  private Answer version1(Map<String, Value> members, Value.Struct struct) {
    Value result = members.get("result");
    Value error = members.get("error");
    boolean failed = isSet(error);
    // both null is a success without a value: null is one spelling of void
    if (result == null || error == null || failed && isSet(result)) {
      violate("members", "result and error both present, one of them null", struct);
    }
    if (!failed) {
      return success(members, struct);
    }
    return error1(error, "error");
  }

  private Answer error1(Value error, String rule) {
    Optional<ErrorTexts> texts = ErrorTexts.read(error);
    if (texts.isEmpty() || !texts.get().right()) {
      violate(rule, "an array of strings with the code first", error);
    }
    if (texts.isPresent()) {
      return texts.get().failure();
    }
    // a failure in the form of 2.0 can still be understood
    return error instanceof Value.Struct object
        ? object(object).orElseGet(() -> unknown(error))
        : unknown(error);
  }

  private Answer version2(Map<String, Value> members, Value.Struct struct) {
    Value error = members.get("error");
    boolean failed = isSet(error);
    if (members.containsKey("result") == members.containsKey("error") || error != null && !failed) {
      violate("members", "either result or error", struct);
    }
    if (!failed) {
      return success(members, struct);
    }
    if (error instanceof Value.Struct object) {
      return error2(object);
    }
    String expected = "an object with code, message and data";
    violate("error", expected, error);
    return ErrorTexts.read(error).<Answer>map(ErrorTexts::failure).orElseGet(() -> unknown(error));
  }

  private Answer error2(Value.Struct error) {
    Value code = error.members().get("code");
    if (isReserved(code)) {
      // -32xxx speaks of JSON-RPC, not of the API: its message and data are free
      return object(error).orElseGet(() -> unknown(error));
    }
    if (!isInteger(code)) {
      violate("error", "code, an integer other than 0", code == null ? error : code);
    }
    Value data = error.members().get("data");
    if (!(data instanceof Value.Array array && ErrorTexts.allTexts(array))) {
      violate("error_data", "data, an array of strings", data == null ? error : data);
    }
    Value message = error.members().get("message");
    if (message instanceof Value.Text text && isMessage(text.text(), data)) {
      return new Answer.Failure(text.text(), texts(data));
    }
    violate("error", "message, the code of the API error", message == null ? error : message);
    return object(error).orElseGet(() -> unknown(error));
  }

  /** A message is the code, of whatever spelling, unless the code stands in data instead. */
  private static boolean isMessage(String message, Value data) {
    List<String> texts = texts(data);
    boolean codeInData = !texts.isEmpty() && ErrorTexts.isCode(texts.get(0));
    return !message.isBlank() && (ErrorTexts.isCode(message) || !codeInData);
  }

  /** What a failure in the form of an object says, right or not. */
  private static Optional<Answer> object(Value.Struct error) {
    Value data = error.members().get("data");
    Value message = error.members().get("message");
    if (message instanceof Value.Text text && isMessage(text.text(), data)) {
      return Optional.of(new Answer.Failure(text.text(), texts(data)));
    }
    return data == null ? Optional.empty() : ErrorTexts.read(data).map(ErrorTexts::failure);
  }

  private Answer success(Map<String, Value> members, Value.Struct struct) {
    if (!members.containsKey("result") && !members.containsKey("error")) {
      return new Answer.Malformed("neither result nor error: " + words(struct));
    }
    return new Answer.Success(members.getOrDefault("result", new Value.Nil()));
  }

  private Answer unknown(Value error) {
    return new Answer.Malformed("an error without a code: " + words(error));
  }

  private static List<String> texts(Value data) {
    return data instanceof Value.Array array ? ErrorTexts.texts(array) : List.of();
  }

  private static boolean isSet(Value value) {
    return value != null && !(value instanceof Value.Nil);
  }

  private static boolean isInteger(Value code) {
    return code instanceof Value.Number number
        && number.number().signum() != 0
        && (number.integral() || number.number().stripTrailingZeros().scale() <= 0);
  }

  private static boolean isReserved(Value code) {
    return code instanceof Value.Number number
        && number.number().compareTo(BigDecimal.valueOf(-32768)) >= 0
        && number.number().compareTo(BigDecimal.valueOf(-32000)) <= 0;
  }

  private void violate(String name, String expected, Value actual) {
    violations.add(new Exchange.Violation(wire.rule(name), expected, words(actual)));
  }

  private String words(Value value) {
    return ValueText.of(value, wire);
  }
}
