package org.xapitck.simulator.fault;

import java.util.Locale;

/**
 * Prints the lists of the commands {@code defects} and {@code variants}: one line each, fields
 * separated by tabs.
 */
public final class SeedListing {
  private SeedListing() {}

  /** Id, level, broken requirements and sentence of each defect. */
  public static String defects() {
    StringBuilder text = new StringBuilder();
    for (Defect defect : Defects.all()) {
      text.append(defect.id())
          .append('\t')
          .append(defect.level().name().toLowerCase(Locale.ROOT))
          .append('\t')
          .append(String.join(" ", defect.breaks()))
          .append('\t')
          .append(defect.sentence())
          .append('\n');
    }
    return text.toString();
  }

  /** Id and sentence of each variant. */
  public static String variants() {
    StringBuilder text = new StringBuilder();
    for (Variant variant : Variants.all()) {
      text.append(variant.id()).append('\t').append(variant.sentence()).append('\n');
    }
    return text.toString();
  }
}
