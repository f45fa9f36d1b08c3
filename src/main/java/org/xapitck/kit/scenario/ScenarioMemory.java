package org.xapitck.kit.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the steps of one scenario keep for later ones, such as for "the refusal names ...". */
public final class ScenarioMemory {
  private final Map<String, String> kept = new LinkedHashMap<>();
  private List<String> given = List.of();
  private boolean refusalAllowed;

  /** Keeps a value of the call by a name. */
  public void keep(String what, String value) {
    kept.put(what, value);
  }

  /**
   * A value that was kept by a name.
   *
   * @throws IllegalStateException where no step kept one
   */
  public String kept(String what) {
    return Optional.ofNullable(kept.get(what))
        .orElseThrow(() -> new IllegalStateException("no call of this scenario names a " + what));
  }

  /** Keeps the elements that a call wrote, in their order. */
  public void giveInOrder(List<String> elements) {
    given = List.copyOf(elements);
  }

  /** The elements that a call wrote, in their order. */
  public List<String> givenInOrder() {
    return given;
  }

  /** Notes that a refusal of the call was as right as its success. */
  public void allowRefusal() {
    refusalAllowed = true;
  }

  /** Whether a refusal of the call was as right as its success. */
  public boolean refusalAllowed() {
    return refusalAllowed;
  }
}
