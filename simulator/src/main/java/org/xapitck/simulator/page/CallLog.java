package org.xapitck.simulator.page;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.OcamlText;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.Value;

/**
 * Remembers the last calls and tells whoever keeps them for longer. Passwords never get in, and of
 * a reference only the beginning, since a session's is as good as a password.
 */
public final class CallLog {
  /** 50 calls: as many as a page shows at a glance. */
  private static final int KEPT = 50;

  /** 80 characters of each parameter. */
  private static final int SHOWN = 80;

  /** 18 characters of a reference: enough to tell a few apart, too few to use it. */
  private static final int REFERENCE = 18;

  private static final String MASK = "***";

  private final ArrayDeque<Line> lines = new ArrayDeque<>();
  private final Supplier<Instant> now;
  private final Consumer<Line> keeper;

  /**
   * One call.
   *
   * @param outcome {@code ok} or the code of the refusal
   */
  public record Line(Instant time, String method, List<String> parameters, String outcome) {

    /** The call as an object of the wire, from which JSON is made. */
    public Value.Struct value() {
      return new Value.Struct(
          List.of(
              new Value.Member("time", Value.of(time.toString())),
              new Value.Member("method", Value.of(method)),
              new Value.Member("parameters", Value.texts(parameters)),
              new Value.Member("outcome", Value.of(outcome))));
    }
  }

  /**
   * An empty log.
   *
   * @param keeper is given every call, on the thread that answers it
   */
  public CallLog(Supplier<Instant> now, Consumer<Line> keeper) {
    this.now = now;
    this.keeper = keeper;
  }

  /** The same API, with each call noted when it is answered. */
  public RpcEndpoint.Api noting(RpcEndpoint.Api api) {
    return (call, then) ->
        api.call(
            call,
            answer -> {
              note(call, answer);
              then.accept(answer);
            });
  }

  private void note(Call call, Answer answer) {
    String outcome = answer instanceof Answer.Failure failure ? failure.code() : "ok";
    Line line = new Line(now.get(), shortened(call.method()), parameters(call), outcome);
    synchronized (lines) {
      lines.addFirst(line);
      if (lines.size() > KEPT) {
        lines.removeLast();
      }
    }
    keeper.accept(line);
  }

  /** The last calls, newest first. */
  public List<Line> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  private static List<String> parameters(Call call) {
    boolean login = call.method().contains("login");
    List<String> shown = new ArrayList<>(call.parameters().size());
    for (Value parameter : call.parameters()) {
      // all of a login but the user name: who forgets a parameter sends the password as another
      shown.add(login && !shown.isEmpty() ? MASK : shown(parameter));
    }
    return shown;
  }

  private static String shown(Value parameter) {
    if (parameter instanceof Value.Text text) {
      return text.text().startsWith("OpaqueRef:") && text.text().length() > REFERENCE
          ? text.text().substring(0, REFERENCE) + "..."
          : shortened(text.text());
    }
    return shortened(OcamlText.print(parameter));
  }

  private static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
  }
}
