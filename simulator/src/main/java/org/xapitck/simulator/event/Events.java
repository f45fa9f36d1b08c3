package org.xapitck.simulator.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.rpc.Value;

/** The structs of events, member by member as recorded. */
final class Events {
  private Events() {}

  static Value event(
      String id,
      String timestamp,
      String type,
      String operation,
      String ref,
      Optional<Value> snapshot) {
    List<Value.Member> members = new ArrayList<>(6);
    members.add(new Value.Member("id", Value.of(id)));
    members.add(new Value.Member("timestamp", Value.of(timestamp)));
    members.add(new Value.Member("class", Value.of(type)));
    members.add(new Value.Member("operation", Value.of(operation)));
    members.add(new Value.Member("ref", Value.of(ref)));
    snapshot.ifPresent(record -> members.add(new Value.Member("snapshot", record)));
    return new Value.Struct(members);
  }

  /** The result of {@code event.from}. */
  static Value result(List<Value> events, Value counts, String token) {
    return new Value.Struct(
        List.of(
            new Value.Member("events", new Value.Array(events)),
            new Value.Member("valid_ref_counts", counts),
            new Value.Member("token", Value.of(token))));
  }
}
