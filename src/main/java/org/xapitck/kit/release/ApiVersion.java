package org.xapitck.kit.release;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.xapitck.kit.model.Release;

/**
 * The version of the API that a host reports, from 1.1 (rio) to 2.23 (xapi 26).
 *
 * @param major its first number
 * @param minor its second number
 */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
  /** Both xapi 24.16 and 25.8 report it. */
  private static final ApiVersion OF_TWO = new ApiVersion(2, 21);

  /** The first release of each version, by xapi's own list of releases. */
  private static final NavigableMap<ApiVersion, String> RELEASES =
      new TreeMap<>(
          Map.ofEntries(
              entry(1, 1, "rio"),
              entry(1, 2, "miami"),
              entry(1, 3, "orlando"),
              entry(1, 5, "orlando-update-1"),
              entry(1, 6, "george"),
              entry(1, 7, "midnight-ride"),
              entry(1, 8, "cowley"),
              entry(1, 9, "boston"),
              entry(1, 10, "tampa"),
              entry(2, 0, "clearwater"),
              entry(2, 1, "vgpu-productisation"),
              entry(2, 2, "clearwater-felton"),
              entry(2, 3, "creedence"),
              entry(2, 4, "cream"),
              entry(2, 5, "dundee"),
              entry(2, 6, "ely"),
              entry(2, 7, "falcon"),
              entry(2, 8, "inverness"),
              entry(2, 9, "jura"),
              entry(2, 10, "kolkata"),
              entry(2, 11, "lima"),
              entry(2, 12, "naples"),
              entry(2, 13, "oslo"),
              entry(2, 14, "quebec"),
              entry(2, 15, "stockholm"),
              entry(2, 16, "21.3.0"),
              entry(2, 20, "23.0.0"),
              entry(2, 21, "24.16"),
              // 2.21 is still that of 25.8.0, so whatever reports more is younger
              entry(2, 22, "25.8"),
              entry(2, 23, "26.0.0")));

  private static Map.Entry<ApiVersion, String> entry(int major, int minor, String release) {
    return Map.entry(new ApiVersion(major, minor), release);
  }

  /** The release that reports it, or the last one before; empty below 1.1. */
  public Optional<Release> release() {
    return Optional.ofNullable(RELEASES.floorEntry(this))
        .flatMap(entry -> Release.of(entry.getValue()));
  }

  /** Whether it leaves open on which side of 25.8.0 the release stands. */
  public boolean ambiguous() {
    return equals(OF_TWO);
  }

  @Override
  public int compareTo(ApiVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
