package org.xapitck.kit.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.catalogue.ApiVersion;
import org.xapitck.kit.catalogue.Release;

/** A server's word about its release, with the traps that real ones set. */
class ClaimTest {

  @Test
  void aXapiVersionBelowTwentyOneIsAConstantAndNoClaim() {
    Claim claim = claim(Map.of("xapi", "1.20", "product_version", "8.2.0"), "2.15");
    assertThat(claim.release().name()).isEqualTo("stockholm");
    assertThat(claim.mapRule()).isEqualTo(MapRule.CLOSED);
  }

  @Test
  void theXapiVersionGoesBeforeAllOthers() {
    Claim claim = claim(Map.of("xapi", "25.8", "product_version", "8.4.0"), "2.21");
    assertThat(claim.toString()).isEqualTo("25.8, by software_version xapi 25.8");
    assertThat(claim.mapRule()).isEqualTo(MapRule.OPEN);
  }

  @Test
  void theRecordedServerTellsNeitherAndIsNamedByItsApiVersion() {
    Claim claim = claim(Map.of("hostname", "localhost"), "2.21");
    assertThat(claim.toString()).isEqualTo("24.16, by API version 2.21, which 25.8 has as well");
    assertThat(claim.mapRule()).isEqualTo(MapRule.EITHER);
  }

  @Test
  void missingMessagesNeverLowerAClaim() {
    Claim claim =
        Claim.of(
            new Claim.Facts(
                Map.of("product_version", "8.2.0"), Optional.empty(), Set.of("task.get_all")));
    assertThat(claim.release().name()).isEqualTo("stockholm");
  }

  @Test
  void messagesDecideOnlyWhereNothingElseSpeaks() {
    Claim claim =
        Claim.of(
            new Claim.Facts(Map.of(), Optional.empty(), Set.of("task.get_all", "task.set_status")));
    assertThat(claim.release().name()).isEqualTo("falcon");
  }

  @Test
  void aServerThatTellsNothingIsJudgedByThePage() {
    Claim claim = Claim.of(new Claim.Facts(Map.of(), Optional.empty(), Set.of()));
    assertThat(claim.release()).isEqualTo(Release.PAGE);
  }

  @Test
  void aReleaseThatIsBuiltFromManyVersionsLeavesTheMapOpenToDoubt() {
    assertThat(claim(Map.of("product_version", "8.4.0"), "2.21").mapRule())
        .isEqualTo(MapRule.EITHER);
    assertThat(claim(Map.of("product_version", "8.2.1"), "2.15").mapRule())
        .isEqualTo(MapRule.CLOSED);
    assertThat(Claim.named(Release.PAGE).mapRule()).isEqualTo(MapRule.CLOSED);
  }

  @Test
  void productVersionsThatAreWordsClaimNothing() {
    Claim claim = claim(Map.of("product_version", "page"), "1.6");
    assertThat(claim.release().name()).isEqualTo("george");
  }

  private static Claim claim(Map<String, String> versions, String api) {
    String[] numbers = api.split("\\.");
    return Claim.of(
        new Claim.Facts(
            versions,
            Optional.of(new ApiVersion(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]))),
            Set.of()));
  }
}
