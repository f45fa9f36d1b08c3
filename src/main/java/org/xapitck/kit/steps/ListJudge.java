package org.xapitck.kit.steps;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.xapitck.kit.answer.FieldTypes;
import org.xapitck.kit.answer.Refusals;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.scenario.Scenario;
import org.xapitck.kit.scenario.ScenarioTask;

/**
 * Holds a list or look-up against the tasks that it must contain. By inclusion: a live server has
 * tasks of others, and they come and go.
 */
final class ListJudge {
  private final Scenario scenario;

  ListJudge(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * The last answer contains these tasks, but for one that was collected.
   *
   * @param tasks asked anew after fresh tasks
   */
  void containsAll(Supplier<List<ScenarioTask>> tasks) {
    scenario.look(
        () -> {
          Exchange last = scenario.last();
          Collection<?> listed = listed(last);
          List<ScenarioTask> missing =
              tasks.get().stream().filter(task -> !listed.contains(task.ref())).toList();
          return missing.isEmpty() ? last : stillKnown(tasks.get().size(), missing, last);
        });
  }

  /** The last answer, a set of references, does not contain the task. */
  void leavesItOut() {
    Exchange last = scenario.last();
    String ref = scenario.it().ref();
    if (((Collection<?>) scenario.typed(last, ApiType.STRING_SET)).contains(ref)) {
      throw new ConformanceFailure(
          "an answer without " + ref, AnswerText.of(last.answer()), last.method());
    }
  }

  /** The last answer, a set of references, contains the task and nothing else. */
  void isItAlone() {
    containsAll(() -> List.of(scenario.it()));
    Exchange last = scenario.last();
    Object all = scenario.typed(last, ApiType.STRING_SET);
    if (!all.equals(List.of(scenario.it().ref()))) {
      throw new ConformanceFailure(
          "a list of " + scenario.it().ref() + " alone",
          AnswerText.shortened(all.toString()),
          last.method());
    }
  }

  private Collection<?> listed(Exchange exchange) {
    if (!(exchange.answer() instanceof Answer.Success)) {
      throw Refusals.ofJudged("Success", exchange);
    }
    return exchange.method().equals(TaskClass.GET_ALL_RECORDS)
        ? FieldTypes.records(scenario.typed(exchange, ApiType.RECORD_MAP)).keySet()
        : (Collection<?>) scenario.typed(exchange, ApiType.STRING_SET);
  }

  /** A fault is only a task that is left out and still answers afterwards. */
  private Exchange stillKnown(int all, List<ScenarioTask> missing, Exchange last) {
    Exchange status = last;
    for (ScenarioTask task : missing) {
      status = scenario.call("get_status", task.ref());
      if (!scenario.wasCollected(status)) {
        ConformanceFailure failure =
            all == 1
                ? new ConformanceFailure(
                    "an answer that holds the task " + task.ref(), "it is left out", last.method())
                : new ConformanceFailure(
                    "an answer that holds all " + all + " tasks of the scenario",
                    missing.size() + " of them are left out, such as " + task.ref(),
                    last.method());
        throw failure
            .seenIn(", while task.get_status says " + AnswerText.of(status.answer()))
            .of(isListedNow(task, last) ? Owner.of("task.create.listed") : Owner.SCENARIO);
      }
    }
    return status;
  }

  /** A list that has a task only once somebody has read it is right, and late. */
  private boolean isListedNow(ScenarioTask task, Exchange last) {
    return last.method().equals(TaskClass.GET_ALL)
        && listed(scenario.call("get_all")).contains(task.ref());
  }
}
