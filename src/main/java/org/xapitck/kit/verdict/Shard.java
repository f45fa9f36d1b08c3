package org.xapitck.kit.verdict;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One share of a run that several machines divide among themselves. The shares are disjoint and
 * together complete, whatever else selects scenarios: the hash of a scenario's place in the
 * features decides its share, so no machine needs to know the others.
 *
 * @param number from 1
 * @param of how many shares there are
 */
public record Shard(int number, int of) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

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

  /** Whether this is the first share, or all of it. */
  public boolean isFirst() {
    return number == 1;
  }

  /** Whether a scenario belongs to this share. */
  public boolean holds(String scenario) {
    CRC32 hash = new CRC32();
    hash.update(scenario.getBytes(StandardCharsets.UTF_8));
    return hash.getValue() % of == number - 1;
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
