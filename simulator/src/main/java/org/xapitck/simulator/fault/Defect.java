package org.xapitck.simulator.fault;

import java.util.List;
import java.util.Set;
import org.xapitck.simulator.rpc.Wire;

/**
 * One way to be wrong.
 *
 * @param id by which the command line chooses it
 * @param sentence what the server does wrong
 * @param level whether what it breaks is demanded or advised
 * @param breaks the requirements that it is about, by the ids that conformance reports print; plain
 *     strings, so that the simulator depends on no catalogue
 * @param wires where it shows
 * @param point the point of the server that it changes; nothing else may change the same
 * @param family the group of generated defects that differ in a name only; empty for one of its own
 * @param alteration what makes the server so
 */
public record Defect(
    String id,
    String sentence,
    Level level,
    List<String> breaks,
    Set<Wire> wires,
    String point,
    String family,
    Alteration alteration) {

  /** How bad it is. */
  public enum Level {
    /** A server with it does not conform. */
    MUST,
    /** A server with it conforms, and is warned of. */
    SHOULD
  }
}
