package org.xapitck.kit.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.explanation.Because;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.Explanation;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.verdict.Baseline;
import org.xapitck.kit.verdict.RequirementVerdict;

/** The requirements of an older run: what each got, and which deviations were known. */
final class JudgedRequirements {
  private static final Pattern ID = Pattern.compile("[a-z0-9_]+(\\.[A-Za-z0-9_-]+)+");

  private final List<Fields> entries;
  private final Catalogue catalogue;

  /**
   * The entries of a file.
   *
   * @param entries each of a requirement on a wire
   * @param catalogue gives the words of the requirements; one that it lacks keeps its id and level
   */
  JudgedRequirements(List<Fields> entries, Catalogue catalogue) {
    this.entries = entries;
    this.catalogue = catalogue;
  }

  /** The verdict of each, in the order of the file. */
  List<RequirementVerdict> verdicts() {
    List<RequirementVerdict> all = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (Fields entry : entries) {
      RequirementVerdict verdict =
          new RequirementVerdict(
              requirement(entry),
              entry.wire(entry.text("wire")),
              entry.verdict(),
              explanation(entry),
              entry.texts("scenarios"));
      if (!seen.add(verdict.requirement().id() + " " + verdict.wire())) {
        throw entry.damaged(verdict.requirement().id() + " stands there twice");
      }
      all.add(verdict);
    }
    return all;
  }

  private Requirement requirement(Fields entry) {
    String id = entry.text("id");
    if (!ID.matcher(id).matches()) {
      throw entry.damaged("an id has a form that no requirement has");
    }
    Level level = entry.word(entry.text("level"), Level.values(), Level::id);
    return catalogue
        .find(id)
        .filter(known -> known.level() == level)
        .orElseGet(
            () ->
                new Requirement(
                    id,
                    Requirement.Kind.CLASS,
                    level,
                    "rio",
                    new Requirement.Wording(
                        "another catalogue",
                        "A requirement of another version of the catalogue.",
                        "")))
        .newIn(entry.optionalNumber("new_in"));
  }

  /** The known deviations; where and why an entry was written is not in the file. */
  Baseline known() {
    List<Baseline.Entry> known = new ArrayList<>();
    for (Fields entry : entries) {
      String reason = entry.optional("known");
      if (!reason.isEmpty()) {
        known.add(
            new Baseline.Entry(
                entry.text("id"),
                Optional.of(entry.wire(entry.text("wire"))),
                reason,
                "",
                Optional.empty(),
                true,
                "results.json"));
      }
    }
    return new Baseline(known);
  }

  /** Why an entry, of a requirement or of a scenario, did not pass. */
  static Optional<Explanation> explanation(Fields entry) {
    String message = entry.text("message");
    if (entry.has("deviation")) {
      return Optional.of(deviation(entry, entry.object("deviation")));
    }
    String because = entry.optional("because");
    if (!because.isEmpty() && !Because.isWord(because) && !ID.matcher(because).matches()) {
      throw entry.damaged("because is neither an id nor one of the known words: " + because);
    }
    return Optional.of(message)
        .filter(words -> !words.isEmpty())
        .map(
            words ->
                because.isEmpty()
                    ? new Reason.Restored(words)
                    : new Reason.Restored(words, because));
  }

  private static Deviation deviation(Fields entry, Fields values) {
    return new Deviation(
        entry.text("id"),
        entry.wire(entry.text("wire")),
        values.text("demand"),
        values.text("call"),
        values.text("expected"),
        values.text("actual"),
        values.text("grace"),
        values.text("contract"),
        values.text("rerun"));
  }
}
