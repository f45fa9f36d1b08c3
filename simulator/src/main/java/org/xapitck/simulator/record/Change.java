package org.xapitck.simulator.record;

import java.util.function.Supplier;
import org.xapitck.simulator.rpc.Value;

/**
 * One write to an object.
 *
 * @param kind what was done
 * @param type the class of the object, lower case
 * @param ref its reference
 * @param record the object after the write, or as it was before it went; asked for only if needed
 */
public record Change(Kind kind, String type, String ref, Supplier<Value.Struct> record) {

  /** What a write does. */
  public enum Kind {
    /** A new object. */
    ADD,
    /** Another value of a field. */
    MOD,
    /** The end of an object. */
    DEL
  }

  /** Whoever wants to know of writes. Called in the order of the writes; must be quick. */
  @FunctionalInterface
  public interface Listener {
    /** For objects that nobody watches. */
    Listener NONE = change -> {};

    /** Takes note of a write. */
    void note(Change change);
  }
}
