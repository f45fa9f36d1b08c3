package org.xapitck.kit.report;

import java.util.List;
import org.xapitck.kit.model.Requirement;

/**
 * What the run, but not Cucumber, knows about a scenario that has just ended.
 *
 * @param result how it ended
 * @param requirements what it judges
 * @param transcript its exchanges as people read them; empty where nothing was sent
 * @param calls each exchange apart; empty where the scenario found nothing wrong
 * @param script lines for bash that repeat the calls, the login first; empty where that is of no
 *     use
 * @param links where more is written
 */
public record ScenarioNote(
    ScenarioResult result,
    List<Requirement> requirements,
    String transcript,
    List<NotedCall> calls,
    String script,
    List<NoteLink> links) {

  public ScenarioNote {
    requirements = List.copyOf(requirements);
    calls = List.copyOf(calls);
    links = List.copyOf(links);
  }
}
