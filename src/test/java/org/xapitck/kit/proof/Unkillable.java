package org.xapitck.kit.proof;

import java.util.Map;

/** The requirements that no seeded defect can break so that the kit sees it, with the reason. */
final class Unkillable {
  private Unkillable() {}

  static Map<String, String> reasons() {
    return Map.of();
  }
}
