package org.xapitck.simulator.fault.defects;

import java.util.List;
import org.xapitck.simulator.fault.Defect;

/** Every way in which a simulator can be made wrong: first those of their own, then families. */
public final class DefectTable {
  private DefectTable() {}

  /** All defects. */
  public static List<Defect> all() {
    Sowing sowing = new Sowing();
    OfCreate.sow(sowing);
    OfRecords.sow(sowing);
    OfLookUp.sow(sowing);
    OfFields.sow(sowing);
    OfSetters.sow(sowing);
    OfIsolation.sow(sowing);
    OfMap.sow(sowing);
    OfCancelAndDestroy.sow(sowing);
    OfServerRun.sow(sowing);
    OfSessions.sow(sowing);
    OfErrors.sow(sowing);
    OfXmlRpc.sow(sowing);
    OfJson.sow(sowing);
    Generated.sow(sowing);
    return sowing.defects();
  }
}
