package org.xapitck.kit.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param mostTasks the most tasks that lived at one moment
 * @param leftovers tasks of the kit's that the server would not let go
 * @param settled whether nothing is left, not even a task whose making was never answered
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
    int mostTasks,
    int leftovers,
    boolean settled,
    List<String> remarks,
    Optional<Throwable> kitError) {

  /** Whether any wire got as far as its scenarios, or was found wrong on the way. */
  boolean reached() {
    return preflights.stream()
        .anyMatch(
            p -> p.state() != Preflight.State.UNREACHABLE && p.state() != Preflight.State.REFUSED);
  }
}
