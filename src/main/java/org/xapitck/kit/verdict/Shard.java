package org.xapitck.kit.verdict;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One share of a run that several machines divide among themselves. The shares are disjoint and
 * together complete, whatever else selects scenarios: a scenario belongs to the share that the hash
 * of its place in the features falls into, so nobody has to know the others.
 *
 * @param number from 1
 * @param of how many shares there are
 */
public record Shard(int number, int of) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");
  private static final Pattern FILTER =
      Pattern.compile("(?:(.*), )?shard (\\d{1,4}/\\d{1,4})", Pattern.DOTALL);

  /** The whole run. */
  public static final Shard WHOLE = new Shard(1, 1);

  public Shard {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("no share " + number + " of " + of);
    }
  }

  /** Reads {@code 2/3}; empty where that is no share. */
  public static Optional<Shard> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(matcher.group(1));
    int of = Integer.parseInt(matcher.group(2));
    return number < 1 || number > of ? Optional.empty() : Optional.of(new Shard(number, of));
  }

  /** Whether this is all of it. */
  public boolean isWhole() {
    return of == 1;
  }

  /** Whether a scenario belongs to this share. */
  public boolean holds(String scenario) {
    CRC32 hash = new CRC32();
    hash.update(scenario.getBytes(StandardCharsets.UTF_8));
    return hash.getValue() % of == number - 1;
  }

  /** The filter of a run that took this share of what the tags select. */
  public String filter(String tags) {
    if (isWhole()) {
      return tags;
    }
    return (tags.isEmpty() ? "" : tags + ", ") + "shard " + this;
  }

  /** The share that such a filter names. */
  public static Optional<Shard> ofFilter(String filter) {
    Matcher matcher = FILTER.matcher(filter);
    return matcher.matches() ? of(matcher.group(2)) : Optional.empty();
  }

  /** The tags that such a filter names; the filter itself where it names no share. */
  public static String tagsOf(String filter) {
    Matcher matcher = FILTER.matcher(filter);
    if (!matcher.matches()) {
      return filter;
    }
    return matcher.group(1) == null ? "" : matcher.group(1);
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
