package org.xapitck.kit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.support.Waiting;

class AdmissionTest {
  private final Admission admission = new Admission(6);

  @Test
  void noMoreScenariosThanThereIsRoomForMakeTasksAtOnce() throws InterruptedException {
    oneAfterTheOther(() -> admission.enter(false), () -> admission.leave(false));
  }

  @Test
  void aScenarioWithManyTasksTakesTheRoomOfTwo() throws InterruptedException {
    Admission three = new Admission(18);
    three.enter(true);
    oneAfterTheOther(() -> three.enter(false), () -> three.leave(false));
    three.leave(true);
    oneAfterTheOther(() -> three.enter(true), () -> three.leave(true));
  }

  @Test
  void whereFewMayLiveAScenarioWithManyHasThoseAndIsAlone() throws InterruptedException {
    assertThat(new Admission(50).many()).isEqualTo(10);
    assertThat(admission.many()).isEqualTo(6);
    admission.enter(true);
    admission.leave(true);
    oneAfterTheOther(() -> admission.enter(false), () -> admission.leave(false));
  }

  @Test
  void twoLongTextsAreNeverThereAtOnce() throws InterruptedException {
    oneAfterTheOther(admission::enterLong, admission::leaveLong);
  }

  @FunctionalInterface
  private interface Entering {
    void run() throws InterruptedException;
  }

  private static void oneAfterTheOther(Entering enter, Runnable leave) throws InterruptedException {
    enter.run();
    CountDownLatch inside = new CountDownLatch(1);
    Thread second =
        new Thread(
            () -> {
              try {
                enter.run();
                inside.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    second.start();
    Waiting.until(() -> second.getState() == Thread.State.WAITING, "the second scenario to wait");
    assertThat(inside.getCount()).isEqualTo(1);
    leave.run();
    Waiting.end(second);
    assertThat(inside.getCount()).isZero();
  }
}
