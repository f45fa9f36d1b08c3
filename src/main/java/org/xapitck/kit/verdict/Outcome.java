package org.xapitck.kit.verdict;

import java.util.Optional;
import org.xapitck.kit.model.Wire;

/**
 * How one scenario ended for one of its requirements on one wire.
 *
 * @param requirement id of the requirement
 * @param wire the wire of the execution
 * @param scenario name of the scenario with its feature, as people read it
 * @param result how it ended
 * @param explanation why; empty on pass
 */
public record Outcome(
    String requirement,
    Wire wire,
    String scenario,
    Result result,
    Optional<Explanation> explanation) {

  /** An outcome other than a pass. */
  public Outcome(
      String requirement, Wire wire, String scenario, Result result, Explanation explanation) {
    this(requirement, wire, scenario, result, Optional.of(explanation));
  }

  /** A pass. */
  public static Outcome passed(String requirement, Wire wire, String scenario) {
    return new Outcome(requirement, wire, scenario, Result.PASSED, Optional.empty());
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
