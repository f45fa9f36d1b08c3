package org.xapitck.simulator.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Caller;

/**
 * Messages that are no part of the table and may come and go while the server runs. The table is
 * always asked first, so that nothing here can stand before a message of its own.
 */
public interface Extension {
  /** No further messages. */
  Extension NONE =
      new Extension() {
        @Override
        public Optional<Free> find(String method) {
          return Optional.empty();
        }

        @Override
        public Optional<Message> object(String method) {
          return Optional.empty();
        }

        @Override
        public List<String> names() {
          return List.of();
        }
      };

  /**
   * A message that takes any parameters.
   *
   * @param method its whole name, {@code Async.} included
   */
  Optional<Free> find(String method);

  /** A message with typed parameters, which is checked as those of the table are. */
  Optional<Message> object(String method);

  /** The names of all of them. */
  List<String> names();

  /** What a message with any parameters does. Each session may call it. */
  @FunctionalInterface
  interface Free {
    /**
     * Runs the message.
     *
     * @param method its whole name as it was called
     * @param parameters without the session, as they came
     * @param then takes the answer, exactly once, on any thread
     */
    void handle(Caller caller, String method, List<Value> parameters, Consumer<Answer> then);
  }
}
