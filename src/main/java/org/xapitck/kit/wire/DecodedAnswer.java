package org.xapitck.kit.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.kit.model.Value;

/**
 * What a client library decoded, as a {@link Value}, so that it can be compared with the strict
 * parser's.
 */
final class DecodedAnswer {
  private DecodedAnswer() {}

  /**
   * A value of the libraries: texts, numbers, truth values, null, lists or arrays and maps of
   * these.
   *
   * @throws IllegalArgumentException where it is something else, which no library should make
   */
  static Value value(Object object) {
    if (object instanceof Value value) {
      return value;
    } else if (object == null) {
      return new Value.Nil();
    } else if (object instanceof String text) {
      return new Value.Text(text);
    } else if (object instanceof Boolean truth) {
      return new Value.Bool(truth);
    } else if (object instanceof BigDecimal number) {
      return new Value.Number(number, false);
    } else if (object instanceof Integer || object instanceof Long) {
      return new Value.Number(BigDecimal.valueOf(((Number) object).longValue()), true);
    } else if (object instanceof BigInteger number) {
      return new Value.Number(new BigDecimal(number), true);
    } else if (object instanceof Object[] array) {
      return array(Arrays.asList(array));
    } else if (object instanceof List<?> list) {
      return array(list);
    } else if (object instanceof Map<?, ?> map) {
      return struct(map);
    }
    throw new IllegalArgumentException("a value of " + object.getClass());
  }

  private static Value array(List<?> list) {
    List<Value> elements = new ArrayList<>(list.size());
    list.forEach(element -> elements.add(value(element)));
    return new Value.Array(elements);
  }

  private static Value struct(Map<?, ?> map) {
    Map<String, Value> members = new LinkedHashMap<>();
    map.forEach((name, member) -> members.put(String.valueOf(name), value(member)));
    return new Value.Struct(members);
  }

  /** Whether two values are the same, whatever the order of members and the spelling of numbers. */
  static boolean same(Value one, Value other) {
    if (one instanceof Value.Number a && other instanceof Value.Number b) {
      return a.number().compareTo(b.number()) == 0;
    }
    if (one instanceof Value.Array a && other instanceof Value.Array b) {
      return sameElements(a.elements(), b.elements());
    }
    if (one instanceof Value.Struct a && other instanceof Value.Struct b) {
      return a.members().keySet().equals(b.members().keySet())
          && a.members().entrySet().stream()
              .allMatch(member -> same(member.getValue(), b.members().get(member.getKey())));
    }
    return one.equals(other);
  }

  private static boolean sameElements(List<Value> a, List<Value> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }
}
