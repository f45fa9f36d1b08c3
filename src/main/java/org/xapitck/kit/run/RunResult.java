package org.xapitck.kit.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.release.DetectedRelease;
import org.xapitck.kit.report.ScenarioResult;
import org.xapitck.kit.verdict.Verdicts;

/**
 * What a run found.
 *
 * @param verdicts every requirement of its scope once per wire
 * @param detected what the server was judged by
 * @param preflights the logins, by wire
 * @param scenarios every scenario that ran
 * @param calls calls sent, by wire
 * @param phases how long each part took
 * @param tasks what is left of the tasks that the kit made
 * @param remarks what nobody should miss of the way to the server
 * @param kitError what broke inside the kit; empty where the run went to its end
 */
record RunResult(
    Verdicts verdicts,
    DetectedRelease detected,
    List<Preflight.Finding> preflights,
    List<ScenarioResult> scenarios,
    Map<Wire, Long> calls,
    Map<String, Duration> phases,
    Tasks tasks,
    List<String> remarks,
    Optional<Throwable> kitError) {

  /**
   * The kit's tasks on the server.
   *
   * @param leftovers those that the server would not let go
   * @param settled whether nothing is left, not even a task whose making was never answered
   * @param irremovable of the leftovers those that ended: what the server said when it was asked to
   *     remove them, by reference
   */
  record Tasks(int leftovers, boolean settled, Map<String, Answer> irremovable) {}

  /** Whether any wire got as far as its scenarios, or was found wrong on the way. */
  boolean reached() {
    return preflights.stream()
        .anyMatch(
            p -> p.state() != Preflight.State.UNREACHABLE && p.state() != Preflight.State.REFUSED);
  }
}
