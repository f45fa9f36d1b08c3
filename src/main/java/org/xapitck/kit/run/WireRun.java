package org.xapitck.kit.run;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.console.Progress;
import org.xapitck.kit.execution.Recorder;
import org.xapitck.kit.execution.RunningScenario;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.NoteLink;
import org.xapitck.kit.report.ScenarioNote;
import org.xapitck.kit.report.ScenarioResult;
import org.xapitck.kit.transcript.CurlScript;
import org.xapitck.kit.verdict.Baseline;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.Outcome.Result;

/** Gathers what the scenarios of one wire found. Safe for use by many threads. */
final class WireRun {
  private final Catalogue catalogue;
  private final Assessment assessment;
  private final Wire wire;
  private final Baseline baseline;
  private final TranscriptRenderer protocol;
  private final Audience audience;
  private final Optional<URI> book;
  private final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
  private final List<ScenarioResult> results = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, ScenarioNote> notes = new ConcurrentHashMap<>();

  /**
   * Who hears of the scenarios while the run goes on.
   *
   * @param progress counts them, and prints their exchanges where those are printed
   * @param atFailure what to do at a failure that no baseline knows
   * @param readsNotes whether a report reads the notes
   */
  record Audience(Progress progress, Runnable atFailure, boolean readsNotes) {}

  WireRun(
      Catalogue catalogue,
      Assessment assessment,
      Wire wire,
      Baseline baseline,
      TranscriptRenderer protocol,
      Audience audience,
      Optional<URI> book) {
    this.catalogue = catalogue;
    this.assessment = assessment;
    this.wire = wire;
    this.baseline = baseline;
    this.protocol = protocol;
    this.audience = audience;
    this.book = book;
  }

  /** A recorder of this wire's scenarios. */
  Recorder recorder(LongSupplier nanos) {
    return new Recorder(this::ended, nanos);
  }

  private void ended(String id, RunningScenario scenario, Duration took) {
    List<Outcome> found = masked(assessment.outcomes(scenario));
    List<Requirement> requirements = scenario.requirements().stream().map(catalogue::need).toList();
    Optional<String> known = known(found);
    boolean passed = found.stream().allMatch(o -> o.result() == Result.PASSED);
    outcomes.addAll(found);
    ScenarioResult result =
        ScenarioResult.of(place(scenario), requirements, found, took)
            .known(known)
            .newIn(newIn(found));
    results.add(result);
    if (audience.readsNotes()) {
      CurlScript.Lines script = protocol.lines(scenario, passed);
      String transcript = protocol.of(scenario, passed, script);
      notes.put(
          id,
          new ScenarioNote(
              result,
              requirements,
              transcript,
              passed ? List.of() : protocol.calls(scenario),
              protocol.script(script),
              links(requirements, found)));
      if (protocol.isShown()) {
        show(scenario, transcript);
      }
    }
    boolean failed = found.stream().anyMatch(o -> o.result() == Result.FAILED);
    audience.progress().finished(failed && known.isEmpty());
    if (known.isEmpty() && found.stream().anyMatch(this::breaksMust)) {
      audience.atFailure().run();
    }
  }

  private ScenarioResult.Place place(RunningScenario scenario) {
    return new ScenarioResult.Place(
        wire, scenario.feature(), scenario.rule(), scenario.name(), scenario.role());
  }

  /** Why the baseline accepts what failed; empty where nothing failed or anything of it is new. */
  private Optional<String> known(List<Outcome> found) {
    List<Outcome> failed = found.stream().filter(o -> o.result() == Result.FAILED).toList();
    boolean all = failed.stream().allMatch(o -> baseline.find(o.requirement(), wire).isPresent());
    return all
        ? failed.stream()
            .findFirst()
            .flatMap(o -> baseline.find(o.requirement(), wire))
            .map(Baseline.Entry::reason)
        : Optional.empty();
  }

  /** To the requirements in the book, and to what is written about known deviations. */
  private List<NoteLink> links(List<Requirement> requirements, List<Outcome> found) {
    Stream<NoteLink> issues =
        found.stream()
            .filter(o -> o.result() == Result.FAILED)
            .flatMap(o -> baseline.find(o.requirement(), wire).stream())
            .map(Baseline.Entry::link)
            .filter(link -> link.startsWith("http"))
            .map(NoteLink::toIssue);
    return Stream.concat(
            book.stream().flatMap(to -> requirements.stream().map(r -> NoteLink.toBook(to, r))),
            issues)
        .distinct()
        .toList();
  }

  private boolean breaksMust(Outcome outcome) {
    Requirement requirement = catalogue.need(outcome.requirement());
    return outcome.result() == Result.FAILED
        && requirement.level() == Level.MUST
        && requirement.grace().isEmpty();
  }

  /** The version of the catalogue, where it made all that failed new. */
  private OptionalInt newIn(List<Outcome> found) {
    return found.stream().anyMatch(this::breaksMust)
        ? OptionalInt.empty()
        : found.stream()
            .filter(outcome -> outcome.result() == Result.FAILED)
            .map(outcome -> catalogue.need(outcome.requirement()))
            .filter(requirement -> requirement.grace().isPresent())
            .mapToInt(requirement -> requirement.newIn().getAsInt())
            .findFirst();
  }

  private void show(RunningScenario scenario, String transcript) {
    String text = "\n=== " + scenario.fullName() + " on " + wire + "\n\n" + transcript;
    audience.progress().say(protocol.printable(text));
  }

  private List<Outcome> masked(List<Outcome> found) {
    return found.stream().map(outcome -> outcome.redacted(protocol::masked)).toList();
  }

  /**
   * What is known of a scenario that ended; given away once, so that a run's memory does not grow
   * with its transcripts.
   */
  Optional<ScenarioNote> note(String id) {
    return Optional.ofNullable(notes.remove(id));
  }

  /**
   * Takes down whether two scenarios were given one task, before several clients of one scenario
   * make some: which of the scenarios that go on at once meet that is a matter of luck.
   */
  void judgeTasks(Ledger ledger) {
    if (ledger.hasTaskGivenTwice(wire)) {
      outcomes.add(assessment.givenTwice());
    }
  }

  /**
   * What the scenarios found, and what the run's tasks show beside them: that set_status ended
   * none, where such tasks used up the limit before a scenario of set_status ran.
   */
  List<Outcome> outcomes(Ledger ledger) {
    List<Outcome> all = new ArrayList<>(outcomes);
    if (ledger.hasStillPending(wire)
        && all.stream()
            .filter(one -> one.requirement().equals(Assessment.STATUS_IS_WRITTEN))
            .allMatch(one -> one.result() == Result.NOT_TESTABLE)) {
      all.add(assessment.statusNotWritten());
    }
    return all;
  }

  List<ScenarioResult> results() {
    return List.copyOf(results);
  }
}
