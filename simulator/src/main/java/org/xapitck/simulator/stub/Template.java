package org.xapitck.simulator.stub;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xapitck.simulator.record.StoredText;
import org.xapitck.simulator.rpc.Value;

/**
 * What the dollars of a stub stand for in one call.
 *
 * @param message the name that was called
 * @param parameters those after the session
 */
record Template(String message, List<Value> parameters) {
  private static final Pattern MARK = Pattern.compile("\\$(\\$|message|[1-9])");

  /** A text with its marks replaced; a parameter that was not given is the empty text. */
  String fill(String text) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    return MARK.matcher(text).replaceAll(mark -> Matcher.quoteReplacement(of(mark.group(1))));
  }

  private String of(String mark) {
    return switch (mark) {
      case "$" -> "$";
      case "message" -> message;
      default -> StoredText.of(parameter(mark));
    };
  }

  private Value parameter(String digit) {
    int index = Integer.parseInt(digit) - 1;
    return index < parameters.size() ? parameters.get(index) : Value.VOID;
  }

  /** A value with the marks of all its texts replaced; a text that is one mark keeps the type. */
  Value fill(Value value) {
    if (value instanceof Value.Text text) {
      String mark = text.text();
      return mark.matches("\\$[1-9]") ? parameter(mark.substring(1)) : Value.of(fill(mark));
    }
    if (value instanceof Value.Array array) {
      return new Value.Array(array.items().stream().map(this::fill).toList());
    }
    if (value instanceof Value.Struct struct) {
      return new Value.Struct(
          struct.members().stream()
              .map(member -> new Value.Member(fill(member.name()), fill(member.value())))
              .toList());
    }
    return value;
  }
}
