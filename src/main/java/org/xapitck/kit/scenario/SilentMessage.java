package org.xapitck.kit.scenario;

import java.util.Optional;
import java.util.function.Supplier;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskClass;

/**
 * Tells a message that is never answered from a server that is silent. Silence alone is never a
 * failure, because a lost connection or a busy server looks the same.
 */
public final class SilentMessage {
  private final Scenario scenario;

  /** For the calls of one scenario. */
  public SilentMessage(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * Makes a call that only reads, so that it may be made once more where no answer came.
   *
   * @throws ConformanceFailure where the server answers another call about the same task after each
   *     of two calls that it did not answer; it answered before, as there is a task
   * @throws PreconditionFailed where it was silent otherwise
   */
  public Exchange answer(Supplier<Exchange> call) {
    try {
      return call.get();
    } catch (PreconditionFailed first) {
      if (silence(first).isEmpty() || !answersAnother(silence(first).get().call())) {
        throw first;
      }
    }
    try {
      return call.get();
    } catch (PreconditionFailed second) {
      Optional<Reason.ServerSilent> silence = silence(second);
      if (silence.isEmpty() || !answersAnother(silence.get().call())) {
        throw second;
      }
      String method = silence.get().call();
      throw new ConformanceFailure("an answer", silence.get().answer(), method)
          .of(Owner.of(method + ".result"));
    }
  }

  private static Optional<Reason.ServerSilent> silence(PreconditionFailed failure) {
    return Optional.of(failure.reason())
        .filter(Reason.ServerSilent.class::isInstance)
        .map(Reason.ServerSilent.class::cast);
  }

  private boolean answersAnother(String method) {
    Optional<ScenarioTask> task = scenario.itIfAny();
    if (task.isEmpty()) {
      return false;
    }
    String another = method.equals(TaskClass.GET_STATUS) ? "get_uuid" : "get_status";
    try {
      scenario.caller().look(another, task.get().ref());
      return true;
    } catch (PreconditionFailed silent) {
      return false;
    }
  }
}
