package org.xapitck.kit.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Wire;

/**
 * A journal that writes each note into a story, such as {@code noted made T1}, and can refuse the
 * notes of a kind, as a full disk does.
 */
public final class FakeJournal implements Journal {
  private final List<String> story;
  private final Set<String> refused = new HashSet<>();

  /** A journal that keeps every note in the story. */
  public FakeJournal(List<String> story) {
    this.story = story;
  }

  /** Refuses notes of a kind from now on: {@code intent}, {@code made}, {@code gone}, ... */
  public FakeJournal refusing(String kind) {
    refused.add(kind);
    return this;
  }

  @Override
  public void intent(int number, String mark, Wire wire) {
    note("intent", mark.isEmpty() ? "unmarked" : mark);
  }

  @Override
  public void made(int number, String ref) {
    note("made", ref);
  }

  @Override
  public void started(int number, String ref) {
    note("started", ref);
  }

  @Override
  public void refused(int number) {
    note("refused", String.valueOf(number));
  }

  @Override
  public void gone(String ref) {
    note("gone", ref);
  }

  private void note(String kind, String what) {
    if (refused.contains(kind)) {
      throw new LedgerUnusable(new Reason.LedgerUnwritable("the ledger", "the disk is full"));
    }
    story.add("noted " + kind + " " + what);
  }

  @Override
  public void close() {
    story.add("closed the journal");
  }
}
