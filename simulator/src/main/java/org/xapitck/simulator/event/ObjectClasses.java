package org.xapitck.simulator.event;

import java.util.List;

/** The classes of xapi 24.16, in the order in which events show them. */
final class ObjectClasses {
  /** All classes of the database, as {@code valid_ref_counts} of the recording lists them. */
  static final List<String> ALL =
      List.of(
          """
          vdi_nbd_server_info user tunnel task subject sr_stat session secret role probe_result
          pool_update pool_patch pool network_sriov network message host_patch host_metrics
          host_crashdump host_cpu host event data_source crashdump console blob auth vusb vtpm
          vm_metrics vm_guest_metrics vm_appliance vmss vmpp vm vlan vif_metrics vif vgpu_type vgpu
          vdi vbd_metrics vbd usb_group sr sm sdn_controller repository pvs_site pvs_server
          pvs_proxy pvs_cache_storage pusb pif_metrics pif pgpu pci pbd observer lvhd gpu_group
          feature diagnostics dr_task cluster_host cluster certificate bond
          """
              .trim()
              .split("\\s+"));

  private ObjectClasses() {}

  /** Whether clients are told of its objects. Sessions have no events in xapi either. */
  static boolean hasEvents(String type) {
    return !type.equals("session");
  }

  /** The place of a class among the events of one answer. */
  static int place(String type) {
    int place = ALL.indexOf(type);
    return place < 0 ? ALL.size() : place;
  }
}
