package org.xapitck.simulator.rpc;

import java.util.ArrayList;
import java.util.List;

/** An answer of the server, before a wire adds its envelope. */
public sealed interface Answer {

  /** A result. */
  record Success(Value value) implements Answer {}

  /**
   * A result that XML-RPC sends without the {@code Status} struct around it. Only {@code
   * system.listMethods} does that.
   */
  record Bare(Value value) implements Answer {}

  /**
   * A refusal.
   *
   * @param code the error code, for example {@code HANDLE_INVALID}
   * @param parameters its parameters, perhaps none
   */
  record Failure(String code, List<String> parameters) implements Answer {
    /** Code and parameters in one list, the form that XML-RPC and JSON-RPC 1.0 send. */
    public List<String> description() {
      List<String> description = new ArrayList<>(parameters.size() + 1);
      description.add(code);
      description.addAll(parameters);
      return description;
    }
  }
}
