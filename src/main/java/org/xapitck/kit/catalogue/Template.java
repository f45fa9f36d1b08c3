package org.xapitck.kit.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entries that are alike, written once: {@code {name}} stands for the value of a row, {@code
 * {name+7}} for a number of the row and seven more.
 */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)(?:\\+([0-9]+))?}");

  private final String file;
  private final Map<String, Object> row;
  private final Set<String> used = new HashSet<>();

  private Template(String file, Map<String, Object> row) {
    this.file = file;
    this.row = row;
  }

  /**
   * The entries of every row, row by row.
   *
   * @param file for messages
   * @throws BrokenCatalogue where a place names no value of a row, or a value has no place
   */
  static List<Map<String, Object>> expand(
      String file, List<Map<String, Object>> rows, List<Map<String, Object>> entries) {
    List<Map<String, Object>> expanded = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Template template = new Template(file, row);
      for (Map<String, Object> entry : entries) {
        Map<String, Object> filled = new LinkedHashMap<>();
        entry.forEach((key, value) -> filled.put(key, template.fill(value)));
        expanded.add(filled);
      }
      if (!template.used.equals(row.keySet())) {
        throw new BrokenCatalogue(file + ": no entry uses all of the row " + row);
      }
    }
    return expanded;
  }

  private Object fill(Object value) {
    if (value instanceof String text) {
      return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(at(place)));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::fill).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> filled = new LinkedHashMap<>();
      map.forEach((key, one) -> filled.put(key, fill(one)));
      return filled;
    }
    return value;
  }

  private String at(MatchResult place) {
    Object value = row.get(place.group(1));
    if (value == null || place.group(2) != null && !(value instanceof Integer)) {
      throw new BrokenCatalogue(file + ": " + place.group() + " has no value in the row " + row);
    }
    used.add(place.group(1));
    return place.group(2) == null
        ? value.toString()
        : String.valueOf((Integer) value + Integer.parseInt(place.group(2)));
  }
}
