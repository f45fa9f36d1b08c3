package org.xapitck.kit.book;

import java.util.Locale;
import java.util.Set;

/**
 * One scenario as a reader sees it.
 *
 * @param file of the feature, relative to the features
 * @param feature its title
 * @param rule the rule that it stands under; empty without one
 * @param name of the scenario, parameters not filled in
 * @param tags ids of what it judges, those of its examples included
 * @param gherkin its text, examples included
 */
record Story(
    String file, String feature, String rule, String name, Set<String> tags, String gherkin) {

  Story {
    tags = Set.copyOf(tags);
  }

  /** An anchor that stays while the scenario keeps its name. */
  String anchor() {
    return (file.replaceFirst(".*/", "").replace(".feature", "") + " " + name)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9_]+", "-")
        .replaceAll("-$", "");
  }
}
