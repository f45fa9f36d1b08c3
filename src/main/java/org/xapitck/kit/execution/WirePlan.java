package org.xapitck.kit.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.xapitck.kit.model.TaskOutcome;

/**
 * The scenarios of one wire.
 *
 * @param selection by which they were chosen
 * @param scenarios those that run whenever there is time
 * @param ofWork those that run after the others: what judges work of the server, which goes on
 *     meanwhile, and what looks back at the run; empty where none was chosen
 * @param ofClients those of several clients at once, which run at the very end; empty where none
 *     was chosen
 */
public record WirePlan(
    Selection selection,
    CucumberExecution scenarios,
    Optional<CucumberExecution> ofWork,
    Optional<CucumberExecution> ofClients) {

  /**
   * Finds the scenarios of a choice.
   *
   * @param features where they are, by path below the folder of features; empty for all
   */
  static WirePlan of(Selection selection, List<String> features, int threads, OptionalLong seed) {
    CucumberExecution scenarios = CucumberExecution.chosen(selection, features, threads, seed);
    return new WirePlan(
        selection,
        scenarios,
        CucumberExecution.later(selection.ofWork(), threads, seed),
        // one after the other: what many clients do at once would hide among what others do
        CucumberExecution.later(selection.ofClients(), 1, seed));
  }

  /** What the server's work has to come to for the scenarios. */
  public Set<TaskOutcome> outcomes() {
    return selection.outcomes();
  }

  /** The scenarios, examples counted, in the order in which they run. */
  public List<CucumberExecution.Found> found() {
    List<CucumberExecution.Found> found = new ArrayList<>(scenarios.found());
    ofWork.ifPresent(some -> found.addAll(some.found()));
    ofClients.ifPresent(some -> found.addAll(some.found()));
    return found;
  }

  /** How many of them are of several clients at once. */
  public long sizeOfClients() {
    return ofClients.map(CucumberExecution::size).orElse(0L);
  }

  /** How many scenarios, examples counted, will run. */
  public long size() {
    return scenarios.size() + ofWork.map(CucumberExecution::size).orElse(0L) + sizeOfClients();
  }
}
