package org.xapitck.simulator.rpc.jsonrpc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.rpc.Value;

/** Finds the string that is no UTF-8 among values whose characters stand for single bytes. */
final class BadUtf8 {
  private BadUtf8() {}

  static Optional<String> firstIn(List<Value> values) {
    return values.stream().flatMap(value -> firstIn(value).stream()).findFirst();
  }

  private static Optional<String> firstIn(Value value) {
    if (value instanceof Value.Text text) {
      return isUtf8(text.text()) ? Optional.empty() : Optional.of(text.text());
    }
    if (value instanceof Value.Array array) {
      return firstIn(array.items());
    }
    if (value instanceof Value.Struct struct) {
      for (Value.Member member : struct.members()) {
        Optional<String> bad =
            isUtf8(member.name()) ? firstIn(member.value()) : Optional.of(member.name());
        if (bad.isPresent()) {
          return bad;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isUtf8(String bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
