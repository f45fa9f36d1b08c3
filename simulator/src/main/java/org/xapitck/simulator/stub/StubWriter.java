package org.xapitck.simulator.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.xapitck.simulator.rpc.Value;

/** Writes stubs as the tree that {@link StubReader} reads. */
final class StubWriter {
  private StubWriter() {}

  static Value.Struct write(Stubs stubs) {
    return new Value.Struct(
        List.of(
            new Value.Member("messages", struct(stubs.messages(), StubWriter::reply)),
            new Value.Member(
                "plugins",
                struct(stubs.plugins(), functions -> struct(functions, StubWriter::reply))),
            new Value.Member("objects", struct(stubs.objects(), StubWriter::objects))));
  }

  private static <T> Value struct(Map<String, T> entries, Function<T, Value> value) {
    List<Value.Member> members = new ArrayList<>();
    entries.forEach((name, entry) -> members.add(new Value.Member(name, value.apply(entry))));
    return new Value.Struct(List.copyOf(members));
  }

  private static Value reply(Reply reply) {
    List<Value.Member> members = new ArrayList<>();
    if (reply instanceof Reply.Gives gives) {
      members.add(new Value.Member("value", written(gives.value())));
    } else if (reply instanceof Reply.Fails fails) {
      members.add(new Value.Member("error", Value.texts(fails.error())));
    } else if (reply instanceof Reply.Runs runs) {
      members.add(new Value.Member("plan", Value.of(runs.plan())));
      members.add(new Value.Member("label", Value.of(runs.label())));
      runs.result().ifPresent(result -> members.add(new Value.Member("result", written(result))));
    }
    return new Value.Struct(List.copyOf(members));
  }

  private static Value objects(List<StubObject> objects) {
    List<Value> records = new ArrayList<>();
    for (StubObject object : objects) {
      List<Value.Member> members = new ArrayList<>();
      members.add(new Value.Member("ref", Value.of(object.ref())));
      object.fields().forEach((name, value) -> members.add(new Value.Member(name, written(value))));
      records.add(new Value.Struct(List.copyOf(members)));
    }
    return new Value.Array(List.copyOf(records));
  }

  /** JSON has no dates; the reader knows one by its form. */
  private static Value written(Value value) {
    if (value instanceof Value.Time time) {
      return Value.of(time.text());
    }
    if (value instanceof Value.Array array) {
      return new Value.Array(array.items().stream().map(StubWriter::written).toList());
    }
    if (value instanceof Value.Struct struct) {
      return new Value.Struct(
          struct.members().stream()
              .map(member -> new Value.Member(member.name(), written(member.value())))
              .toList());
    }
    return value;
  }
}
