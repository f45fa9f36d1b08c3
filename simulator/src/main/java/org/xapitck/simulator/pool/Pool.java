package org.xapitck.simulator.pool;

import static org.xapitck.simulator.release.Release.DUNDEE;
import static org.xapitck.simulator.release.Release.ORLANDO;
import static org.xapitck.simulator.release.Release.STOCKHOLM;
import static org.xapitck.simulator.release.Release.XAPI_21_3;
import static org.xapitck.simulator.release.Release.XAPI_24_16;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.record.Change;
import org.xapitck.simulator.record.ReadOnlyClass;
import org.xapitck.simulator.record.RecordBuilder;
import org.xapitck.simulator.record.StoredMap;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.Value;

/**
 * The pool, which has one host and no name. Fields, order and values are those of the xapi 24.16
 * recording.
 */
public final class Pool {
  /** The keys of other_config in which clients keep folders: weaker roles may change them. */
  public static final Set<String> FOLDER_KEYS = Set.of("folder", "EMPTY_FOLDERS");

  private static final String CLASS = "pool";

  private final String ref;
  private final Function<Map<String, String>, Value.Struct> recordOf;
  private final Change.Listener listener;
  private final ReadOnlyClass objects;
  private Map<String, String> otherConfig = firstOtherConfig();
  private volatile Map<String, Value.Struct> records;

  /**
   * A pool.
   *
   * @param master the reference of its host
   * @param listener is told of every change
   */
  public Pool(String ref, String uuid, String master, Release release, Change.Listener listener) {
    this.ref = ref;
    this.recordOf = map -> record(uuid, master, release, map);
    this.listener = listener;
    this.records = Map.of(ref, recordOf.apply(otherConfig));
    this.objects = new ReadOnlyClass(CLASS, () -> records);
    tell(Change.Kind.ADD);
  }

  /** The messages that every class has. */
  public ReadOnlyClass objects() {
    return objects;
  }

  /** {@code add_to_other_config}: MAP_DUPLICATE_KEY if the key is there. */
  public Value addToOtherConfig(String self, String key, String value) {
    return change(self, map -> StoredMap.added(map, CLASS, self, key, value));
  }

  /** {@code remove_from_other_config}: a key that is not there is no error. */
  public Value removeFromOtherConfig(String self, String key) {
    return change(self, map -> StoredMap.without(map, key));
  }

  /** {@code set_other_config}: replaces the whole map. */
  public Value setOtherConfig(String self, Map<String, String> map) {
    return change(self, old -> StoredMap.legal(map));
  }

  private synchronized Value change(String self, UnaryOperator<Map<String, String>> change) {
    objects.getRecord(self);
    Map<String, String> changed = change.apply(otherConfig);
    if (!changed.equals(otherConfig)) {
      otherConfig = changed;
      records = Map.of(ref, recordOf.apply(changed));
      tell(Change.Kind.MOD);
    }
    return Value.VOID;
  }

  private void tell(Change.Kind kind) {
    Value.Struct record = records.get(ref);
    listener.note(new Change(kind, CLASS, ref, () -> record));
  }

  private static Value.Struct record(
      String uuid, String master, Release release, Map<String, String> otherConfig) {
    return new RecordBuilder(release)
        .text("uuid", uuid)
        .blanks("name_label", "name_description")
        .text("master", master)
        .nullRefs("default_SR", "suspend_image_SR", "crash_dump_SR")
        .map("other_config", otherConfig)
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

  private static Map<String, String> firstOtherConfig() {
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
