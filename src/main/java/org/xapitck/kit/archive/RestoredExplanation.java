package org.xapitck.kit.archive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Deviation;
import org.xapitck.kit.verdict.Explanation;
import org.xapitck.kit.verdict.Reason;

/**
 * Reads the {@code message} of a {@code results.json}, which is all that the file holds of a
 * deviation. What does not make the same text again is kept as a text.
 */
final class RestoredExplanation {
  private static final Pattern DEVIATION =
      Pattern.compile(
          "\\S+ on \\S+: (?<demand>.*?)"
              + "\n  expected  (?<expected>.*?)"
              + "\n  actual    (?<actual>.*?)(  \\((?<call>[^\n]*?)\\))?"
              + "(\n  warning   (?<grace>.*?))?"
              + "\n  page      (?<contract>[^\n]*)"
              + "\n  again     java -jar xapi-task-tck[.]jar rerun \\S+ --wire \\w+(?<rerun>[^\n]*)",
          Pattern.DOTALL);

  /** Further lines of a value begin below its first one. */
  private static final String INDENT = "\n" + " ".repeat(12);

  private RestoredExplanation() {}

  /** Why a requirement got its verdict on a wire; empty where nothing was said. */
  static Optional<Explanation> of(String requirement, Wire wire, String message) {
    if (message.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        deviation(requirement, wire, message)
            .<Explanation>map(found -> found)
            .orElseGet(() -> new Reason.Restored(message)));
  }

  private static Optional<Deviation> deviation(String requirement, Wire wire, String message) {
    Matcher matcher = DEVIATION.matcher(message);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Deviation found =
        new Deviation(
            requirement,
            wire,
            value(matcher, "demand"),
            value(matcher, "call"),
            value(matcher, "expected"),
            value(matcher, "actual"),
            value(matcher, "grace"),
            value(matcher, "contract"),
            value(matcher, "rerun"));
    return Optional.of(found).filter(one -> one.text().equals(message));
  }

  private static String value(Matcher matcher, String name) {
    String text = matcher.group(name);
    return text == null ? "" : text.replace(INDENT, "\n");
  }
}
