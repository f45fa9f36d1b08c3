package org.xapitck.kit.scenario;

import java.util.Optional;
import org.xapitck.kit.answer.Refusals;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.ledger.TaskBudget;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;

/** Makes the tasks that a scenario needs, by whoever speaks. */
public final class TaskMaker {
  private final ScenarioContext context;
  private final ApiCaller caller;

  TaskMaker(ScenarioContext context, ApiCaller caller) {
    this.context = context;
    this.caller = caller;
  }

  /**
   * Creates a task by the speaker and notes it; a {@link ConformanceFailure} where the server gives
   * none.
   */
  public ScenarioTask create(String label, String description) {
    Optional<TaskBudget.Item> lent = caller.borrow();
    if (lent.isPresent()) {
      return subject(lent.get().entry().ref(), lent.get().label());
    }
    Exchange exchange = caller.call("create", label, description);
    boolean denied = Refusals.isDenied(exchange.answer());
    if (denied && caller.speaker().isOfItsRole()) {
      exchange = caller.call("create", label, description);
      if (Refusals.isDenied(exchange.answer())) {
        throw Refusals.ofOther(exchange).seenTwice();
      }
    }
    return subject((String) caller.reader().typed(exchange, ApiType.REF), label);
  }

  /** The same with a label of its own. */
  public ScenarioTask create(String description) {
    return create(context.supplies().marks().get(), description);
  }

  /**
   * Another pending task beside those that the scenario has; empty where tasks stay and none can be
   * spared.
   */
  public Optional<ScenarioTask> oneMore(String description) {
    return context.budget().isPresent()
        ? caller.spare().map(item -> subject(item.entry().ref(), item.label()))
        : Optional.of(create(description));
  }

  /** A task that a call of this scenario made. */
  public ScenarioTask subject(String ref, String label) {
    return ScenarioTask.created(ref, caller.speaker().account(), label);
  }
}
