package org.xapitck.kit.verdict;

import java.util.Optional;
import java.util.Set;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.Explanation;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Wire;

/**
 * How one scenario ended for one of its requirements on one wire.
 *
 * @param requirement id of the requirement
 * @param wire the wire of the execution
 * @param scenario name of the scenario with its feature, as people read it
 * @param result how it ended
 * @param explanation why; empty on pass
 * @param grounds what it takes for granted
 */
public record Outcome(
    String requirement,
    Wire wire,
    String scenario,
    Result result,
    Optional<Explanation> explanation,
    Grounds grounds) {

  /**
   * What an outcome takes for granted.
   *
   * @param rests ids of requirements that would explain it, were they broken
   * @param owners what was seen, of the requirement that it belongs to; empty where the outcome is
   *     that of its own requirement
   * @param confirmed whether that was seen twice
   */
  public record Grounds(Set<String> rests, Optional<Deviation> owners, boolean confirmed) {
    /** Nothing. */
    public static final Grounds NONE = new Grounds(Set.of(), Optional.empty(), false);

    public Grounds {
      rests = Set.copyOf(rests);
    }

    /** What its scenario called, where it judged its own requirement. */
    public static Grounds on(Set<String> rests) {
      return new Grounds(rests, Optional.empty(), false);
    }
  }

  /** An outcome that takes nothing for granted. */
  public Outcome(
      String requirement,
      Wire wire,
      String scenario,
      Result result,
      Optional<Explanation> explanation) {
    this(requirement, wire, scenario, result, explanation, Grounds.NONE);
  }

  /** An outcome other than a pass. */
  public Outcome(
      String requirement, Wire wire, String scenario, Result result, Explanation explanation) {
    this(requirement, wire, scenario, result, Optional.of(explanation));
  }

  /** A pass. */
  public static Outcome passed(String requirement, Wire wire, String scenario) {
    return new Outcome(requirement, wire, scenario, Result.PASSED, Optional.empty());
  }

  /** The same with these grounds. */
  public Outcome on(Grounds other) {
    return new Outcome(requirement, wire, scenario, result, explanation, other);
  }

  /** The same, ended in another way for this reason. */
  Outcome as(Result other, Explanation why) {
    return new Outcome(requirement, wire, scenario, other, Optional.of(why), grounds);
  }

  /** The same without any secret. */
  public Outcome redacted(Redaction redaction) {
    return new Outcome(
        requirement,
        wire,
        scenario,
        result,
        explanation.map(why -> why.redacted(redaction)),
        new Grounds(
            grounds.rests(),
            grounds.owners().map(one -> one.redacted(redaction)),
            grounds.confirmed()));
  }

  /** What was seen, in one line; empty on pass. */
  String seen() {
    return explanation.map(Explanation::seen).orElse("");
  }

  /** Why, for people; empty on pass. */
  public String message() {
    return explanation.map(Explanation::text).orElse("");
  }

  /** How a scenario can end; the level of the requirement makes a verdict of it. */
  public enum Result {
    PASSED,
    /** A When or Then found the server wrong. */
    FAILED,
    /** A Given was refused, an account is missing, or the server is gone. */
    NOT_TESTABLE,
    /** The release or the server's answers leave nothing to judge. */
    NOT_APPLICABLE,
    /** The kit failed. */
    KIT_ERROR
  }
}
