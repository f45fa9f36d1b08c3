package org.xapitck.simulator.stub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xapitck.simulator.dispatch.Message;
import org.xapitck.simulator.dispatch.MessageTable;
import org.xapitck.simulator.dispatch.ObjectMessages;
import org.xapitck.simulator.record.Change;
import org.xapitck.simulator.record.ReadOnlyClass;
import org.xapitck.simulator.rpc.Value;

/** Stubs made ready for look-ups; immutable. */
final class StubIndex {
  /** What stands before the name of a call that is to be a task. */
  static final String ASYNC = "Async.";

  private final Stubs stubs;
  private final List<Map.Entry<Pattern, Reply>> patterns = new ArrayList<>();
  private final Map<String, Map<String, Value.Struct>> records = new LinkedHashMap<>();
  private final MessageTable objects;

  StubIndex(Stubs stubs) {
    this.stubs = stubs;
    List<String> stars = new ArrayList<>(stubs.messages().keySet());
    stars.removeIf(name -> name.indexOf('*') < 0);
    // the longer a name, the closer it is
    stars.sort(Comparator.comparingInt(name -> -name.length()));
    stars.forEach(name -> patterns.add(Map.entry(pattern(name), stubs.messages().get(name))));
    Map<String, ReadOnlyClass> classes = new LinkedHashMap<>();
    stubs
        .objects()
        .forEach(
            (type, list) -> {
              Map<String, Value.Struct> ofClass = StubRecords.of(list);
              records.put(type, ofClass);
              classes.put(type, new ReadOnlyClass(type, StubRecords.fields(list), () -> ofClass));
            });
    objects = ObjectMessages.of(classes);
  }

  private StubIndex(MessageTable none) {
    this.stubs = Stubs.NONE;
    this.objects = none;
  }

  /** Of no stubs; a start without any must not pay for them. */
  static StubIndex none() {
    return new StubIndex(ObjectMessages.none());
  }

  private static Pattern pattern(String name) {
    return Pattern.compile(Pattern.quote(name).replace("*", "\\E\\w*\\Q"));
  }

  Stubs stubs() {
    return stubs;
  }

  /**
   * What a message answers that is stubbed by this name, or by a name with a star, unless it is one
   * over objects: those are closer than a star.
   */
  Optional<Reply> message(String method) {
    Reply exact = stubs.messages().get(method);
    if (exact != null || object(method).isPresent()) {
      return Optional.ofNullable(exact);
    }
    return patterns.stream()
        .filter(stub -> stub.getKey().matcher(method).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** A message over objects. */
  Optional<Message> object(String method) {
    return objects.find(method);
  }

  /** All names, those with a star as they were given. */
  List<String> names() {
    List<String> names = new ArrayList<>(stubs.messages().keySet());
    objects.names().stream().filter(name -> !names.contains(name)).forEach(names::add);
    return names;
  }

  /** What happens to the objects when those stubs take the place of these. */
  List<Change> changesTo(StubIndex other) {
    List<Change> changes = new ArrayList<>();
    other.records.forEach(
        (type, after) ->
            after.forEach(
                (ref, record) -> {
                  Value.Struct before = records.getOrDefault(type, Map.of()).get(ref);
                  if (before == null) {
                    changes.add(change(Change.Kind.ADD, type, ref, record));
                  } else if (!before.equals(record)) {
                    changes.add(change(Change.Kind.MOD, type, ref, record));
                  }
                }));
    records.forEach(
        (type, before) ->
            before.forEach(
                (ref, record) -> {
                  if (!other.records.getOrDefault(type, Map.of()).containsKey(ref)) {
                    changes.add(change(Change.Kind.DEL, type, ref, record));
                  }
                }));
    return changes;
  }

  /** Events write classes in lower case. */
  private static Change change(Change.Kind kind, String type, String ref, Value.Struct record) {
    return new Change(kind, type.toLowerCase(Locale.ROOT), ref, () -> record);
  }
}
