package org.xapitck.simulator.rpc.jsonrpc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.xapitck.simulator.rpc.Value;

/** Finds text among the parameters of a call that is no Unicode text. */
final class BadText {
  private BadText() {}

  /** The first text or name, from left to right, that is bad. */
  static Optional<String> firstIn(List<Value> values, Predicate<String> bad) {
    return values.stream().flatMap(value -> firstIn(value, bad).stream()).findFirst();
  }

  private static Optional<String> firstIn(Value value, Predicate<String> bad) {
    if (value instanceof Value.Text text) {
      return Optional.of(text.text()).filter(bad);
    }
    if (value instanceof Value.Array array) {
      return firstIn(array.items(), bad);
    }
    if (value instanceof Value.Struct struct) {
      return struct.members().stream()
          .flatMap(
              member ->
                  Optional.of(member.name())
                      .filter(bad)
                      .or(() -> firstIn(member.value(), bad))
                      .stream())
          .findFirst();
    }
    return Optional.empty();
  }

  /** Whether a text of which each character stands for one byte is no UTF-8. */
  static boolean isNoUtf8(String bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)));
      return false;
    } catch (CharacterCodingException e) {
      return true;
    }
  }

  /** Whether half of a pair stands in it without the other half. */
  static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /** Whether the first half of a pair stands in it without the second. */
  static boolean hasLoneHighSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_HIGH_SURROGATE && c <= Character.MAX_HIGH_SURROGATE);
  }
}
