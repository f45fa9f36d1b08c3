package org.xapitck.kit.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;

/** What the steps of one scenario keep for later ones, such as for "the refusal names ...". */
public final class ScenarioMemory {
  private final Map<String, String> kept = new LinkedHashMap<>();
  private List<String> given = List.of();
  private boolean refusalAllowed;
  private Owner ofRefusal = Owner.SCENARIO;
  private Owner ofSuccess = Owner.SCENARIO;

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

  /**
   * Notes that the call has to be refused.
   *
   * @param refusal what another refusal than the right one deviates from
   * @param success what a success deviates from
   */
  public void mustBeRefused(Owner refusal, Owner success) {
    ofRefusal = refusal;
    ofSuccess = success;
  }

  /** What an answer deviates from that is not the right refusal. */
  public Owner owner(Exchange exchange) {
    return exchange.answer() instanceof Answer.Success ? ofSuccess : ofRefusal;
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
