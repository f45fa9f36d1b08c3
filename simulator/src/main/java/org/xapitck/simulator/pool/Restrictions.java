package org.xapitck.simulator.pool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a licence may forbid a pool; here it forbids nothing. */
final class Restrictions {
  private static final List<String> NAMES =
      List.of(
          "restrict_vlan",
          "restrict_qos",
          "restrict_pool_attached_storage",
          "restrict_netapp",
          "restrict_equalogic",
          "restrict_pooling",
          "enable_xha",
          "restrict_marathon",
          "restrict_email_alerting",
          "restrict_historical_performance",
          "restrict_wlb",
          "restrict_rbac",
          "restrict_dmc",
          "restrict_checkpoint",
          "restrict_cpu_masking",
          "restrict_connection",
          "platform_filter",
          "regular_nag_dialog",
          "restrict_vmpr",
          "restrict_vmss",
          "restrict_intellicache",
          "restrict_gpu",
          "restrict_dr",
          "restrict_vif_locking",
          "restrict_storage_xen_motion",
          "restrict_vgpu",
          "restrict_integrated_gpu_passthrough",
          "restrict_vss",
          "restrict_guest_agent_auto_update",
          "restrict_pci_device_for_auto_update",
          "restrict_xen_motion",
          "restrict_guest_ip_setting",
          "restrict_ad",
          "restrict_nested_virt",
          "restrict_live_patching",
          "restrict_set_vcpus_number_live",
          "restrict_pvs_proxy",
          "restrict_igmp_snooping",
          "restrict_rpu",
          "restrict_pool_size",
          "restrict_cbt",
          "restrict_usb_passthrough",
          "restrict_network_sriov",
          "restrict_corosync",
          "restrict_zstd_export",
          "restrict_pool_secret_rotation",
          "restrict_certificate_verification",
          "restrict_updates",
          "restrict_internal_repo_access",
          "restrict_vtpm",
          "restrict_vm_anti_affinity");

  private Restrictions() {}

  /** All of them, none in force; in the order of the xapi 24.16 recording. */
  static Map<String, String> none() {
    Map<String, String> restrictions = new LinkedHashMap<>();
    // the only one that is a permission, and so is true when nothing is forbidden
    NAMES.forEach(name -> restrictions.put(name, String.valueOf(name.equals("enable_xha"))));
    return restrictions;
  }
}
