package org.xapitck.kit.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text in the label or description of a task that marks it as made by a run of the kit: {@code
 * xapi-task-tck 5f3a9c1e-17}.
 *
 * @param run eight hexadecimal digits that no other run has
 */
public record RunMark(String run) {
  private static final String WORD = "xapi-task-tck ";
  private static final Pattern RUN = Pattern.compile("[0-9a-f]{8}");
  private static final Pattern FORM = Pattern.compile(WORD + "([0-9a-f]{8})-[0-9]{1,9}");

  public RunMark {
    if (!RUN.matcher(run).matches()) {
      throw new IllegalArgumentException("a run has eight hexadecimal digits, not " + run);
    }
  }

  /** The mark of one task. */
  public String numbered(int number) {
    return WORD + run + "-" + number;
  }

  /** Whether a text holds the mark of any run, perhaps beside other words. */
  public static boolean isIn(String text) {
    return text.contains(WORD);
  }

  /**
   * The run that a text as a whole is the mark of; a text that merely holds one is somebody else's.
   */
  public static Optional<String> runOf(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
