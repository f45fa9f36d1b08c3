package org.xapitck.kit.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.Printable;

/**
 * Writes what a person needs to act on a deviation: requirement, wire and sentence first, then both
 * values, then where it is written and how to see it again. No text holds a control character, so
 * nothing that a server sends can move a cursor.
 */
public final class FailureText {
  /** 12: two spaces, the longest label and two spaces; further lines of a value start below it. */
  private static final String INDENT = "\n" + " ".repeat(12);

  private FailureText() {}

  /** Five lines or more. */
  public static String of(Deviation deviation) {
    return plain(deviation.requirement())
        + " on "
        + deviation.wire().id()
        + ": "
        + demand(deviation)
        + "\n"
        + String.join("\n", values(deviation))
        + "\n  contract  "
        + plain(deviation.contract())
        + "\n  rerun     "
        + plain(rerun(deviation, List.of(deviation.wire())));
  }

  /**
   * The command that shows a deviation again.
   *
   * @param wires to run over; all of them where none is named
   */
  public static String rerun(Deviation deviation, Collection<Wire> wires) {
    String over = wires.stream().map(Wire::id).collect(Collectors.joining(","));
    return "java -jar xapi-task-tck.jar rerun "
        + deviation.requirement()
        + (over.isEmpty() ? "" : " --wire " + over)
        + deviation.rerun();
  }

  /** The sentence that was demanded, as the first line of the whole text has it. */
  public static String demand(Deviation deviation) {
    return plain(deviation.demand());
  }

  /** The expected and the actual value and the grace, if any; a value may take several lines. */
  public static List<String> values(Deviation deviation) {
    List<String> values = new ArrayList<>();
    values.add("  expected  " + plain(deviation.expected()));
    values.add("  actual    " + plain(withCall(deviation.actual(), deviation.call())));
    if (!deviation.grace().isEmpty()) {
      values.add("  warning   " + plain(deviation.grace()));
    }
    return values;
  }

  /** Both values in one sentence, as they are. */
  static String inOneLine(String expected, String actual, String call) {
    return "expected " + expected + ", actual " + withCall(actual, call);
  }

  /** A value with the call that gave it, if any. */
  static String withCall(String actual, String call) {
    return call.isEmpty() ? actual : actual + "  (" + call + ")";
  }

  private static String plain(String text) {
    return Printable.escaped(text).replace("\n", INDENT);
  }
}
