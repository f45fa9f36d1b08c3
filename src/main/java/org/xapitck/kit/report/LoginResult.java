package org.xapitck.kit.report;

import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Verdict;

/**
 * A login that kept the scenarios of a wire from running.
 *
 * @param wire where the kit tried to log in
 * @param verdict how that ended
 * @param cause why, for people
 */
public record LoginResult(Wire wire, Verdict verdict, String cause) {

  /** The same without any secret. */
  LoginResult redacted(Redaction redaction) {
    return new LoginResult(wire, verdict, redaction.of(cause));
  }
}
