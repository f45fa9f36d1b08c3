package org.xapitck.simulator.dispatch;

import java.util.List;
import java.util.function.Consumer;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Caller;

/**
 * Does what a message does if its answer may take long: it answers when it can, and holds no thread
 * until then.
 */
@FunctionalInterface
public interface WaitingHandler extends Handler {

  /**
   * Runs the message. A refusal may be thrown as well, but not after {@code then} got an answer.
   *
   * @param then takes the answer, exactly once, on any thread
   */
  void handle(Caller caller, List<Object> parameters, Consumer<Answer> then);

  /** Nobody may wait for such a message on the spot. */
  @Override
  default Value handle(Caller caller, List<Object> parameters) {
    throw new UnsupportedOperationException("a message that waits answers later");
  }

  /** A waiting handler without parameters. */
  @FunctionalInterface
  interface Of0 {
    void handle(Caller caller, Consumer<Answer> then);
  }

  /** A waiting handler of three parameters. */
  @FunctionalInterface
  interface Of3<A, B, C> {
    void handle(Caller caller, A first, B second, C third, Consumer<Answer> then);
  }
}
