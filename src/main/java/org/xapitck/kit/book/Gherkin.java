package org.xapitck.kit.book;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xapitck.kit.page.Prose;

/** Finds the keywords of a scenario, so that a page can show them in another way. */
final class Gherkin {
  private static final Pattern KEYWORD =
      Pattern.compile(
          "(?m)^ *((?:Scenario Outline|Scenario|Examples|Given|When|Then|And|But)\\b:?)");

  private Gherkin() {}

  /** The text in parts; those that are marked are keywords. */
  static Prose marked(String text) {
    List<Prose.Part> parts = new ArrayList<>();
    Matcher keyword = KEYWORD.matcher(text);
    int from = 0;
    while (keyword.find()) {
      parts.add(new Prose.Part(text.substring(from, keyword.start(1)), false));
      parts.add(new Prose.Part(keyword.group(1), true));
      from = keyword.end(1);
    }
    parts.add(new Prose.Part(text.substring(from), false));
    return new Prose(parts);
  }
}
