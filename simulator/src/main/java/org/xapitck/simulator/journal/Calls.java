package org.xapitck.simulator.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/**
 * Makes of calls what may be kept: without passwords, with long texts shortened, and one object for
 * calls that are alike, since clients that poll send the same again and again.
 */
final class Calls {
  /** 1,024 characters of each text: a body may have 300 KiB, and the journal must stay small. */
  private static final int SHOWN = 1024;

  /** 1,024 calls that may come again. */
  private static final int KNOWN = 1024;

  private static final Value MASK = new Value.Text("***");

  private final AtomicReferenceArray<Call> known = new AtomicReferenceArray<>(KNOWN);

  static boolean isLogin(String method) {
    return method.contains("login");
  }

  /** What may be kept of a call. */
  Call kept(Call call) {
    List<Value> parameters = call.parameters();
    if (isLogin(call.method())) {
      List<Value> masked = new ArrayList<>(parameters.size());
      // all but the user name: who forgets a parameter sends the password as another
      parameters.forEach(p -> masked.add(masked.isEmpty() ? shortened(p) : MASK));
      return new Call(shortened(call.method()), masked);
    }
    int place = call.method().length();
    for (int i = 0; i < parameters.size(); i++) {
      if (!(parameters.get(i) instanceof Value.Text text) || text.text().length() > SHOWN) {
        return new Call(
            shortened(call.method()), parameters.stream().map(Calls::shortened).toList());
      }
      place = 31 * place + end(text.text());
    }
    return call.method().length() > SHOWN
        ? new Call(shortened(call.method()), parameters)
        : same(call, place);
  }

  /** What tells references apart soon enough: their last characters. */
  private static int end(String text) {
    int hash = text.length();
    for (int i = Math.max(0, text.length() - 4); i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }

  private Call same(Call call, int place) {
    int slot = (place ^ place >>> 16) & (KNOWN - 1);
    Call before = known.getAcquire(slot);
    if (call.equals(before)) {
      return before;
    }
    known.setRelease(slot, call);
    return call;
  }

  private static Value shortened(Value value) {
    if (value instanceof Value.Text text) {
      return text.text().length() > SHOWN ? new Value.Text(shortened(text.text())) : value;
    } else if (value instanceof Value.Array array) {
      return new Value.Array(array.items().stream().limit(SHOWN).map(Calls::shortened).toList());
    } else if (value instanceof Value.Struct struct) {
      return new Value.Struct(
          struct.members().stream()
              .limit(SHOWN)
              .map(m -> new Value.Member(shortened(m.name()), shortened(m.value())))
              .toList());
    } else if (value instanceof Value.Base64 base64) {
      return new Value.Base64(shortened(base64.text()));
    }
    return value instanceof Value.Time time ? new Value.Time(shortened(time.text())) : value;
  }

  private static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
  }
}
