package org.xapitck.kit.allure;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.Text;
import org.xapitck.kit.verdict.Cause;

/**
 * {@code categories.json} of one run: the verdict first, then a category for each cause, whose
 * tests are those that show it and those that it blocks, then what has no cause.
 */
final class AllureCategories {

  /** 30 causes: each test is compared with each, and nobody reads more of them as a list. */
  private static final int CAUSES = 30;

  private static final String FIXED = "/reports/categories.json";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private AllureCategories() {}

  static byte[] of(RunReport report) {
    List<Cause> causes = Cause.of(report.verdicts());
    List<Map<String, Object>> all = new ArrayList<>();
    all.add(verdict(report));
    int last = Math.min(CAUSES, causes.size());
    String form = "%0" + String.valueOf(last).length() + "d. ";
    for (int i = 0; i < last; i++) {
      String number = String.format(Locale.ROOT, form, i + 1);
      all.add(category(number + name(report, causes.get(i)), causes.subList(i, i + 1)));
    }
    List<Cause> rest = causes.subList(last, causes.size());
    if (!rest.isEmpty()) {
      all.add(category("and " + Text.count(rest.size(), "further cause"), rest));
    }
    try {
      all.addAll(fixed());
      return MAPPER.writeValueAsBytes(all);
    } catch (IOException e) {
      throw new IllegalStateException(FIXED + " cannot be read from the jar", e);
    }
  }

  /**
   * The name of the first category. Allure's tab sorts by name, so a blank leads, which no page
   * shows, and numbers keep the order of the causes.
   */
  static String title(RunReport report) {
    String word = report.word();
    int causes = Cause.of(report.verdicts()).size();
    return " "
        + word.substring(0, 1).toUpperCase(Locale.ROOT)
        + word.substring(1)
        + (causes == 0 ? "" : ": " + Text.count(causes, "cause"));
  }

  private static Map<String, Object> verdict(RunReport report) {
    Map<String, Object> category = new LinkedHashMap<>();
    category.put("name", title(report));
    category.put(
        "matchedStatuses",
        switch (report.overall()) {
          case CONFORMANT -> List.of("passed");
          case NON_CONFORMANT -> List.of("failed");
          case INCOMPLETE -> List.of("skipped", "broken");
        });
    return category;
  }

  private static String name(RunReport report, Cause cause) {
    int blocks = cause.blocks().size();
    return cause.requirement().id()
        + (cause.isKnown(report.verdicts()) ? ", known" : "")
        + (blocks == 0 ? "" : ", blocks " + blocks)
        + ": "
        + cause.requirement().text();
  }

  private static Map<String, Object> category(String name, List<Cause> causes) {
    String ids =
        causes.stream()
            .map(cause -> cause.requirement().id().replace(".", "\\."))
            .collect(Collectors.joining("|"));
    Map<String, Object> category = new LinkedHashMap<>();
    category.put("name", name);
    category.put("messageRegex", "(?s)(?:" + ids + "): .*|blocked by (?:" + ids + ")");
    return category;
  }

  private static List<Map<String, Object>> fixed() throws IOException {
    try (InputStream in = AllureCategories.class.getResourceAsStream(FIXED)) {
      if (in == null) {
        throw new IllegalStateException(FIXED + " is not in the jar");
      }
      return MAPPER.readValue(in, new TypeReference<>() {});
    }
  }
}
