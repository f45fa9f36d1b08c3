package org.xapitck.simulator.release;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The releases that the simulator can imitate, oldest first, and how each differs from the newest.
 *
 * <p>What each publishes of class task is in the "Published in" lines of the class's page; the
 * versions are those that hosts of the release report.
 */
public enum Release {
  /** XenServer 4.0. */
  RIO("rio", "4.0", 1, 1),
  /** XenServer 4.1. */
  MIAMI("miami", "4.1", 1, 2),
  /** XenServer 5.0. */
  ORLANDO("orlando", "5.0", 1, 3),
  /** XenServer 7.0. */
  DUNDEE("dundee", "7.0", 2, 5),
  /** XenServer 7.2. */
  FALCON("falcon", "7.2", 2, 7),
  /** Citrix Hypervisor 8.2; its xapi 1.249 reports the constant 1.20. */
  STOCKHOLM("stockholm", "8.2", 2, 15),
  /** xapi 21.3.0, before XenServer 8. */
  XAPI_21_3("21.3.0", "21.3", 2, 16),
  /** xapi 24.16.0, the recorded one. */
  XAPI_24_16("24.16", "24.16.0", 2, 21),
  /** xapi 25.8.0, where tasks' other_config belongs to their owners. */
  XAPI_25_8("25.8", "25.8.0", 2, 21),
  /** xapi 26.17.0, the newest recorded one. */
  XAPI_26_17("26.17", "26.17.0", 2, 23);

  private final String label;
  private final String alias;
  private final int apiMajor;
  private final int apiMinor;

  Release(String label, String alias, int apiMajor, int apiMinor) {
    this.label = label;
    this.alias = alias;
    this.apiMajor = apiMajor;
    this.apiMinor = apiMinor;
  }

  /** The release that the simulator is unless told otherwise: the recorded one. */
  public static Release standard() {
    return XAPI_24_16;
  }

  /**
   * Finds a release by code name, product version or xapi version, in any case.
   *
   * @return empty if there is none of that name; see {@link #labels()}
   */
  public static Optional<Release> named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(release -> release.label.equals(wanted) || release.alias.equals(wanted))
        .findFirst();
  }

  /** All names, oldest first, for a message to a person. */
  public static String labels() {
    return Arrays.stream(values()).map(Release::label).collect(Collectors.joining(", "));
  }

  /** The name by which options and reports call it. */
  public String label() {
    return label;
  }

  /** Whether this release is that one or a later one. */
  public boolean atLeast(Release other) {
    return compareTo(other) >= 0;
  }

  /** What its hosts report as their {@code software_version}, but for the date of their build. */
  public Map<String, String> softwareVersion() {
    return SoftwareVersion.of(this);
  }

  /** First number of the API version. */
  public int apiMajor() {
    return apiMajor;
  }

  /** Second number of the API version. */
  public int apiMinor() {
    return apiMinor;
  }

  /** Whether sessions have roles (since midnight-ride); without, everybody may do everything. */
  public boolean hasRoles() {
    return atLeast(DUNDEE);
  }

  /** Whether there is a JSON-RPC wire (since clearwater). */
  public boolean hasJsonRpc() {
    return atLeast(DUNDEE);
  }

  /** Whether JSON-RPC 2.0 is told from 1.0 (since XenServer 7.3). */
  public boolean hasJsonRpc2() {
    return atLeast(STOCKHOLM);
  }

  /** Whether destroying a pending task is put off until it completes (since xapi 1.9.51). */
  public boolean defersDestroy() {
    return atLeast(DUNDEE);
  }

  /**
   * How long {@code event.from} waits before it looks for news, if it is asked for more than tasks:
   * 50 ms since xapi 26.10, so that it tells together what comes close together.
   */
  public Duration firstWaitForEvents() {
    return atLeast(XAPI_26_17) ? Duration.ofMillis(50) : Duration.ZERO;
  }

  /** How many parameters {@code session.login_with_password} has: 2, then 3, then 4. */
  public int loginParameters() {
    if (this == RIO) {
      return 2;
    }
    return atLeast(DUNDEE) ? 4 : 3;
  }
}
