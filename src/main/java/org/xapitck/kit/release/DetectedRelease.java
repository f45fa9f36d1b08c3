package org.xapitck.kit.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.TaskClass;

/**
 * The release that the server is judged by, and why.
 *
 * @param release the release
 * @param mapRule who may write the other_config of the own tasks
 * @param reason where the release was found, in words
 */
public record DetectedRelease(Release release, MapRule mapRule, String reason) {
  /** Releases built from changing versions of xapi, before and after 25.8. */
  private static final Set<String> AMBIGUOUS = Set.of("nile", "8", "8.3", "8.4");

  /** Messages that came one by one, the latest first, and the release of each. */
  private static final List<Map.Entry<String, String>> LANDMARKS =
      List.of(
          Map.entry(TaskClass.method("set_result"), "21.3.0"),
          Map.entry(TaskClass.method("set_progress"), "stockholm"),
          Map.entry(TaskClass.SET_STATUS, "falcon"),
          Map.entry(TaskClass.method("get_backtrace"), "dundee"),
          Map.entry(TaskClass.GET_SUBTASK_OF, "orlando"),
          Map.entry(TaskClass.method("get_other_config"), "miami"),
          Map.entry(TaskClass.GET_ALL, "rio"));

  /** What software_version calls a version, in whatever case, and what people call it. */
  private static final List<Map.Entry<String, String>> NAMES =
      List.of(
          Map.entry("product_version", "product version"),
          Map.entry("xapi", "xapi"),
          Map.entry("xen", "Xen"));

  /** What a server says goes to a terminal. */
  private static final Pattern SHOWN = Pattern.compile("[\\x20-\\x7e]{1,40}");

  private static final String UNKNOWN = "which no release in the table has";

  /** The page alone, as the user asked. */
  public static final DetectedRelease PAGE =
      new DetectedRelease(Release.PAGE, MapRule.CLOSED, "as --release says");

  /** The release that the user named. */
  public static DetectedRelease named(Release release) {
    return new DetectedRelease(
        release, rule(release, AMBIGUOUS.contains(release.name())), "as --release says");
  }

  /**
   * What a server says of itself.
   *
   * @param versions its software_version; empty where it has none
   * @param api the version of its API, if it tells
   * @param messages names of its messages; empty where it does not list them
   */
  public record Facts(
      Map<String, String> versions, Optional<ApiVersion> api, Set<String> messages) {}

  /**
   * The release by the first that speaks: a xapi version of 21 or more, the product version, the
   * API version, and only where none does, the messages that there are.
   */
  public static DetectedRelease of(Facts facts) {
    return byXapi(facts)
        .or(() -> byProduct(facts))
        .or(() -> facts.api().flatMap(DetectedRelease::byApi))
        .or(() -> byMessages(facts))
        .orElseGet(
            () ->
                new DetectedRelease(
                    Release.PAGE,
                    MapRule.EITHER,
                    told(facts)
                        .map(what -> "the server reports " + what + ", " + UNKNOWN)
                        .orElse("the server reports no release")));
  }

  /** What the server tells of its version, though it leads to no release. */
  private static Optional<String> told(Facts facts) {
    List<String> told = new ArrayList<>();
    facts.api().ifPresent(api -> told.add("API version " + api));
    NAMES.forEach(
        name ->
            facts.versions().entrySet().stream()
                .filter(version -> version.getKey().equalsIgnoreCase(name.getKey()))
                .filter(version -> SHOWN.matcher(version.getValue()).matches())
                .forEach(version -> told.add(name.getValue() + " " + version.getValue())));
    return told.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", told));
  }

  /** Before 21 hosts report a constant there: 8.2, whose xapi is 1.249, says 1.20. */
  private static Optional<DetectedRelease> byXapi(Facts facts) {
    String xapi = facts.versions().getOrDefault("xapi", "");
    return Release.of(xapi)
        .filter(release -> !release.version().isEmpty() && release.version().get(0) >= 21)
        .map(
            release ->
                new DetectedRelease(
                    release, rule(release, false), "software_version: xapi " + xapi));
  }

  private static Optional<DetectedRelease> byProduct(Facts facts) {
    String product = facts.versions().getOrDefault("product_version", "");
    return Release.ofProduct(product)
        .map(
            release ->
                new DetectedRelease(
                    release,
                    rule(
                        release,
                        product.startsWith("8.3")
                            || product.startsWith("8.4")
                            || product.equals("8")),
                    "product_version: " + product));
  }

  private static Optional<DetectedRelease> byApi(ApiVersion api) {
    return api.release()
        .map(
            release ->
                new DetectedRelease(
                    release,
                    rule(release, api.ambiguous()),
                    "API version: " + api + (api.ambiguous() ? ", which 25.8 has as well" : "")));
  }

  private static Optional<DetectedRelease> byMessages(Facts facts) {
    return LANDMARKS.stream()
        .filter(landmark -> facts.messages().contains(landmark.getKey()))
        .findFirst()
        .map(
            landmark -> {
              Release release = Release.of(landmark.getValue()).orElseThrow();
              boolean newest = landmark.equals(LANDMARKS.get(0));
              return new DetectedRelease(
                  release,
                  rule(release, newest),
                  "at least, as it has the message "
                      + landmark.getKey()
                      + " and reports "
                      + told(facts).map(what -> what + ", " + UNKNOWN).orElse("no version"));
            });
  }

  private static MapRule rule(Release release, boolean ambiguous) {
    if (ambiguous) {
      return MapRule.EITHER;
    }
    return release.equals(Release.PAGE) || !release.has(Release.OTHER_CONFIG_OPENED)
        ? MapRule.CLOSED
        : MapRule.OPEN;
  }

  /** The same, after the server told which roles hold the permission. */
  DetectedRelease settled(MapRule rule, String how) {
    return new DetectedRelease(release, rule, reason + "; " + how);
  }

  /** For people, such as {@code 24.16 (API version: 2.21)}. */
  @Override
  public String toString() {
    return release + " (" + reason + ")";
  }
}
