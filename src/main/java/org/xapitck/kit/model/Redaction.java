package org.xapitck.kit.model;

/** Removes secrets from texts; the result may leave the kit. */
@FunctionalInterface
public interface Redaction {

  /** For texts that were redacted before, as those of an older report are. */
  Redaction DONE = text -> text;

  /** The text without any secret. */
  String of(String text);
}
