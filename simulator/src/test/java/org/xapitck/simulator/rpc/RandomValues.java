package org.xapitck.simulator.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Values that a request may hold, for checks over many of them; the same ones in every run. */
final class RandomValues {
  private static final String[] PIECES = {
    "a", "Z", "0", " ", "<", ">", "&", "\"", "'", "\\", "/", "]]>", "\n", "\t", "é", "任", "🚀", "{"
  };

  private final SplittableRandom random;

  RandomValues(long seed) {
    random = new SplittableRandom(seed);
  }

  Value next(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> new Value.Int(random.nextLong());
      case 1 -> new Value.Real(random.nextInt(1000) / 8.0 + 0.0625);
      case 2 -> new Value.Bool(random.nextBoolean());
      case 3 -> new Value.Nil();
      case 4 -> Value.of(text());
      case 5 -> new Value.Array(list(depth));
      default -> struct(depth);
    };
  }

  private List<Value> list(int depth) {
    List<Value> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(next(depth - 1));
    }
    return items;
  }

  private Value struct(int depth) {
    List<Value.Member> members = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      members.add(new Value.Member("m" + text().strip(), next(depth - 1)));
    }
    return new Value.Struct(members);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  /** A body with a few bytes changed, left out or doubled. */
  byte[] damage(byte[] body) {
    byte[] damaged = body.clone();
    int length = damaged.length;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(length);
      switch (random.nextInt(3)) {
        case 0 -> damaged[at] = (byte) random.nextInt();
        case 1 -> length = Math.max(1, at);
        default -> System.arraycopy(damaged, at / 2, damaged, at, length - at);
      }
    }
    return java.util.Arrays.copyOf(damaged, length);
  }
}
