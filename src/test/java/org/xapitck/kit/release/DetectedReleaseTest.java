package org.xapitck.kit.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.Release;

/** A server's word about its release, with the traps that real ones set. */
class DetectedReleaseTest {

  @Test
  void aXapiVersionBelowTwentyOneIsAConstantAndNoClaim() {
    DetectedRelease detected = detected(Map.of("xapi", "1.20", "product_version", "8.2.0"), "2.15");
    assertThat(detected.release().name()).isEqualTo("stockholm");
    assertThat(detected.mapRule()).isEqualTo(MapRule.CLOSED);
  }

  @Test
  void theXapiVersionGoesBeforeAllOthers() {
    DetectedRelease detected = detected(Map.of("xapi", "25.8", "product_version", "8.4.0"), "2.21");
    assertThat(detected.toString()).isEqualTo("25.8 (software_version: xapi 25.8)");
    assertThat(detected.mapRule()).isEqualTo(MapRule.OPEN);
  }

  @Test
  void theRecordedServerTellsNeitherAndIsNamedByItsApiVersion() {
    DetectedRelease detected = detected(Map.of("hostname", "localhost"), "2.21");
    assertThat(detected.toString()).isEqualTo("24.16 (API version: 2.21, which 25.8 has as well)");
    assertThat(detected.mapRule()).isEqualTo(MapRule.EITHER);
  }

  @Test
  void xapi26IsKnownByEachOfItsVersionsAndItsMapIsOpen() {
    assertThat(detected(Map.of("xapi", "26.17"), "2.23"))
        .isEqualTo(detected("26.17", "software_version: xapi 26.17"));
    assertThat(detected(Map.of(), "2.23")).isEqualTo(detected("26.0.0", "API version: 2.23"));
    for (String name : List.of("26.17", "26.17.0")) {
      assertThat(DetectedRelease.named(Release.of(name).orElseThrow()))
          .isEqualTo(detected(name, "as --release says"));
    }
  }

  @Test
  void missingMessagesNeverLowerAClaim() {
    DetectedRelease detected =
        DetectedRelease.of(
            new DetectedRelease.Facts(
                Map.of("product_version", "8.2.0"), Optional.empty(), Set.of("task.get_all")));
    assertThat(detected.release().name()).isEqualTo("stockholm");
  }

  @Test
  void messagesDecideOnlyWhereNothingElseSpeaks() {
    DetectedRelease detected =
        DetectedRelease.of(
            new DetectedRelease.Facts(
                Map.of(), Optional.empty(), Set.of("task.get_all", "task.set_status")));
    assertThat(detected.release().name()).isEqualTo("falcon");
  }

  /** As xend 4.1.6 does. */
  @Test
  void versionsThatNoReleaseHasAreSaid() {
    DetectedRelease detected = detected(Map.of("Xen", "4.1.6-rc2", "machine", "x86_64"), "1.0");
    assertThat(detected.release()).isEqualTo(Release.PAGE);
    assertThat(detected.reason())
        .isEqualTo(
            "the server reports API version 1.0 and Xen 4.1.6-rc2, which no release in the table has");
  }

  @Test
  void aReleaseByMessagesDoesNotSayThatNoVersionIsTold() {
    DetectedRelease detected =
        DetectedRelease.of(
            new DetectedRelease.Facts(
                Map.of("product_version", "next"),
                Optional.empty(),
                Set.of("task.get_all", "task.set_status")));
    assertThat(detected.reason())
        .isEqualTo(
            "at least, as it has the message task.set_status and reports product version next, which no"
                + " release in the table has");
  }

  @Test
  void aVersionThatCouldChangeATerminalIsNotShown() {
    assertThat(detected(Map.of("xen", "4.1\u001b[2J"), "1.0").reason())
        .isEqualTo("the server reports API version 1.0, which no release in the table has");
  }

  @Test
  void aServerThatTellsNothingIsJudgedByThePage() {
    DetectedRelease detected =
        DetectedRelease.of(new DetectedRelease.Facts(Map.of(), Optional.empty(), Set.of()));
    assertThat(detected.release()).isEqualTo(Release.PAGE);
  }

  @Test
  void aReleaseThatIsBuiltFromManyVersionsLeavesTheMapOpenToDoubt() {
    assertThat(detected(Map.of("product_version", "8.4.0"), "2.21").mapRule())
        .isEqualTo(MapRule.EITHER);
    assertThat(detected(Map.of("product_version", "8.2.1"), "2.15").mapRule())
        .isEqualTo(MapRule.CLOSED);
    assertThat(DetectedRelease.named(Release.PAGE).mapRule()).isEqualTo(MapRule.CLOSED);
  }

  @Test
  void productVersionsThatAreWordsClaimNothing() {
    DetectedRelease detected = detected(Map.of("product_version", "page"), "1.6");
    assertThat(detected.release().name()).isEqualTo("george");
  }

  private static DetectedRelease detected(String release, String reason) {
    return new DetectedRelease(Release.of(release).orElseThrow(), MapRule.OPEN, reason);
  }

  private static DetectedRelease detected(Map<String, String> versions, String api) {
    String[] numbers = api.split("\\.");
    return DetectedRelease.of(
        new DetectedRelease.Facts(
            versions,
            Optional.of(new ApiVersion(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]))),
            Set.of()));
  }
}
