package org.xapitck.kit.verdict;

import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.Printable;

/**
 * What a person needs to act on a deviation: requirement, wire and sentence first, then both
 * values, then where it is written and how to see it again.
 *
 * @param requirement id of the requirement
 * @param wire where it was seen
 * @param sentence what was demanded
 * @param expected the value that would have been right
 * @param actual the value that came, with the call that gave it
 * @param grace why it does not count yet; empty where it does
 * @param source where the demand is written
 * @param rerun the command that repeats it
 */
public record FailureText(
    String requirement,
    Wire wire,
    String sentence,
    String expected,
    String actual,
    String grace,
    String source,
    String rerun) {

  /** 12: two spaces, the longest label and two spaces; further lines of a value start below it. */
  private static final String INDENT = "\n" + " ".repeat(12);

  /** A deviation from a requirement of the catalogue, in the catalogue's own words. */
  public static FailureText of(Requirement requirement, Wire wire, String expected, String actual) {
    return of(requirement, wire, requirement.text(), expected, actual);
  }

  /** The same with a sentence that says more exactly what was demanded. */
  public static FailureText of(
      Requirement requirement, Wire wire, String sentence, String expected, String actual) {
    return new FailureText(
        requirement.id(),
        wire,
        sentence,
        expected,
        actual,
        requirement.grace().orElse(""),
        requirement.source(),
        "java -jar xapi-task-tck.jar rerun " + requirement.id() + " --wire " + wire.id());
  }

  /**
   * The same where repeating takes more options.
   *
   * @param options as the shell takes them, empty or with a space in front
   */
  public FailureText rerun(String options) {
    return new FailureText(
        requirement, wire, sentence, expected, actual, grace, source, rerun + options);
  }

  /**
   * Five lines or more; holds no control character, so nothing a server sends can move a cursor.
   */
  public String render() {
    return plain(requirement)
        + " on "
        + wire.id()
        + ": "
        + plain(sentence)
        + "\n  expected  "
        + plain(expected)
        + "\n  actual    "
        + plain(actual)
        + (grace.isEmpty() ? "" : "\n  warning   " + plain(grace))
        + "\n  page      "
        + plain(source)
        + "\n  again     "
        + plain(rerun);
  }

  private static String plain(String text) {
    return Printable.escaped(text).replace("\n", INDENT);
  }
}
