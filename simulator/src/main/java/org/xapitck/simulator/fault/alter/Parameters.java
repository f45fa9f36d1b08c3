package org.xapitck.simulator.fault.alter;

import java.util.ArrayList;
import java.util.List;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** The parameters of calls, the session being number 0. */
public final class Parameters {
  private Parameters() {}

  /** One parameter as text; empty where it is missing or is no text. */
  public static String text(Call call, int index) {
    return call.parameters().size() > index ? text(call.parameters().get(index)) : "";
  }

  /** The text of a value; empty where it is none. */
  public static String text(Value value) {
    return value instanceof Value.Text text ? text.text() : "";
  }

  /** The reference that a message about a task carries. */
  public static String ref(Call call) {
    return text(call, 1);
  }

  /** The same call with another parameter at this place. */
  public static Call with(Call call, int index, Value value) {
    if (call.parameters().size() <= index) {
      return call;
    }
    List<Value> parameters = new ArrayList<>(call.parameters());
    parameters.set(index, value);
    return new Call(call.method(), parameters);
  }

  /** The same call without the parameters from this number on. */
  public static Call first(Call call, int count) {
    return new Call(
        call.method(), call.parameters().subList(0, Math.min(count, call.parameters().size())));
  }
}
