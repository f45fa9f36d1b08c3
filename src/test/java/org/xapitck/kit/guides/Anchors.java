package org.xapitck.kit.guides;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names by which GitHub and GitLab link to the headings of a file of Markdown. */
final class Anchors {
  private static final Pattern BLOCKS = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

  /** What an anchor is made without: all but letters, digits, underscores, blanks and hyphens. */
  private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{N}_ -]");

  private Anchors() {}

  /** Text without its fenced blocks, in which a hash begins a comment. */
  static String withoutBlocks(String markdown) {
    return BLOCKS.matcher(markdown).replaceAll("");
  }

  /** The anchors of a text, in its order; of equal headings the second has {@code -1}. */
  static Set<String> of(String markdown) {
    Set<String> anchors = new LinkedHashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    HEADING
        .matcher(withoutBlocks(markdown))
        .results()
        .map(heading -> anchor(heading.group(1)))
        .forEach(
            anchor -> {
              int before = seen.merge(anchor, 1, Integer::sum) - 1;
              anchors.add(before == 0 ? anchor : anchor + "-" + before);
            });
    return anchors;
  }

  private static String anchor(String heading) {
    String kept = DROPPED.matcher(heading.strip().toLowerCase(Locale.ROOT)).replaceAll("");
    return kept.replace(' ', '-');
  }
}
