package org.xapitck.simulator.stub;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.simulator.rpc.Value;

/**
 * The records of the objects of one class. All have the same fields: one that an object lacks is
 * empty in its record, since getters and SDKs want it there.
 */
final class StubRecords {
  private StubRecords() {}

  /** The records by reference, in order. */
  static Map<String, Value.Struct> of(List<StubObject> objects) {
    Map<String, Value> blanks = blanks(objects);
    Map<String, Value.Struct> records = new LinkedHashMap<>();
    objects.forEach(object -> records.put(object.ref(), record(object, blanks)));
    return records;
  }

  /** The names of the fields that any of them has; a class without objects still has a uuid. */
  static List<String> fields(List<StubObject> objects) {
    return objects.isEmpty()
        ? List.of("uuid", "name_label")
        : List.copyOf(blanks(objects).keySet());
  }

  private static Value.Struct record(StubObject object, Map<String, Value> blanks) {
    return Value.Struct.encodedOnce(
        blanks.entrySet().stream()
            .map(
                blank ->
                    new Value.Member(
                        blank.getKey(),
                        object.fields().getOrDefault(blank.getKey(), blank.getValue())))
            .toList());
  }

  private static Map<String, Value> blanks(List<StubObject> objects) {
    Map<String, Value> blanks = new LinkedHashMap<>();
    for (StubObject object : objects) {
      object.fields().forEach((name, value) -> blanks.putIfAbsent(name, blank(value)));
    }
    return blanks;
  }

  private static Value blank(Value like) {
    if (like instanceof Value.Int) {
      return new Value.Int(0);
    }
    if (like instanceof Value.Real) {
      return new Value.Real(0);
    }
    if (like instanceof Value.Bool) {
      return new Value.Bool(false);
    }
    if (like instanceof Value.Time) {
      return Value.of(Instant.EPOCH);
    }
    if (like instanceof Value.Array) {
      return new Value.Array(List.of());
    }
    return like instanceof Value.Struct ? new Value.Struct(List.of()) : Value.VOID;
  }
}
