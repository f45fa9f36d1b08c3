package org.xapitck.simulator.fault.variants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.Variant;
import org.xapitck.simulator.release.Release;

/** All variants: ways to differ and still be right. */
public final class VariantTable {
  private final List<Variant> variants = new ArrayList<>();

  private VariantTable() {}

  /** All variants. */
  public static List<Variant> all() {
    VariantTable table = new VariantTable();
    FormVariants.register(table);
    BehaviourVariants.register(table);
    TransportVariants.register(table);
    return List.copyOf(table.variants);
  }

  void variant(String id, String sentence, String point, String touches, Alteration alteration) {
    variants.add(new Variant(id, sentence, point, touches, Optional.empty(), alteration));
  }

  void release(String id, String sentence, String touches, Release release) {
    variants.add(
        new Variant(id, sentence, "the release", touches, Optional.of(release), Alteration.NONE));
  }
}
