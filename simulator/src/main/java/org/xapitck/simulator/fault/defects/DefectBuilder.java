package org.xapitck.simulator.fault.defects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.Defect;
import org.xapitck.simulator.rpc.Wire;

/**
 * Builds defects, one sentence each:
 *
 * <pre>{@code
 * defects.must("destroy-forgets-nothing", "destroy of a completed task changes nothing")
 *     .at("task.destroy")
 *     .by(...)
 *     .breaks("task.destroy.effect");
 * }</pre>
 */
public final class DefectBuilder {
  private final List<Defect> defects = new ArrayList<>();

  /** All that were taken down. */
  public List<Defect> defects() {
    return List.copyOf(defects);
  }

  /** A defect that makes a server non-conformant. */
  public Sentence must(String id, String sentence) {
    return new Sentence(id, sentence, Defect.Level.MUST);
  }

  /** A defect that a conformant server is warned of. */
  public Sentence should(String id, String sentence) {
    return new Sentence(id, sentence, Defect.Level.SHOULD);
  }

  /** A defect on its way into the table. */
  public final class Sentence {
    private final String id;
    private final String sentence;
    private final Defect.Level level;
    private Set<Wire> wires = Wire.ALL;
    private String point = "";
    private String family = "";
    private Alteration alteration = Alteration.NONE;

    private Sentence(String id, String sentence, Defect.Level level) {
      this.id = id;
      this.sentence = sentence;
      this.level = level;
    }

    /** The point of the server that it changes. */
    public Sentence at(String where) {
      point = where;
      return this;
    }

    /** It is one of many that differ in a name only. */
    public Sentence of(String name) {
      family = name;
      return this;
    }

    /** What makes the server so. */
    public Sentence by(Alteration change) {
      alteration = change;
      return this;
    }

    /** It shows on these wires only. */
    public Sentence on(Set<Wire> some) {
      wires = some;
      return this;
    }

    /** What it is about. */
    public void breaks(String... requirements) {
      breaks(Arrays.asList(requirements));
    }

    /** What it is about. */
    public void breaks(List<String> requirements) {
      defects.add(
          new Defect(
              id,
              sentence,
              level,
              List.copyOf(requirements),
              wires,
              point.isEmpty() ? id : point,
              family,
              alteration));
    }
  }
}
