package org.xapitck.kit.explanation;

import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;

/**
 * What a server did otherwise than a requirement demands, as values; {@link FailureText} writes it.
 *
 * @param requirement id of the requirement
 * @param wire where it was seen
 * @param demand what was demanded, in one sentence
 * @param call the call that showed it; empty where no single one did
 * @param expected the value that would have been right
 * @param actual the value that came
 * @param grace why it does not count yet; empty where it does
 * @param contract where the demand is written
 * @param rerun options that repeating it takes, as the shell takes them; empty or with a space in
 *     front
 */
public record Deviation(
    String requirement,
    Wire wire,
    String demand,
    String call,
    String expected,
    String actual,
    String grace,
    String contract,
    String rerun)
    implements Explanation {

  /** A deviation from a requirement of the catalogue, in the catalogue's own words. */
  public static Deviation of(
      Requirement requirement, Wire wire, ConformanceFailure failure, String rerun) {
    return new Deviation(
        requirement.id(),
        wire,
        requirement.text(),
        failure.call(),
        failure.expected(),
        failure.actual(),
        requirement.grace().orElse(""),
        requirement.citation().text(),
        rerun);
  }

  @Override
  public String text() {
    return FailureText.of(this);
  }

  @Override
  public String headline() {
    return FailureText.demand(this);
  }

  @Override
  public String seen() {
    return FailureText.inOneLine(expected, actual, call);
  }

  /** The same as a deviation from another requirement. */
  public Deviation of(Requirement other) {
    return new Deviation(
        other.id(),
        wire,
        other.text(),
        call,
        expected,
        actual,
        other.grace().orElse(""),
        other.citation().text(),
        rerun);
  }

  @Override
  public Deviation redacted(Redaction redaction) {
    return RecordTexts.redacted(this, redaction);
  }
}
