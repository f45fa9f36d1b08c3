package org.xapitck.simulator.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.simulator.fault.variants.VariantTable;

/** All variants, in the order of the table. */
public final class Variants {
  private Variants() {}

  /** All of them. */
  public static List<Variant> all() {
    return VariantTable.all();
  }

  static Map<String, Variant> byId() {
    Map<String, Variant> byId = new LinkedHashMap<>();
    for (Variant variant : all()) {
      if (byId.put(variant.id(), variant) != null) {
        throw new IllegalStateException("two variants are called " + variant.id());
      }
    }
    return byId;
  }
}
