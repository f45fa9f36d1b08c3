package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HealthCheckTest {
  private boolean answers = true;
  private int probes;
  private int answersAt;
  private long seconds;
  private final HealthCheck health =
      new HealthCheck(
          () -> {
            probes++;
            return answers || probes == answersAt;
          },
          new HealthCheck.Patience(Duration.ofSeconds(6), () -> seconds++ * 1_000_000_000));

  @Test
  void twoLostAnswersAreNoReasonToProbe() {
    health.note(false);
    health.note(false);
    health.note(true);
    health.note(false);
    health.note(false);
    assertThat(probes).isZero();
  }

  @Test
  void aServerThatAnswersTheProbeIsNotGivenUp() {
    for (int i = 0; i < 5; i++) {
      health.note(false);
    }
    // the third; then three more would have to be lost
    assertThat(probes).isEqualTo(1);
    assertThat(health.gone()).isFalse();
  }

  @Test
  void aServerThatDoesNotAnswerTheProbeIsGoneForGood() {
    answers = false;
    for (int i = 0; i < 3; i++) {
      assertThat(health.gone()).isFalse();
      health.note(false);
    }
    assertThat(health.gone()).isTrue();
    answers = true;
    health.note(true);
    health.probe();
    assertThat(health.gone()).isTrue();
  }

  private void fallSilent() {
    for (int i = 0; i < 3; i++) {
      health.note(false);
    }
  }

  /** A second passes at each look at the time. */
  @Test
  void aServerThatWasRightAndFallsSilentIsProbedUntilItIsBack() {
    health.note(true);
    answers = false;
    answersAt = 4;
    fallSilent();
    assertThat(health.gone()).isFalse();
    assertThat(health.outages()).isEqualTo(1);
    assertThat(probes).isEqualTo(4);
  }

  @Test
  void theOutageThatIsWaitedForHasAnEnd() {
    health.note(true);
    answers = false;
    fallSilent();
    assertThat(health.gone()).isTrue();
    // at once, and in each of the 6 seconds but the first
    assertThat(probes).isEqualTo(6);
  }

  @Test
  void aServerThatHasNeverAnsweredIsNotWaitedFor() {
    answers = false;
    fallSilent();
    assertThat(probes).isEqualTo(1);
    assertThat(health.gone()).isTrue();
  }

  @Test
  void aServerThatFallsSilentForTheFourthTimeIsNotWaitedFor() {
    health.note(true);
    answers = false;
    for (int outage = 1; outage <= 3; outage++) {
      answersAt = probes + 2;
      fallSilent();
      assertThat(health.outages()).isEqualTo(outage);
    }
    answersAt = probes + 2;
    fallSilent();
    assertThat(health.gone()).isTrue();
  }

  @Test
  void aRunThatIsBrokenOffWaitsForNobody() {
    health.note(true);
    answers = false;
    health.hurry();
    fallSilent();
    assertThat(probes).isEqualTo(1);
    assertThat(health.gone()).isTrue();
  }

  @Test
  void aServerThatIsBackAfterItWasGivenUpIsCalledToCleanUpAndStillCountsAsGone() {
    answers = false;
    fallSilent();
    assertThat(health.isThereAtTheEnd()).isFalse();
    assertThat(health.mayCall()).isFalse();
    answers = true;
    assertThat(health.isThereAtTheEnd()).isTrue();
    assertThat(health.mayCall()).isTrue();
    assertThat(health.gone()).isTrue();
    answers = false;
    fallSilent();
    assertThat(health.mayCall()).isFalse();
  }

  @Test
  void whatWasSilentForAMomentIsToldFromWhatAnsweredAtOnce() {
    health.note(true);
    assertThat(health.isSilentNow()).isFalse();
    answers = false;
    answersAt = probes + 3;
    assertThat(health.isSilentNow()).isTrue();
    assertThat(health.gone()).isFalse();
  }

  @Test
  void whereAnotherWireHasWaitedOneProbeDecides() {
    health.note(true);
    answers = false;
    health.glance();
    assertThat(probes).isEqualTo(1);
    assertThat(health.gone()).isTrue();
  }
}
