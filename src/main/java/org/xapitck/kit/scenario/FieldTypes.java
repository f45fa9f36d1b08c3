package org.xapitck.kit.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.verdict.ConformanceFailure;

/** Compares values with the types that the page writes in words. */
public final class FieldTypes {
  private static final Map<String, Set<String>> CLOSED =
      Map.of(
          "task_status_type",
          Set.of("pending", "success", "failure", "cancelling", "cancelled"),
          "task_allowed_operations",
          Set.of("cancel", "destroy"));

  /** The form of a record, whatever is in it. */
  private static final String ANY_RECORD = "record of any fields";

  private static final Pattern ENUM = Pattern.compile(".*\\benum ([a-z_]+).*");

  private final Scenario scenario;

  public FieldTypes(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * The type that the page's words mean: {@code (string → string) map}, {@code task ref set}, ...
   */
  public static ApiType of(String words) {
    if (words.equals("void")) {
      return ApiType.VOID;
    }
    if (words.equals("task record") || words.equals(ANY_RECORD)) {
      return ApiType.RECORD;
    }
    if (words.startsWith("(") && words.endsWith("task record) map")) {
      return ApiType.RECORD_MAP;
    }
    if (words.startsWith("(") && words.endsWith(") map")) {
      return ApiType.STRING_MAP;
    }
    if (words.endsWith(" set")) {
      return ApiType.STRING_SET;
    }
    if (words.endsWith(" ref")) {
      return ApiType.REF;
    }
    return switch (words) {
      case "float" -> ApiType.FLOAT;
      case "datetime" -> ApiType.DATETIME;
      default -> {
        if (words.equals("string") || words.startsWith("enum ")) {
          yield ApiType.STRING;
        }
        throw new IllegalArgumentException("the page has no type " + words);
      }
    };
  }

  /**
   * Reads a value as a type and looks into it: enum values of the status, and every field of a
   * record.
   *
   * @throws ConformanceFailure where it is of another type
   */
  public Object check(String words, Value value, String of) {
    Object typed = scenario.typed(value, of(words), of);
    checkEnum(words, typed, of);
    if (typed instanceof String ref && of(words) == ApiType.REF && ref.isEmpty()) {
      throw new ConformanceFailure("a reference", "an empty text  (" + of + ")");
    }
    if (of(words) == ApiType.RECORD && !words.equals(ANY_RECORD)) {
      checkRecord(record(typed), of);
    }
    return typed;
  }

  /** Each value of an enum, alone, in a set or in a map, is one that the page names. */
  public static void checkEnum(String words, Object typed, String of) {
    Matcher matcher = ENUM.matcher(words);
    if (!matcher.matches()) {
      return;
    }
    Set<String> allowed = CLOSED.get(matcher.group(1));
    Collection<?> values =
        typed instanceof Map<?, ?> map
            ? map.values()
            : typed instanceof Collection<?> set ? set : List.of(typed);
    for (Object value : values) {
      if (!allowed.contains(value)) {
        throw new ConformanceFailure(
            "one of " + allowed.stream().sorted().toList(),
            '"' + value.toString() + "\"  (" + of + ")");
      }
    }
  }

  /** Every field that the release publishes is there, and of its type. */
  public void checkRecord(Map<String, Value> record, String of) {
    Catalogue catalogue = scenario.catalogue();
    Release release = scenario.detected().release();
    catalogue
        .fieldTypes()
        .forEach(
            (field, type) -> {
              String since = catalogue.need("task." + field + ".type").since();
              if (release.has(Release.of(since).orElseThrow())) {
                Value value = record.get(field);
                if (value == null) {
                  throw new ConformanceFailure(
                      "a record with the field " + field,
                      "fields " + List.copyOf(record.keySet()) + "  (" + of + ")");
                }
                check(type, value, of + ", field " + field);
              }
            });
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Value> record(Object typed) {
    return (Map<String, Value>) typed;
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Map<String, Value>> records(Object typed) {
    return (Map<String, Map<String, Value>>) typed;
  }
}
