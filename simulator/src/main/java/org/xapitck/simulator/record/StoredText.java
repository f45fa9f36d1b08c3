package org.xapitck.simulator.record;

import org.xapitck.simulator.rpc.FloatText;
import org.xapitck.simulator.rpc.Value;

/** The text that xapi's database stores for a value, by which filters compare. */
public final class StoredText {
  private StoredText() {}

  /** The text of a value. */
  public static String of(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Time time) {
      return time.text();
    }
    if (value instanceof Value.Real real) {
      return FloatText.general(real.number(), 18);
    }
    if (value instanceof Value.Int integer) {
      return Long.toString(integer.number());
    }
    if (value instanceof Value.Bool bool) {
      return Boolean.toString(bool.flag());
    }
    StringBuilder set = new StringBuilder("(");
    if (value instanceof Value.Array array) {
      for (Value item : array.items()) {
        set.append(set.length() == 1 ? "" : " ").append(quoted(of(item)));
      }
    } else if (value instanceof Value.Struct map) {
      for (Value.Member member : map.members()) {
        set.append(set.length() == 1 ? "" : " ").append('(').append(quoted(member.name()));
        set.append(' ').append(quoted(of(member.value()))).append(')');
      }
    }
    return set.append(')').toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
