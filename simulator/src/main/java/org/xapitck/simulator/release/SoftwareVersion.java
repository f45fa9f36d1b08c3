package org.xapitck.simulator.release;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What hosts of each release report as their {@code software_version}, in the notation of {@code xe
 * host-param-list}; {@code network_backend} comes first, as recorded. Which value was read where
 * stands in the simulator's README, section Releases.
 */
final class SoftwareVersion {
  /** Before 2011 hosts reported neither platform nor marketing texts. */
  private static final String RIO =
      "product_version: 4.0.1; product_brand: XenServer; build_number: 4249; hostname: localhost;"
          + " xen: 3.1.0; linux: 2.6.18; xencenter_min: 1.1; xencenter_max: 1.1";

  private static final String MIAMI =
      "product_version: 4.1.0; product_brand: XenServer; build_number: 7843; hostname: localhost;"
          + " xen: 3.1.0; linux: 2.6.18; xencenter_min: 1.2; xencenter_max: 1.2";

  private static final String ORLANDO =
      "product_version: 5.0.0; product_brand: XenServer; build_number: 10918p; hostname: localhost;"
          + " xapi: 1.3; xen: 3.2.1; linux: 2.6.18; xencenter_min: 1.3; xencenter_max: 1.3";

  private static final String DUNDEE =
      "network_backend: openvswitch; product_version: 7.0.0; product_version_text: 7.0; "
          + "product_version_text_short: 7.0; platform_name: XCP; platform_version: 2.1.0; "
          + "product_brand: XenServer; build_number: 125380c; hostname: localhost; "
          + "dbv: 2016.0420; xapi: 1.9; xen: 4.6.1; linux: 3.10.0+10; xencenter_min: 2.6; "
          + "xencenter_max: 2.6";

  private static final String FALCON =
      "network_backend: openvswitch; product_version: 7.2.0; product_version_text: 7.2; "
          + "product_version_text_short: 7.2; platform_name: XCP; platform_version: 2.3.0; "
          + "product_brand: XenServer; build_number: release/falcon/master/8; "
          + "hostname: localhost; dbv: 2017.0517; xapi: 1.9; xen: 4.7.1; linux: 4.4.0+2; "
          + "xencenter_min: 2.7; xencenter_max: 2.7; db_schema: 5.120";

  private static final String STOCKHOLM =
      "network_backend: openvswitch; product_version: 8.2.0; product_version_text: 8.2; "
          + "product_version_text_short: 8.2; platform_name: XCP; platform_version: 3.2.0; "
          + "product_brand: XenServer; build_number: release/stockholm/master/7; "
          + "hostname: localhost; dbv: 2020.0504; xapi: 1.20; xen: 4.13.0-8.4; "
          + "linux: 4.19.0+1; xencenter_min: 2.16; xencenter_max: 2.16; db_schema: 5.602";

  private static final String XAPI_21_3 =
      "network_backend: openvswitch; product_version: 8.2.50; "
          + "product_version_text: 8.2.50; product_version_text_short: 8.2.50; "
          + "platform_name: XCP; platform_version: 3.2.50; product_brand: XenServer; "
          + "build_number: stream; git_id: 0; hostname: localhost; dbv: 2021.0101; xapi: 21.3; "
          + "xen: 4.13.1; linux: 4.19.0+1; xencenter_min: 2.16; xencenter_max: 2.16; "
          + "db_schema: 5.602";

  /**
   * XenServer 8, which is updated in place: only the versions of xapi, where the dollars stand,
   * tell its states apart.
   */
  private static final String XENSERVER_8 =
      "network_backend: openvswitch; product_version: 8.4.0; product_version_text: 8; "
          + "product_version_text_short: 8; platform_name: XCP; platform_version: 3.4.0; "
          + "product_brand: XenServer; build_number: stream; git_id: 0; hostname: localhost; "
          + "dbv: 2024.0229; is_preview_release: false; xapi: $; xapi_build: $.0; "
          + "xen: 4.17.3-4; linux: 4.19.0+1; xencenter_min: 2.21; xencenter_max: 2.21; "
          + "db_schema: 5.775";

  private SoftwareVersion() {}

  /** The entries that a host of the release has, but for the date of its build. */
  static Map<String, String> of(Release release) {
    String text =
        switch (release) {
          case RIO -> RIO;
          case MIAMI -> MIAMI;
          case ORLANDO -> ORLANDO;
          case DUNDEE -> DUNDEE;
          case FALCON -> FALCON;
          case STOCKHOLM -> STOCKHOLM;
          case XAPI_21_3 -> XAPI_21_3;
          case XAPI_24_16, XAPI_25_8, XAPI_26_17 -> XENSERVER_8.replace("$", release.label());
        };
    Map<String, String> entries = new LinkedHashMap<>();
    for (String entry : text.split("; ")) {
      int colon = entry.indexOf(": ");
      entries.put(entry.substring(0, colon), entry.substring(colon + 2));
    }
    return entries;
  }
}
