package org.xapitck.simulator.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.FloatText;
import org.xapitck.simulator.rpc.OcamlText;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.task.TaskStatus;

/**
 * How a value of the wire becomes a parameter. The coercions and the texts of the refusals are
 * those of the xapi 24.16 recording.
 *
 * @param <T> what handlers get
 */
@FunctionalInterface
public interface ParameterType<T> {

  /** A string. */
  ParameterType<String> STRING = ParameterType::text;

  /** A reference: any string, since a bad one is no type error but names nothing. */
  ParameterType<String> REF = STRING;

  /** A double; also an integer, and a string that holds a number. */
  ParameterType<Double> FLOAT = ParameterType::real;

  /** An array of strings. */
  ParameterType<List<String>> STRING_SET = ParameterType::texts;

  /** A struct of strings. Of two members of one name the last wins. */
  ParameterType<Map<String, String>> STRING_MAP = ParameterType::textMap;

  /** A status, in any case of ASCII letters. */
  ParameterType<TaskStatus> STATUS = ParameterType::status;

  /**
   * Decodes one parameter.
   *
   * @throws ApiFailure INTERNAL_ERROR with the exception that xapi prints
   */
  T decode(Value value);

  private static String text(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    throw failure("Expected string, got '" + OcamlText.print(value) + "'");
  }

  private static Double real(Value value) {
    if (value instanceof Value.Real real) {
      return real.number();
    }
    if (value instanceof Value.Int integer) {
      return (double) integer.number();
    }
    if (value instanceof Value.Text text) {
      return FloatText.parse(text.text()).orElseThrow(() -> failure("float_of_string"));
    }
    throw failure("Expected float, got '" + OcamlText.print(value) + "'");
  }

  private static List<String> texts(Value value) {
    if (!(value instanceof Value.Array array)) {
      throw failure("Expecting Rpc.Enum, but found '" + OcamlText.print(value) + "'");
    }
    List<String> texts = new ArrayList<>(array.items().size());
    for (Value item : array.items()) {
      texts.add(text(item));
    }
    return texts;
  }

  private static Map<String, String> textMap(Value value) {
    if (!(value instanceof Value.Struct struct)) {
      throw failure("Expecting Rpc.Dict, but found '" + OcamlText.print(value) + "'");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Value.Member member : struct.members()) {
      texts.put(member.name(), text(member.value()));
    }
    return texts;
  }

  private static TaskStatus status(Value value) {
    if (value instanceof Value.Text text) {
      String wanted = text.text().toLowerCase(Locale.ROOT);
      for (TaskStatus status : TaskStatus.values()) {
        if (status.label().equals(wanted)) {
          return status;
        }
      }
    }
    throw failure("Unknown tag/contents");
  }

  private static ApiFailure failure(String message) {
    return ApiFailure.internalError(OcamlText.failure(message));
  }
}
