package org.xapitck.kit.report;

import java.util.List;
import org.xapitck.kit.model.Requirement;

/**
 * What the run, but not Cucumber, knows about a scenario that has just ended.
 *
 * @param result how it ended
 * @param requirements what it judges
 * @param transcript its exchanges as people read them; empty where nothing was sent
 * @param links where more is written
 */
public record ScenarioNote(
    ScenarioResult result,
    List<Requirement> requirements,
    String transcript,
    List<NoteLink> links) {

  public ScenarioNote {
    requirements = List.copyOf(requirements);
    links = List.copyOf(links);
  }
}
