package org.xapitck.simulator.fault.defects;

import java.util.List;
import org.xapitck.simulator.fault.Defect;
import org.xapitck.simulator.fault.defects.clients.ClientsDefects;
import org.xapitck.simulator.fault.defects.clients.CreatorsDefects;
import org.xapitck.simulator.fault.defects.wires.JsonDefects;
import org.xapitck.simulator.fault.defects.wires.RequestDefects;
import org.xapitck.simulator.fault.defects.wires.WireSharingDefects;
import org.xapitck.simulator.fault.defects.wires.XmlRpcDefects;

/** All defects: first single ones, then families. */
public final class DefectTable {
  private DefectTable() {}

  /** All defects. */
  public static List<Defect> all() {
    DefectBuilder builder = new DefectBuilder();
    CreateDefects.register(builder);
    RecordDefects.register(builder);
    LookUpDefects.register(builder);
    FieldDefects.register(builder);
    SetterDefects.register(builder);
    IsolationDefects.register(builder);
    MapDefects.register(builder);
    KeyDefects.register(builder);
    EmptyValueDefects.register(builder);
    CancelAndDestroyDefects.register(builder);
    ServerRunDefects.register(builder);
    SessionDefects.register(builder);
    ErrorDefects.register(builder);
    ClientsDefects.register(builder);
    CreatorsDefects.register(builder);
    XmlRpcDefects.register(builder);
    JsonDefects.register(builder);
    RequestDefects.register(builder);
    TextDefects.register(builder);
    SequenceDefects.register(builder);
    LookUpAgainDefects.register(builder);
    SharingDefects.register(builder);
    WireSharingDefects.register(builder);
    NearMissDefects.register(builder);
    Generated.register(builder);
    return builder.defects();
  }
}
