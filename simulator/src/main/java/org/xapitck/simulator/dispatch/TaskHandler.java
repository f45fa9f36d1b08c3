package org.xapitck.simulator.dispatch;

import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.session.Caller;

/** Does what a message does if its {@code Async.} form is a task that the server runs. */
public interface TaskHandler extends WaitingHandler {

  /**
   * Starts the task.
   *
   * @param method the whole name of the call, prefix included
   * @param refusal why the caller may not call it, which shows in the task alone
   * @return the reference of the task
   */
  String start(
      Caller caller, String method, Optional<Answer.Failure> refusal, List<Object> parameters);
}
