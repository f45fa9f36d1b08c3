package org.xapitck.kit.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A type as the page writes it, read once.
 *
 * @param words as the page writes it, such as {@code (string → string) map}
 * @param type how its values are read
 * @param enumName the enum whose values it holds, alone, in a set or in a map; empty for none
 */
public record PublishedType(String words, ApiType type, Optional<String> enumName) {
  /** The form of a record, whatever is in it; the page has no such type, features have. */
  public static final PublishedType ANY_RECORD =
      new PublishedType("record of any fields", ApiType.RECORD, Optional.empty());

  private static final String ENUM = "enum (?<enum>[a-z_]+)";
  private static final String REF = "[a-zA-Z_]+ ref";

  /**
   * A type of the page.
   *
   * @throws IllegalArgumentException where the page has none of these words
   */
  public static PublishedType of(String words) {
    return Stream.of(Form.values())
        .map(form -> form.read(words))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the page has no type " + words));
  }

  /** Whether it is a reference of a task. */
  public boolean isTask() {
    return words.equals(TaskClass.NAME + " ref");
  }

  /** Whether it is a session. */
  public boolean isSession() {
    return words.equals("session ref");
  }

  @Override
  public String toString() {
    return words;
  }

  /** How the page writes the types that each {@link ApiType} reads. */
  private enum Form {
    VOID(ApiType.VOID, "void"),
    FLOAT(ApiType.FLOAT, "float"),
    DATETIME(ApiType.DATETIME, "datetime"),
    STRING(ApiType.STRING, "string|" + ENUM),
    REFERENCE(ApiType.REF, REF),
    SET(ApiType.STRING_SET, "(?:string|" + ENUM + "|" + REF + ") set"),
    MAP(ApiType.STRING_MAP, "\\(string \u2192 (?:string|" + ENUM + ")\\) map"),
    RECORD(ApiType.RECORD, "task record|" + ANY_RECORD.words),
    RECORDS(ApiType.RECORD_MAP, "\\(task ref \u2192 task record\\) map");

    private final ApiType type;
    private final Pattern pattern;

    Form(ApiType type, String pattern) {
      this.type = type;
      this.pattern = Pattern.compile(pattern);
    }

    private Optional<PublishedType> read(String words) {
      Matcher matcher = pattern.matcher(words);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Optional<String> named =
          pattern.pattern().contains(ENUM)
              ? Optional.ofNullable(matcher.group("enum"))
              : Optional.empty();
      return Optional.of(new PublishedType(words, type, named));
    }
  }
}
