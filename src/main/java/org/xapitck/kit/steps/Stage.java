package org.xapitck.kit.steps;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.target.Claim;
import org.xapitck.kit.target.Conversation;
import org.xapitck.kit.target.Stock;
import org.xapitck.kit.target.TaskSources;

/**
 * What the scenarios of one wire share.
 *
 * @param conversation with the server, over the wire of this execution
 * @param catalogue what the page says
 * @param clock the kit's time
 * @param marks gives a text that no other task has at each call, such as {@code xapi-task-tck
 *     5f3a-17}
 * @param notes the notes of the scenario that runs on the present thread
 * @param triesWrongPassword whether this wire makes the run's one login with a wrong password
 * @param claim what the server is judged by
 * @param stock the kit's few tasks where tasks stay; empty where they go when they are destroyed
 * @param sources what starts tasks that the server runs
 * @param work watches those that were started for all scenarios; empty where no scenario asks for
 *     one
 */
public record Stage(
    Conversation conversation,
    Catalogue catalogue,
    Clock clock,
    Supplier<String> marks,
    Notebook notes,
    boolean triesWrongPassword,
    Claim claim,
    Optional<Stock> stock,
    TaskSources sources,
    Optional<WorkWatch> work) {

  /** The same with the work of the server under watch. */
  public Stage watching(WorkWatch watch) {
    return new Stage(
        conversation,
        catalogue,
        clock,
        marks,
        notes,
        triesWrongPassword,
        claim,
        stock,
        sources,
        Optional.of(watch));
  }

  WorkWatch watch() {
    return work.orElseThrow(
        () -> new IllegalStateException("no work is watched, though a scenario asks for it"));
  }

  /** The same where somebody else notes what is said. */
  Stage notedBy(Notebook other) {
    return new Stage(
        conversation,
        catalogue,
        clock,
        marks,
        other,
        triesWrongPassword,
        claim,
        stock,
        sources,
        work);
  }
}
