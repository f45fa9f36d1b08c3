package org.xapitck.kit.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the API's dates: {@code 20240101T00:00:00Z}, with or without dashes and colons, with a
 * fraction of a second or none, with {@code Z}, an offset or nothing, which means UTC. The JVM's
 * zone never matters.
 */
final class Timestamps {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-?(\\d{2})-?(\\d{2})[T ](\\d{2}):?(\\d{2}):?(\\d{2})(?:[.,](\\d{1,9})\\d*)?"
              + "\\s?(Z|z|[+-]\\d{2}(?::?\\d{2})?)?");

  private Timestamps() {}

  /** Empty where the text is no date. */
  static Optional<Instant> read(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
      LocalTime time =
          LocalTime.of(number(form, 4), number(form, 5), number(form, 6), nanos(form.group(7)));
      return Optional.of(day.atTime(time).toInstant(offset(form.group(8))));
    } catch (DateTimeException notInTheCalendar) {
      return Optional.empty();
    }
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }

  private static int nanos(String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static ZoneOffset offset(String text) {
    return text == null || text.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(text);
  }
}
