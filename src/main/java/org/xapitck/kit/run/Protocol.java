package org.xapitck.kit.run;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xapitck.kit.target.Conversation;
import org.xapitck.kit.wire.CurlScript;
import org.xapitck.kit.wire.Secrets;
import org.xapitck.kit.wire.Timed;
import org.xapitck.kit.wire.Transcript;

/**
 * The exchanges of a scenario as text: with the lines that repeat them where the scenario did not
 * pass.
 */
final class Protocol {
  /** 16 KiB of each body where a scenario passed; a deviation is shown whole. */
  private static final int BODY_OF_A_PASS = 16 * 1024;

  private final Conversation conversation;
  private final Secrets secrets;
  private final boolean whole;

  /**
   * The texts of one wire.
   *
   * @param whole whether a scenario that passed is shown like one that did not
   */
  Protocol(Conversation conversation, Secrets secrets, boolean whole) {
    this.conversation = conversation;
    this.secrets = secrets;
    this.whole = whole;
  }

  /** The text of a scenario; empty where it sent nothing. */
  String of(RunningScenario scenario, boolean passed) {
    List<Timed> timed = scenario.timed();
    boolean brief = passed && !whole;
    List<String> lines =
        brief
            ? List.of()
            : CurlScript.of(scenario.exchanges(), conversation.target().endpoint(), secrets);
    int limit = brief ? BODY_OF_A_PASS : Integer.MAX_VALUE;
    String exchanges =
        IntStream.range(0, timed.size())
            .mapToObj(
                i ->
                    Transcript.of(
                        timed.get(i),
                        secrets,
                        conversation.ledger()::owns,
                        limit,
                        brief ? "" : lines.get(i)))
            .collect(Collectors.joining("\n"));
    return preamble(CurlScript.needs(lines)) + exchanges;
  }

  private static String preamble(List<String> variables) {
    return variables.isEmpty()
        ? ""
        : "The lines for bash need: " + String.join(", ", variables) + "\n\n";
  }

  /** For terminals. */
  String printable(String transcript) {
    return secrets.mask(Printable.of(transcript));
  }

  /** The text without any secret. */
  String masked(String text) {
    return secrets.mask(text);
  }

  /** Whether the texts are printed. */
  boolean isShown() {
    return whole;
  }
}
