package org.xapitck.simulator.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.xapitck.simulator.record.Change;
import org.xapitck.simulator.rpc.Value;

/**
 * All objects by the generation of their last write: what {@code event.from} reads. A write is one
 * generation, the end of an object two, as recorded.
 *
 * <p>Not for several threads; {@link EventHub} guards it.
 */
final class EventLog {
  /** 10,000: how many ended objects are remembered. xapi forgets the oldest beyond 1,000. */
  private static final int MAX_DELETED = 10_000;

  private static final Comparator<Entry> ORDER =
      Comparator.<Entry>comparingInt(e -> ObjectClasses.place(e.type)).thenComparing(e -> e.ref);

  private final TreeMap<Long, Entry> byModified = new TreeMap<>();
  private final Map<String, Map<String, Entry>> live = new HashMap<>();
  private final ArrayDeque<Entry> deleted = new ArrayDeque<>();
  private long generation;
  private long lost;

  /**
   * What a client has not read yet.
   *
   * @param found whether there was any write, perhaps one without an event
   * @param generation how far it has read with these
   */
  record News(List<Value> events, boolean found, long generation) {}

  /** The generation of the newest write. */
  long generation() {
    return generation;
  }

  /**
   * How many objects of each class there are.
   *
   * @param subjects how many users the directory has, who are no objects here
   */
  Value counts(int subjects) {
    List<Value.Member> members = new ArrayList<>(ObjectClasses.ALL.size());
    for (String type : ObjectClasses.ALL) {
      int count = type.equals("subject") ? subjects : live.getOrDefault(type, Map.of()).size();
      members.add(new Value.Member(type, new Value.Int32(count)));
    }
    live.forEach(
        (type, objects) -> {
          if (ObjectClasses.place(type) == ObjectClasses.ALL.size()) {
            members.add(new Value.Member(type, new Value.Int32(objects.size())));
          }
        });
    return new Value.Struct(members);
  }

  /** Whether what a client has not read since then is forgotten. The empty token reads all. */
  boolean isLost(long since) {
    return since > 0 && since <= lost;
  }

  /** Forgets what ended, and makes tokens of before worthless if wanted. */
  void restart(boolean loses) {
    deleted.forEach(entry -> byModified.remove(entry.modified));
    deleted.clear();
    if (loses) {
      // one more, so that the token of this moment is a new one
      lost = generation++;
    }
  }

  /** Whether there is that object. */
  boolean has(String type, String ref) {
    return live.getOrDefault(type, Map.of()).containsKey(ref);
  }

  void note(Change change) {
    Map<String, Entry> objects = live.computeIfAbsent(change.type(), type -> new HashMap<>());
    switch (change.kind()) {
      case ADD -> {
        Entry entry = new Entry(change.type(), change.ref(), generation + 1);
        objects.put(change.ref(), entry);
        write(entry, change.record());
      }
      case MOD -> write(objects.get(change.ref()), change.record());
      case DEL -> {
        Entry entry = objects.remove(change.ref());
        generation++;
        // a deletion shows no record, and the dead must not keep theirs in memory
        write(entry, () -> new Value.Struct(List.of()));
        entry.gone = true;
        remember(entry);
      }
    }
  }

  /** Writes an object again as it is. Empty if there is no such object. */
  Optional<Change> touch(String type, String ref) {
    Entry entry = live.getOrDefault(type, Map.of()).get(ref);
    if (entry == null) {
      return Optional.empty();
    }
    write(entry, entry.record);
    return Optional.of(new Change(Change.Kind.MOD, type, ref, entry.record));
  }

  private void write(Entry entry, Supplier<Value.Struct> record) {
    generation++;
    if (ObjectClasses.hasEvents(entry.type)) {
      byModified.remove(entry.modified);
      entry.modified = generation;
      entry.record = record;
      byModified.put(entry.modified, entry);
    }
  }

  private void remember(Entry ended) {
    if (ended.modified > 0) {
      deleted.add(ended);
    }
    if (deleted.size() > MAX_DELETED) {
      byModified.remove(deleted.poll().modified);
    }
  }

  /**
   * What happened after a generation: all additions, then modifications, then deletions. Several
   * writes to one object are one event, and what came and went in between is none.
   */
  News since(long since, List<Subscription> subscriptions) {
    List<Entry> adds = new ArrayList<>();
    List<Entry> mods = new ArrayList<>();
    List<Entry> dels = new ArrayList<>();
    long last = since;
    for (Entry entry : byModified.tailMap(since, false).values()) {
      if (!Subscription.any(subscriptions, entry.type, entry.ref)) {
        continue;
      }
      last = entry.modified;
      boolean isNew = entry.created > since;
      if (!entry.gone) {
        (isNew ? adds : mods).add(entry);
      } else if (!isNew) {
        dels.add(entry);
      }
    }
    List<Value> events = new ArrayList<>(adds.size() + mods.size() + dels.size());
    adds.stream().sorted(ORDER).forEach(e -> events.add(e.event("add", e.created)));
    mods.stream().sorted(ORDER).forEach(e -> events.add(e.event("mod", e.modified)));
    dels.stream().sorted(ORDER).forEach(e -> events.add(e.event("del", e.modified)));
    return new News(events, last > since, last);
  }

  private static final class Entry {
    private final String type;
    private final String ref;
    private final long created;
    private long modified;
    private boolean gone;
    private Supplier<Value.Struct> record;

    private Entry(String type, String ref, long created) {
      this.type = type;
      this.ref = ref;
      this.created = created;
    }

    private Value event(String operation, long id) {
      // a deletion has no snapshot, not even an empty one
      Optional<Value> snapshot = gone ? Optional.empty() : Optional.of(record.get());
      return Events.event(Long.toString(id), "0.0", type, operation, ref, snapshot);
    }
  }
}
