package org.xapitck.simulator.fault.defects;

import java.util.ArrayList;
import java.util.List;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Value;

/** Other values of a field, each of the field's own type. */
final class Others {
  private static final String REF = "OpaqueRef:0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f";

  private Others() {}

  /** A value that the field does not have, and could. */
  static Value of(String field, Value right) {
    return switch (field) {
      case "status" -> Value.of(right.equals(Value.of("failure")) ? "success" : "failure");
      case "allowed_operations" -> with(right, Value.of("cancel"));
      case "subtasks" -> with(right, Value.of(REF));
      case "error_info" -> with(right, Value.of("ANOTHER"));
      case "current_operations" -> Values.with(right, REF, Value.of("cancel"));
      case "other_config" -> Values.with(right, "another", Value.of("pair"));
      case "resident_on", "subtask_of" -> Value.of(REF);
      case "uuid" -> Value.of("0e0e0e0e-0e0e-4e0e-8e0e-0e0e0e0e0e0e");
      case "created", "finished" -> new Value.Time("20010203T04:05:06Z");
      case "progress" -> new Value.Real(0.625);
      default -> Value.of("another " + field);
    };
  }

  private static Value with(Value array, Value more) {
    List<Value> items = new ArrayList<>(((Value.Array) array).items());
    items.add(more);
    return new Value.Array(items);
  }
}
