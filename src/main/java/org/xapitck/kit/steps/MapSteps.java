package org.xapitck.kit.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import org.xapitck.kit.target.MapRule;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.Exchange;

/**
 * Who may write other_config: a rule that changed with xapi 25.8, so the release decides which is
 * right.
 */
public final class MapSteps {
  private static final String PROBE = "xapi-task-tck-probe";

  private final World world;
  private final AnswerSteps answer;
  private final StateSteps state;

  public MapSteps(World world, AnswerSteps answer, StateSteps state) {
    this.world = world;
    this.answer = answer;
    this.state = state;
  }

  /** Where the release is uncertain, one key tells. */
  @Given("a release that closes the map to me")
  public void closed() {
    MapRule rule = world.claim().mapRule();
    if (rule == MapRule.OPEN || rule == MapRule.EITHER && writes()) {
      throw new Inapplicable(
          "this server lets every role write the map of its own tasks, so no refusal can be brought about"
              + " (judged by "
              + world.claim().release()
              + ")");
    }
  }

  private boolean writes() {
    Exchange attempt = world.call("add_to_other_config", world.it().ref(), PROBE, "");
    return attempt.answer() instanceof Answer.Success;
  }

  /** Below pool-operator, on an own task. */
  @Then(
      "the call is refused as {code} with nothing changed, or succeeds where the release opens the map")
  public void refusedOrOpen(String code) {
    MapRule rule = world.claim().mapRule();
    boolean succeeded = world.last().answer() instanceof Answer.Success;
    if (rule == MapRule.OPEN || rule == MapRule.EITHER && succeeded) {
      answer.succeeds();
    } else {
      answer.isRefusedAs(code);
      state.isUnchanged("it");
    }
  }
}
