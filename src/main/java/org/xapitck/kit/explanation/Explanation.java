package org.xapitck.kit.explanation;

import org.xapitck.kit.model.Redaction;

/** Why a requirement got another verdict than pass: a deviation, or a reason not to judge. */
public sealed interface Explanation permits Deviation, Reason {

  /** What a report says, in one line or several. */
  String text();

  /** The first line of that, without requirement and wire. */
  String headline();

  /** What was seen, in one line. */
  String seen();

  /** The same without any secret. */
  Explanation redacted(Redaction redaction);
}
