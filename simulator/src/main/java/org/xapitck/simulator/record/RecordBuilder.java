package org.xapitck.simulator.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.Value;

/** Builds the record of an object, member by member in the order of the wire. */
public final class RecordBuilder {
  private static final String NULL_REF = "OpaqueRef:NULL";

  private final List<Value.Member> members = new ArrayList<>();
  private final Release release;
  private boolean published = true;

  /** A record as this release knows it. */
  public RecordBuilder(Release release) {
    this.release = release;
  }

  /** The members from here on exist since that release, until the next call of this. */
  public RecordBuilder since(Release since) {
    published = release.atLeast(since);
    return this;
  }

  /** Any value. */
  public RecordBuilder put(String name, Value value) {
    if (published) {
      members.add(new Value.Member(name, value));
    }
    return this;
  }

  /** Text, an enum or a reference. */
  public RecordBuilder text(String name, String text) {
    return put(name, Value.of(text));
  }

  /** References to nothing. */
  public RecordBuilder nullRefs(String... names) {
    for (String name : names) {
      text(name, NULL_REF);
    }
    return this;
  }

  /** Empty texts. */
  public RecordBuilder blanks(String... names) {
    for (String name : names) {
      text(name, "");
    }
    return this;
  }

  /** An integer. */
  public RecordBuilder number(String name, long number) {
    return put(name, new Value.Int(number));
  }

  /** Booleans that are false. */
  public RecordBuilder no(String... names) {
    for (String name : names) {
      put(name, new Value.Bool(false));
    }
    return this;
  }

  /** A boolean that is true. */
  public RecordBuilder yes(String name) {
    return put(name, new Value.Bool(true));
  }

  /** Empty sets. */
  public RecordBuilder emptySets(String... names) {
    for (String name : names) {
      put(name, new Value.Array(List.of()));
    }
    return this;
  }

  /** Empty maps. */
  public RecordBuilder emptyMaps(String... names) {
    for (String name : names) {
      put(name, new Value.Struct(List.of()));
    }
    return this;
  }

  /** A map of texts. */
  public RecordBuilder map(String name, Map<String, String> entries) {
    return put(name, Value.texts(entries));
  }

  /** The record. */
  public Value.Struct build() {
    return new Value.Struct(List.copyOf(members));
  }
}
