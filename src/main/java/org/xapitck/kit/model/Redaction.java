package org.xapitck.kit.model;

/** Takes secrets out of texts; what it gives may leave the kit. */
@FunctionalInterface
public interface Redaction {

  /** For texts that were redacted before, as those of an older report are. */
  Redaction DONE = text -> text;

  /** The text without any secret. */
  String of(String text);
}
