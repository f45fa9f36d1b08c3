package org.xapitck.kit.figures;

import java.util.List;
import java.util.Locale;

/**
 * What several measurements of one thing gave.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param least the smallest one
 * @param most the largest one
 */
record Spread(double median, double least, double most) {

  /** Of one measurement or more, in any order. */
  static Spread of(List<Double> measured) {
    List<Double> sorted = measured.stream().sorted().toList();
    int size = sorted.size();
    double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(size - 1));
  }

  /** Such as {@code 18.9 s (18.8 to 20.8)}. */
  String seconds() {
    return String.format(Locale.ROOT, "%.1f s (%.1f to %.1f)", median, least, most);
  }
}
