package org.xapitck.simulator.rpc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of the wire, the same for all three of them.
 *
 * <p>The kinds are those of xapi's own RPC layer, because its error texts print them (see {@link
 * OcamlText}): an {@link Int} is a JSON number but an untyped XML value, an {@link Int32} a number
 * on both.
 */
public sealed interface Value {

  /** What a message without a result answers: the empty string. */
  Value VOID = new Text("");

  /** Text; also every reference, uuid and enum. */
  record Text(String text) implements Value {}

  /** A 64-bit integer, sent as {@code <value>2</value>} in XML and as a number in JSON. */
  record Int(long number) implements Value {}

  /** A 32-bit integer, the only one that XML marks with {@code <i4>}. */
  record Int32(int number) implements Value {}

  /** A double, any bit pattern. */
  record Real(double number) implements Value {}

  /** A boolean. */
  record Bool(boolean flag) implements Value {}

  /** A date as text, {@code 20240101T00:00:00Z} on the way out, unchecked on the way in. */
  record Time(String text) implements Value {}

  /** Base64 text of a request; no answer holds one. */
  record Base64(String text) implements Value {}

  /** XML's {@code <nil/>} and JSON's {@code null}. */
  record Nil() implements Value {}

  /** An ordered list. */
  record Array(List<Value> items) implements Value {}

  /**
   * Named values in the order of the wire; a request may hold a name twice. Two are equal if their
   * members are.
   *
   * @param encodings what wires have made of it, for one that is sent again and again
   */
  record Struct(List<Member> members, Optional<Encodings> encodings) implements Value {

    /** One that is encoded anew whenever it is written. */
    public Struct(List<Member> members) {
      this(members, Optional.empty());
    }

    /** One that each wire encodes once; nobody may change anything in it. */
    public static Struct encodedOnce(List<Member> members) {
      return new Struct(List.copyOf(members), Optional.of(new Encodings()));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Struct struct && members.equals(struct.members);
    }

    @Override
    public int hashCode() {
      return members.hashCode();
    }
  }

  /** One named value of a {@link Struct}. */
  record Member(String name, Value value) {}

  /** Text as a value. */
  static Value of(String text) {
    return new Text(text);
  }

  /** A list of texts. */
  static Value texts(Iterable<String> texts) {
    List<Value> items = new ArrayList<>();
    for (String text : texts) {
      items.add(new Text(text));
    }
    return new Array(Collections.unmodifiableList(items));
  }

  /** A map of texts, in the order of the map. */
  static Value texts(Map<String, String> entries) {
    List<Member> members = new ArrayList<>(entries.size());
    entries.forEach((name, text) -> members.add(new Member(name, new Text(text))));
    return new Struct(Collections.unmodifiableList(members));
  }

  /** A moment, cut to whole seconds in UTC as xapi sends it. */
  static Value of(Instant moment) {
    return new Time(WireDate.format(moment));
  }
}
