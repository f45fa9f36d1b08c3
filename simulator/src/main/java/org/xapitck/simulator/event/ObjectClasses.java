package org.xapitck.simulator.event;

import java.util.List;

/** The classes of xapi 24.16, in the orders in which events show them. */
final class ObjectClasses {
  /** The classes with events, in the order of one answer. Sessions have none in xapi either. */
  static final List<String> WITH_EVENTS = List.of("task", "pool", "host");

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
}
