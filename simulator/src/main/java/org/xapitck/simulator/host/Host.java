package org.xapitck.simulator.host;

import static org.xapitck.simulator.release.Release.DUNDEE;
import static org.xapitck.simulator.release.Release.FALCON;
import static org.xapitck.simulator.release.Release.ORLANDO;
import static org.xapitck.simulator.release.Release.RIO;
import static org.xapitck.simulator.release.Release.STOCKHOLM;
import static org.xapitck.simulator.release.Release.XAPI_21_3;
import static org.xapitck.simulator.release.Release.XAPI_24_16;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.simulator.record.Change;
import org.xapitck.simulator.record.ReadOnlyClass;
import org.xapitck.simulator.record.RecordBuilder;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.WireDate;

/**
 * The one host of the pool: enough of it for a client to find its master and the API version.
 *
 * <p>Field names and their order are those of xapi's data model; most values are empty.
 */
public final class Host {
  private static final String NAME = "xapi-task-simulator";

  private final String ref;
  private final ReadOnlyClass objects;

  /**
   * A host.
   *
   * @param address what clients reach it by
   * @param started when the simulator started; part of the version
   * @param listener is told that there is a host
   */
  public Host(
      String ref,
      String uuid,
      String address,
      Release release,
      Instant started,
      Change.Listener listener) {
    this.ref = ref;
    Value.Struct record = record(uuid, address, release, started);
    Map<String, Value.Struct> records = Map.of(ref, record);
    this.objects = new ReadOnlyClass("host", () -> records);
    listener.note(new Change(Change.Kind.ADD, "host", ref, () -> record));
  }

  /** Its reference. */
  public String ref() {
    return ref;
  }

  /** The messages that every class has. */
  public ReadOnlyClass objects() {
    return objects;
  }

  /** {@code get_servertime}. */
  public Value serverTime(String self, Instant now) {
    objects.getRecord(self);
    return Value.of(now);
  }

  private static Map<String, String> softwareVersion(Release release, Instant started) {
    Map<String, String> versions = new LinkedHashMap<>();
    release
        .softwareVersion()
        .forEach(
            (key, version) -> {
              versions.put(key, version);
              if (key.equals("hostname")) {
                versions.put("date", WireDate.format(started));
              }
            });
    return versions;
  }

  private static Value.Struct record(
      String uuid, String address, Release release, Instant started) {
    return new RecordBuilder(release)
        .text("uuid", uuid)
        .text("name_label", NAME)
        .text("name_description", "Simulated host")
        .number("memory_overhead", 0)
        .emptySets("allowed_operations")
        .emptyMaps("current_operations")
        .number("API_version_major", release.apiMajor())
        .number("API_version_minor", release.apiMinor())
        .text("API_version_vendor", "XenSource")
        .emptyMaps("API_version_vendor_implementation")
        .yes("enabled")
        .map("software_version", softwareVersion(release, started))
        .emptyMaps("other_config")
        .emptySets("capabilities")
        .emptyMaps("cpu_configuration")
        .blanks("sched_policy")
        .emptySets("supported_bootloaders", "resident_VMs")
        .emptyMaps("logging")
        .emptySets("PIFs")
        .nullRefs("suspend_image_sr", "crash_dump_sr")
        .emptySets("crashdumps", "patches")
        .since(FALCON)
        .emptySets("updates")
        .since(RIO)
        .emptySets("PBDs", "host_CPUs")
        .since(DUNDEE)
        .emptyMaps("cpu_info")
        .since(RIO)
        .text("hostname", NAME)
        .text("address", address)
        .nullRefs("metrics")
        .emptyMaps("license_params")
        .since(ORLANDO)
        .emptySets("ha_statefiles", "ha_network_peers")
        .emptyMaps("blobs")
        .emptySets("tags")
        .since(DUNDEE)
        .blanks("external_auth_type", "external_auth_service_name")
        .emptyMaps("external_auth_configuration")
        .blanks("edition")
        .map("license_server", ordered("address", "localhost", "port", "27000"))
        .emptyMaps("bios_strings")
        .blanks("power_on_mode")
        .emptyMaps("power_on_config")
        .nullRefs("local_cache_sr")
        .emptyMaps("chipset_info")
        .emptySets("PCIs", "PGPUs")
        .since(STOCKHOLM)
        .emptySets("PUSBs")
        .since(DUNDEE)
        .no("ssl_legacy")
        .emptyMaps("guest_VCPUs_params")
        .text("display", "enabled")
        .put("virtual_hardware_platform_versions", new Value.Array(List.of(new Value.Int(0))))
        .since(FALCON)
        .nullRefs("control_domain")
        .emptySets("updates_requiring_reboot", "features")
        .since(STOCKHOLM)
        .blanks("iscsi_iqn")
        .no("multipathing")
        .blanks("uefi_certificates")
        .emptySets("certificates", "editions")
        .since(XAPI_21_3)
        .emptySets("pending_guidances")
        .no("tls_verification_enabled")
        .since(XAPI_24_16)
        .put("last_software_update", Value.of(Instant.EPOCH))
        .no("https_only")
        .text("numa_affinity_policy", "default_policy")
        .emptySets("pending_guidances_recommended", "pending_guidances_full")
        .blanks("last_update_hash")
        .build();
  }

  private static Map<String, String> ordered(String... keysAndValues) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
