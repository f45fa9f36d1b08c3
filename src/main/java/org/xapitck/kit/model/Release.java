package org.xapitck.kit.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of the API: a code name such as {@code rio} up to stockholm (2020), a xapi version such
 * as {@code 21.3.0} after it, or the page itself, which has every message.
 *
 * @param name what reports call it
 * @param rank place among the code names, {@link #NUMBERED} for a xapi version, {@link #EVERYTHING}
 *     for the page
 * @param version the numbers of a xapi version, empty otherwise
 */
public record Release(String name, int rank, List<Integer> version) implements Comparable<Release> {
  private static final int NUMBERED = 1_000;
  private static final int EVERYTHING = Integer.MAX_VALUE;
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\.(\\d{1,4}))?");

  /** Judges by the published page alone: every message and field of it is demanded. */
  public static final Release PAGE = new Release("page", EVERYTHING, List.of());

  /**
   * From xapi 25.8.0 the three other_config messages are open to read-only accounts on their own
   * tasks.
   */
  public static final Release OTHER_CONFIG_OPENED = numbered("25.8.0", List.of(25, 8, 0));

  /** Code names in order of publication, each with the product versions that carry it. */
  private static final List<List<String>> NAMED =
      List.of(
          List.of("rio", "4.0"),
          List.of("miami", "4.1"),
          List.of("symc", "4.1.1"),
          List.of("orlando", "5.0"),
          List.of("orlando-update-1", "5.0.1"),
          List.of("george", "5.5"),
          List.of("midnight-ride", "5.6"),
          List.of("cowley", "5.6.1"),
          List.of("boston", "6.0"),
          List.of("tampa", "6.1"),
          List.of("clearwater", "6.2"),
          List.of("vgpu-tech-preview"),
          List.of("vgpu-productisation"),
          List.of("clearwater-felton"),
          List.of("clearwater-whetstone"),
          List.of("creedence", "6.5"),
          List.of("cream", "6.5.1"),
          List.of("indigo"),
          List.of("dundee", "7.0"),
          List.of("ely", "7.1"),
          List.of("falcon", "7.2"),
          List.of("inverness", "7.3"),
          List.of("jura", "7.4"),
          List.of("kolkata", "7.5"),
          List.of("lima", "7.6"),
          List.of("naples", "8.0"),
          List.of("oslo"),
          List.of("quebec", "8.1"),
          List.of("stockholm", "8.2"),
          List.of("stockholm_psr"));

  /**
   * Names after stockholm and the xapi version to judge them by. XenServer 8 and 9 were built from
   * xapi 23 and later; any version between 21.3.0 and 25.8.0 publishes the same messages of class
   * task.
   */
  private static final List<List<String>> NAMED_LATE =
      List.of(
          List.of("23.0.0", "nile-preview"),
          List.of("24.0.0", "nile", "8", "8.3", "8.4"),
          List.of("26.0.0", "orinoco", "9", "9.0"));

  /**
   * Finds a release by code name, product version or xapi version.
   *
   * @param text such as {@code page}, {@code dundee}, {@code 7.0}, {@code 8.2.1} or {@code 24.16}
   */
  public static Optional<Release> of(String text) {
    if (text.equals(PAGE.name)) {
      return Optional.of(PAGE);
    }
    for (int i = 0; i < NAMED.size(); i++) {
      if (NAMED.get(i).contains(text)) {
        return Optional.of(new Release(NAMED.get(i).get(0), i, List.of()));
      }
    }
    for (List<String> late : NAMED_LATE) {
      if (late.subList(1, late.size()).contains(text)) {
        return Optional.of(numbered(text, numbers(late.get(0)).orElseThrow()));
      }
    }
    return numbers(text).flatMap(numbers -> ofNumbers(text, numbers));
  }

  /**
   * Finds a release by what a host reports as its product version.
   *
   * @param text such as {@code 7.0.0}; blank and words find nothing
   */
  public static Optional<Release> ofProduct(String text) {
    return numbers(text).flatMap(numbers -> of(text));
  }

  /** The names of the releases that have one. */
  public static List<String> names() {
    return NAMED.stream().map(names -> names.get(0)).toList();
  }

  /** What {@link #of} takes, for an error message. */
  public static String allowed() {
    return "page, a code name (rio to stockholm), a product version (4.0 to 9) or a xapi version (21.3.0, 24.16)";
  }

  private static Optional<Release> ofNumbers(String text, List<Integer> numbers) {
    if (numbers.get(0) >= 21) {
      // hosts report two of the numbers; the page and the catalogue name this one by three
      return Optional.of(numbered(numbers.equals(List.of(21, 3, 0)) ? "21.3.0" : text, numbers));
    }
    // 1.250.0 to 1.329.0 came between stockholm (1.240.0 to 1.249.x) and 21.2.0
    if (numbers.get(0) == 1 && numbers.get(1) >= 250) {
      return Optional.of(numbered(text, numbers));
    }
    String majorMinor = numbers.get(0) + "." + numbers.get(1);
    boolean hotfixOfKnown = text.startsWith(majorMinor + ".") && !text.equals(majorMinor);
    return hotfixOfKnown ? of(majorMinor) : Optional.empty();
  }

  private static Release numbered(String name, List<Integer> version) {
    return new Release(name, NUMBERED, version);
  }

  private static Optional<List<Integer>> numbers(String text) {
    Matcher matcher = NUMBERS.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(
            Integer.parseInt(matcher.group(1)),
            matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)),
            matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3))));
  }

  /** Whether this release has what was published in the given one. */
  public boolean has(Release published) {
    return published.compareTo(this) <= 0;
  }

  @Override
  public int compareTo(Release other) {
    if (rank != other.rank || rank != NUMBERED) {
      return Integer.compare(rank, other.rank);
    }
    return Arrays.compare(version.toArray(Integer[]::new), other.version.toArray(Integer[]::new));
  }

  @Override
  public String toString() {
    return name;
  }
}
