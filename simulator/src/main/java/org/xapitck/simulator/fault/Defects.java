package org.xapitck.simulator.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.simulator.fault.defects.DefectTable;

/** All defects, in the order of the table. */
public final class Defects {
  private Defects() {}

  /** All of them. */
  public static List<Defect> all() {
    return DefectTable.all();
  }

  static Map<String, Defect> byId() {
    Map<String, Defect> byId = new LinkedHashMap<>();
    for (Defect defect : all()) {
      if (byId.put(defect.id(), defect) != null) {
        throw new IllegalStateException("two defects are called " + defect.id());
      }
    }
    return byId;
  }
}
