package org.xapitck.simulator.fault.defects;

import java.util.List;
import org.xapitck.simulator.fault.Defect;

/** Every way in which a simulator can be made wrong: first those of their own, then families. */
public final class DefectTable {
  private DefectTable() {}

  /** All defects. */
  public static List<Defect> all() {
    DefectBuilder sowing = new DefectBuilder();
    CreateDefects.register(sowing);
    RecordDefects.register(sowing);
    LookUpDefects.register(sowing);
    FieldDefects.register(sowing);
    SetterDefects.register(sowing);
    IsolationDefects.register(sowing);
    MapDefects.register(sowing);
    CancelAndDestroyDefects.register(sowing);
    ServerRunDefects.register(sowing);
    SessionDefects.register(sowing);
    ErrorDefects.register(sowing);
    XmlRpcDefects.register(sowing);
    JsonDefects.register(sowing);
    Generated.register(sowing);
    return sowing.defects();
  }
}
