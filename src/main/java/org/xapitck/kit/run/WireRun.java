package org.xapitck.kit.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.Requirement;
import org.xapitck.kit.report.ScenarioNote;
import org.xapitck.kit.report.ScenarioResult;
import org.xapitck.kit.target.Conversation;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.Outcome.Result;
import org.xapitck.kit.wire.Exchange;
import org.xapitck.kit.wire.Secrets;
import org.xapitck.kit.wire.Transcript;
import org.xapitck.kit.wire.Wire;

/** Gathers what the scenarios of one wire found. Safe for use by many threads. */
final class WireRun {
  /** 16 KiB of each body where a scenario passed; a deviation is shown whole. */
  private static final int BODY_OF_A_PASS = 16 * 1024;

  private final Catalogue catalogue;
  private final Conversation conversation;
  private final Secrets secrets;
  private final Assessment assessment;
  private final Progress progress;
  private final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
  private final List<ScenarioResult> results = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, ScenarioNote> notes = new ConcurrentHashMap<>();

  WireRun(Catalogue catalogue, Conversation conversation, Secrets secrets, Progress progress) {
    this.catalogue = catalogue;
    this.conversation = conversation;
    this.secrets = secrets;
    this.assessment = new Assessment(catalogue, conversation.wire());
    this.progress = progress;
  }

  /** A recorder of this wire's scenarios. */
  Recorder recorder() {
    return new Recorder(
        (id, scenario, took) -> {
          List<Outcome> found = masked(assessment.outcomes(scenario));
          List<Requirement> requirements =
              scenario.requirements().stream().map(catalogue::need).toList();
          Wire wire = conversation.wire();
          ScenarioResult result =
              ScenarioResult.of(
                  wire,
                  scenario.feature(),
                  scenario.rule(),
                  scenario.name(),
                  requirements,
                  found,
                  took);
          outcomes.addAll(found);
          results.add(result);
          boolean passed = found.stream().allMatch(o -> o.result() == Result.PASSED);
          notes.put(
              id,
              ScenarioNote.of(
                  wire,
                  scenario.feature(),
                  scenario.rule(),
                  requirements,
                  found,
                  transcript(scenario.exchanges(), passed)));
          progress.finished(found.stream().anyMatch(o -> o.result() == Result.FAILED));
        });
  }

  private List<Outcome> masked(List<Outcome> found) {
    return found.stream()
        .map(
            outcome ->
                new Outcome(
                    outcome.requirement(),
                    outcome.wire(),
                    outcome.scenario(),
                    outcome.result(),
                    secrets.mask(outcome.message())))
        .toList();
  }

  private String transcript(List<Exchange> exchanges, boolean passed) {
    int limit = passed ? BODY_OF_A_PASS : Integer.MAX_VALUE;
    return exchanges.stream()
        .map(exchange -> Transcript.of(exchange, secrets, conversation.ledger()::owns, limit))
        .collect(Collectors.joining("\n"));
  }

  /**
   * What is known of a scenario that ended; given away once, so that a run's memory does not grow
   * with its transcripts.
   */
  Optional<ScenarioNote> note(String id) {
    return Optional.ofNullable(notes.remove(id));
  }

  List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  List<ScenarioResult> results() {
    return List.copyOf(results);
  }
}
