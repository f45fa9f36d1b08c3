package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthCheckTest {
  private boolean answers = true;
  private int probes;
  private final HealthCheck health =
      new HealthCheck(
          () -> {
            probes++;
            return answers;
          });

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
}
