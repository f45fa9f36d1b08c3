package org.xapitck.kit.scenario;

import java.util.List;
import java.util.Optional;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskOutcome;
import org.xapitck.kit.work.TaskSource;

/**
 * What is known about a source.
 *
 * @param task that its start gave
 * @param last look at the task
 * @param obstacle why nothing more will be known, where the end was not seen
 * @param deviation how the server showed the task otherwise than it has to, whatever the source is
 * @param exchanges the start and the last look
 */
public record WorkObservation(
    TaskSource source,
    Optional<ScenarioTask> task,
    WorkSnapshot last,
    Optional<Reason> obstacle,
    Optional<ConformanceFailure> deviation,
    List<Exchange> exchanges) {

  boolean shows(TaskOutcome outcome) {
    return task.isPresent() && obstacle.isEmpty() && last.shows(outcome);
  }

  boolean isDecided() {
    return task.isEmpty() || obstacle.isPresent() || last.isOver();
  }
}
