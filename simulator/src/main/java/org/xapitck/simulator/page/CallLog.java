package org.xapitck.simulator.page;

import java.time.Instant;
import java.util.List;
import org.xapitck.simulator.journal.Entry;
import org.xapitck.simulator.rpc.OcamlText;
import org.xapitck.simulator.rpc.Value;

/** Shows calls to people: short, and of a reference only the beginning. */
public final class CallLog {
  /** 50 calls: as many as a page shows at a glance. */
  public static final int SHOWN_CALLS = 50;

  /** 80 characters of each parameter. */
  private static final int SHOWN = 80;

  /** 18 characters of a reference: enough to tell a few apart, too few to use it. */
  private static final int REFERENCE = 18;

  private CallLog() {}

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

  /** The line of a call that was answered. */
  public static Line line(Entry entry) {
    return new Line(
        entry.time(),
        shortened(entry.call().method()),
        entry.call().parameters().stream().map(CallLog::shown).toList(),
        entry.outcome());
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
