package org.xapitck.kit.book;

import java.util.List;
import java.util.Optional;
import org.xapitck.kit.book.Pages.Ref;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.page.Link;
import org.xapitck.kit.page.Prose;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;

/**
 * A requirement as its page shows it.
 *
 * @param id its id, which is its anchor too
 * @param level how binding it is
 * @param text the sentence
 * @param place release, place in the contract, and whether it is new
 * @param note how an ambiguity was decided; empty without one
 * @param reason why it is not tested; empty where it is
 * @param stories the scenarios that judge it
 * @param verdicts what a run made of it
 * @param defects the seeded defects that prove it
 */
record Demand(
    String id,
    String level,
    Prose text,
    Place place,
    Optional<Prose> note,
    Optional<Prose> reason,
    List<Ref> stories,
    List<Judged> verdicts,
    List<Proof> defects) {
  private static final int LONGEST_MESSAGE = 600;

  /** Its release, its place in the contract, and that it is new, if it is. */
  record Place(String since, Link link, String novelty) {}

  /** What a run made of it on a wire. */
  record Judged(String wire, String sign, String verdict, String message) {
    boolean isSaid() {
      return !message.isEmpty();
    }
  }

  /** A seeded defect. */
  record Proof(String name, Prose text) {}

  static Demand of(Book book, Topic topic, Requirement one) {
    return new Demand(
        one.id(),
        one.level().id(),
        Prose.of(one.text()),
        new Place(
            ReleaseNames.of(one.since()),
            Link.of(one.citation().words(), one.citation().address()),
            one.novelty().map(words -> "; " + words).orElse("")),
        Optional.of(one.note()).filter(text -> !text.isEmpty()).map(Prose::of),
        one.reason().map(Prose::of),
        topic.stories(one).stream()
            .map(story -> new Ref("#" + story.anchor(), story.name()))
            .toList(),
        book.verdicts(one).stream().map(Demand::judged).toList(),
        book.defects(one).stream()
            .map(defect -> new Proof(defect.name(), Prose.of(defect.text())))
            .toList());
  }

  private static Judged judged(RequirementVerdict entry) {
    return new Judged(
        entry.wire().title(),
        sign(entry.verdict()),
        entry.verdict().id(),
        Excerpt.fitting(entry.message(), LONGEST_MESSAGE));
  }

  private static String sign(Verdict verdict) {
    return verdict == Verdict.PASS ? "\u2713" : verdict == Verdict.FAIL ? "\u2717" : "";
  }

  boolean hasStories() {
    return !stories.isEmpty();
  }

  boolean hasDefects() {
    return !defects.isEmpty();
  }

  /** Whether the run found it broken on any wire. */
  boolean isBroken() {
    return verdicts.stream().anyMatch(one -> one.verdict().equals(Verdict.FAIL.id()));
  }
}
