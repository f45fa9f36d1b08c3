package org.xapitck.simulator.stub;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.xapitck.simulator.rpc.Value;

/**
 * What a stubbed message answers. In each text of it {@code $1} to {@code $9} stand for the
 * parameters after the session, {@code $message} for the name that was called, and {@code $$} for a
 * dollar.
 */
public sealed interface Reply {

  /** A value, at once. */
  record Gives(Value value) implements Reply {
    /** Refuses nothing. */
    public Gives {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * An error.
   *
   * @param error its code and its parameters
   */
  record Fails(List<String> error) implements Reply {
    /** Refuses an error without a code. */
    public Fails {
      error = List.copyOf(error);
      if (error.isEmpty()) {
        throw new IllegalArgumentException("an error needs a code");
      }
    }
  }

  /**
   * Work of the server: a task for a name with {@code Async.}, else an answer at the end of the
   * plan.
   *
   * @param plan the name of one of the simulator's plans
   * @param label the label of the task
   * @param result what the task ends with instead of the plan's result
   */
  record Runs(String plan, String label, Optional<Value> result) implements Reply {
    /** The label of server-run tasks unless they have another: the name that was called. */
    public static final String DEFAULT_LABEL = "$message";

    /** Refuses nothing but null. */
    public Runs {
      Objects.requireNonNull(plan, "plan");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(result, "result");
    }
  }

  /** A text, a reference or a uuid. */
  static Reply of(String text) {
    return new Gives(Value.of(text));
  }

  /** Nothing, as messages without a result answer. */
  static Reply nothing() {
    return new Gives(Value.VOID);
  }

  /** An error with its parameters. */
  static Reply error(String... codeAndParameters) {
    return new Fails(List.of(codeAndParameters));
  }

  /** Work by one of the simulator's plans. */
  static Reply plan(String name) {
    return new Runs(name, Runs.DEFAULT_LABEL, Optional.empty());
  }
}
