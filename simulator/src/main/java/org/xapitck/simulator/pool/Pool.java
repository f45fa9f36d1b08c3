package org.xapitck.simulator.pool;

import static org.xapitck.simulator.release.Release.DUNDEE;
import static org.xapitck.simulator.release.Release.ORLANDO;
import static org.xapitck.simulator.release.Release.STOCKHOLM;
import static org.xapitck.simulator.release.Release.XAPI_21_3;
import static org.xapitck.simulator.release.Release.XAPI_24_16;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xapitck.simulator.record.ReadOnlyClass;
import org.xapitck.simulator.record.RecordBuilder;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.Value;

/**
 * The pool, which has one host and no name. Fields, order and values are those of the xapi 24.16
 * recording.
 */
public final class Pool {
  private final ReadOnlyClass objects;

  /**
   * A pool.
   *
   * @param master the reference of its host
   */
  public Pool(String ref, String uuid, String master, Release release) {
    Map<String, Value.Struct> records = Map.of(ref, record(uuid, master, release));
    this.objects = new ReadOnlyClass("pool", () -> records);
  }

  /** The messages that every class has. */
  public ReadOnlyClass objects() {
    return objects;
  }

  private static Value.Struct record(String uuid, String master, Release release) {
    return new RecordBuilder(release)
        .text("uuid", uuid)
        .blanks("name_label", "name_description")
        .text("master", master)
        .nullRefs("default_SR", "suspend_image_SR", "crash_dump_SR")
        .map("other_config", otherConfig())
        .since(ORLANDO)
        .no("ha_enabled")
        .emptyMaps("ha_configuration")
        .emptySets("ha_statefiles")
        .number("ha_host_failures_to_tolerate", 0)
        .number("ha_plan_exists_for", 0)
        .no("ha_allow_overcommit", "ha_overcommitted")
        .emptyMaps("blobs")
        .emptySets("tags")
        .emptyMaps("gui_config")
        .since(DUNDEE)
        .emptyMaps("health_check_config")
        .blanks("wlb_url", "wlb_username")
        .no("wlb_enabled", "wlb_verify_cert", "redo_log_enabled")
        .nullRefs("redo_log_vdi")
        .blanks("vswitch_controller")
        .map("restrictions", Restrictions.none())
        .emptySets("metadata_VDIs")
        .text("ha_cluster_stack", "xhad")
        .emptySets("allowed_operations")
        .emptyMaps("current_operations", "guest_agent_config")
        .map("cpu_info", cpuInfo())
        .no("policy_no_vendor_device", "live_patching_disabled")
        .since(STOCKHOLM)
        .no("igmp_snooping_enabled")
        .blanks("uefi_certificates")
        .since(XAPI_24_16)
        .blanks("custom_uefi_certificates")
        .since(XAPI_21_3)
        .no("is_psr_pending", "tls_verification_enabled")
        .emptySets("repositories")
        .no("client_certificate_auth_enabled")
        .blanks("client_certificate_auth_name", "repository_proxy_url")
        .blanks("repository_proxy_username")
        .nullRefs("repository_proxy_password")
        .since(XAPI_24_16)
        .no("migration_compression")
        .yes("coordinator_bias")
        .number("local_auth_max_threads", 8)
        .number("ext_auth_max_threads", 1)
        .nullRefs("telemetry_uuid")
        .text("telemetry_frequency", "weekly")
        .put("telemetry_next_collection", Value.of(Instant.EPOCH))
        .put("last_update_sync", Value.of(Instant.EPOCH))
        .text("update_sync_frequency", "weekly")
        .number("update_sync_day", 0)
        .no("update_sync_enabled")
        .build();
  }

  private static Map<String, String> otherConfig() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("memory-ratio-hvm", "0.25");
    map.put("memory-ratio-pv", "0.25");
    return map;
  }

  private static Map<String, String> cpuInfo() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("cpu_count", "0");
    map.put("socket_count", "0");
    map.put("threads_per_core", "0");
    map.put("vendor", "Abacus");
    for (String unknown :
        new String[] {
          "speed",
          "modelname",
          "family",
          "model",
          "stepping",
          "flags",
          "features_pv",
          "features_hvm",
          "features_pv_host",
          "features_hvm_host"
        }) {
      map.put(unknown, "");
    }
    return map;
  }
}
