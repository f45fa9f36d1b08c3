package org.xapitck.kit.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.kit.verdict.Outcome.Result.FAILED;
import static org.xapitck.kit.verdict.Outcome.Result.NOT_TESTABLE;
import static org.xapitck.kit.verdict.Outcome.Result.PASSED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;

/** What a baseline may hide, and what proves it wrong. */
class KnownDeviationsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Requirement XML_ONLY =
      Some.requirement("xml", Level.MUST, null, Set.of(Wire.XMLRPC));
  private static final List<Requirement> CATALOGUE =
      List.of(Some.must("a"), Some.should("b"), Some.info("i"), XML_ONLY);
  private static final Set<Wire> WIRES = EnumSet.of(Wire.XMLRPC, Wire.JSONRPC2);

  private static Baseline.Entry entry(String id, Wire wire, String expires, boolean flaky) {
    return new Baseline.Entry(
        id,
        Optional.ofNullable(wire),
        "the reason",
        "the link",
        Optional.ofNullable(expires).map(LocalDate::parse),
        flaky,
        "file, line 1");
  }

  private static Baseline.Entry everywhere(String id) {
    return entry(id, null, null, false);
  }

  private static List<String> mistakes(Baseline.Entry... entries) {
    return new Baseline(List.of(entries)).mistakes(CATALOGUE, TODAY);
  }

  @Test
  void aDeviationOfAnotherWireOrRequirementIsNotKnown() {
    Baseline baseline = new Baseline(List.of(entry("a", Wire.XMLRPC, null, false)));
    assertThat(baseline.isEmpty()).isFalse();
    assertThat(Baseline.none().isEmpty()).isTrue();
    assertThat(baseline.find("a", Wire.XMLRPC)).isPresent();
    assertThat(baseline.find("a", Wire.JSONRPC1)).isEmpty();
    assertThat(baseline.find("b", Wire.XMLRPC)).isEmpty();
    assertThat(new Baseline(List.of(everywhere("a"))).find("a", Wire.JSONRPC1)).isPresent();
  }

  @Test
  void whatCanBeNoDeviationIsAMistake() {
    assertThat(mistakes(everywhere("a"), entry("b", Wire.XMLRPC, null, true))).isEmpty();
    assertThat(mistakes(everywhere("none")))
        .containsExactly(
            "file, line 1: none on every wire is no requirement of the catalogue; `list` names"
                + " them all");
    assertThat(mistakes(everywhere("i")))
        .containsExactly(
            "file, line 1: i on every wire is never judged, so it can be no deviation");
    assertThat(mistakes(entry("xml", Wire.JSONRPC2, null, false)))
        .containsExactly("file, line 1: xml on jsonrpc2 is a requirement of other wires only");
    assertThat(mistakes(entry("xml", Wire.XMLRPC, null, false))).isEmpty();
  }

  @Test
  void anEntryCountsUntilTheEndOfItsLastDay() {
    assertThat(mistakes(entry("a", null, "2026-11-25", false))).isEmpty();
    assertThat(mistakes(entry("a", null, "2026-11-24", false)))
        .containsExactly("file, line 1: a on every wire expired on 2026-11-24; renew or remove it");
  }

  @Test
  void nothingIsKnownTwice() {
    Baseline.Entry xml = entry("a", Wire.XMLRPC, null, false);
    Baseline.Entry json = entry("a", Wire.JSONRPC2, null, false);
    assertThat(mistakes(xml, json, everywhere("b"))).isEmpty();
    assertThat(mistakes(xml, xml)).hasSize(1);
    assertThat(mistakes(everywhere("a"), json)).hasSize(1);
    assertThat(mistakes(xml, everywhere("a")))
        .containsExactly("file, line 1: a on every wire stands already at file, line 1");
  }

  /** The first word after the wire is the result over XML-RPC, the second over JSON-RPC 2.0. */
  private static Verdicts judged(
      String id, Outcome.Result xml, Outcome.Result json, Scope scope, Baseline baseline) {
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(Some.outcome(id, Wire.XMLRPC, "s", xml));
    outcomes.add(Some.outcome(id, Wire.JSONRPC2, "s", json));
    return RunJudge.judge(CATALOGUE, Foundations.NONE, outcomes, scope).under(baseline, false);
  }

  private static List<String> stale(Baseline.Entry entry, Outcome.Result xml, Outcome.Result json) {
    return judged("a", xml, json, Scope.whole(WIRES), new Baseline(List.of(entry))).staleEntries();
  }

  @Test
  void anEntryThatDeviatesSomewhereIsNotStale() {
    assertThat(stale(everywhere("a"), FAILED, FAILED)).isEmpty();
    assertThat(stale(everywhere("a"), FAILED, NOT_TESTABLE)).isEmpty();
    assertThat(stale(entry("a", Wire.XMLRPC, null, false), FAILED, PASSED)).isEmpty();
  }

  @Test
  void anEntryThatPassesAnywhereIsStale() {
    assertThat(stale(everywhere("a"), PASSED, PASSED))
        .containsExactly(
            "file, line 1: a on every wire passes on xmlrpc, jsonrpc2; remove the entry");
    assertThat(stale(everywhere("a"), FAILED, PASSED))
        .containsExactly("file, line 1: a on every wire passes on jsonrpc2; remove the entry");
  }

  @Test
  void aFlakyEntryMayPass() {
    assertThat(stale(entry("a", null, null, true), PASSED, PASSED)).isEmpty();
  }

  @Test
  void anEntryThatWasNeverReachedIsStale() {
    assertThat(stale(everywhere("a"), NOT_TESTABLE, NOT_TESTABLE))
        .containsExactly(
            "file, line 1: a on every wire was never reached: not-testable, NOT_TESTABLE in s");
  }

  @Test
  void whatTheRunBrokeOffBeforeProvesNothing() {
    Scope stopped =
        Scope.whole(WIRES)
            .stoppedAt(Wire.XMLRPC, Reason.Plain.STOPPED_ANSWERING)
            .stoppedAt(Wire.JSONRPC2, Reason.Plain.STOPPED_ANSWERING);
    Baseline baseline = new Baseline(List.of(everywhere("a")));
    assertThat(judged("a", PASSED, PASSED, stopped, baseline).staleEntries()).isEmpty();
  }

  @Test
  void whatIsOfOtherWiresProvesNothing() {
    Baseline baseline = new Baseline(List.of(everywhere("xml")));
    Verdicts verdicts = judged("xml", FAILED, PASSED, Scope.whole(WIRES), baseline);
    assertThat(verdicts.staleEntries()).isEmpty();
  }

  @Test
  void onlyADeviationIsKnown() {
    Baseline baseline = new Baseline(List.of(everywhere("a")));
    Verdicts verdicts = judged("a", FAILED, NOT_TESTABLE, Scope.whole(WIRES), baseline);
    assertThat(verdicts.baseline()).isEqualTo(baseline);
    assertThat(verdicts.knownFailures()).isEqualTo(1);
    assertThat(verdicts.all().stream().filter(one -> verdicts.known(one).isPresent()))
        .hasSize(1)
        .allMatch(one -> one.verdict() == Verdict.FAIL);
  }

  @Test
  void aWrongBaselineIsNoUntestedMust() {
    Scope justA = Scope.whole(WIRES).filtered(new Filter("@a", Shard.WHOLE), Set.of("a"));
    Baseline baseline = new Baseline(List.of(everywhere("a")));
    assertThat(judged("a", PASSED, PASSED, justA, Baseline.none()).exitCode()).isZero();
    assertThat(judged("a", PASSED, PASSED, justA, baseline).exitCode()).isEqualTo(2);
    assertThat(judged("a", FAILED, FAILED, justA, baseline).exitCode()).isZero();
    assertThat(judged("a", FAILED, FAILED, justA, Baseline.none()).exitCode()).isEqualTo(1);
  }

  @Test
  void aRenewedBaselineKeepsWhatWasWritten() {
    Baseline old = new Baseline(List.of(entry("a", null, "2027-01-31", true)));
    Verdicts verdicts = judged("a", FAILED, PASSED, Scope.whole(WIRES), Baseline.none());
    assertThat(old.renewed(verdicts, "new").entries())
        .containsExactly(
            new Baseline.Entry(
                "a",
                Optional.of(Wire.XMLRPC),
                "the reason",
                "the link",
                Optional.of(LocalDate.of(2027, 1, 31)),
                true,
                ""));
    assertThat(Baseline.none().renewed(verdicts, "new").entries())
        .containsExactly(
            new Baseline.Entry(
                "a", Optional.of(Wire.XMLRPC), "new", "", Optional.empty(), false, ""));
  }

  @Test
  void whatDeviatesOnEveryWireIsOneEntry() {
    List<Outcome> outcomes = new ArrayList<>();
    for (Wire wire : Wire.values()) {
      outcomes.add(Some.outcome("a", wire, "s", FAILED));
    }
    Verdicts verdicts =
        RunJudge.judge(
            CATALOGUE, Foundations.NONE, outcomes, Scope.whole(EnumSet.allOf(Wire.class)));
    assertThat(Baseline.none().renewed(verdicts, "new").entries())
        .extracting(Baseline.Entry::wire)
        .containsExactly(Optional.empty());
  }

  /** A cause that fails on one wire, and a must that it blocks there. */
  private static Verdicts blocked(Outcome second, Baseline.Entry... known) {
    List<Requirement> two = List.of(Some.must("task.cause"), Some.must("task.blocked"));
    List<Outcome> outcomes = List.of(Some.outcome("task.cause", Wire.XMLRPC, "s", FAILED), second);
    return RunJudge.judge(two, Foundations.NONE, outcomes, Scope.whole(EnumSet.of(Wire.XMLRPC)))
        .under(new Baseline(List.of(known)), false);
  }

  private static Outcome blockedBy(String cause) {
    return new Outcome(
        "task.blocked", Wire.XMLRPC, "s", NOT_TESTABLE, new Reason.Blocked(cause, "seen"));
  }

  @Test
  void aMustThatKnownDeviationsAloneBlockLeavesNoRunIncomplete() {
    Verdicts verdicts = blocked(blockedBy("task.cause"), everywhere("task.cause"));
    assertThat(verdicts.with(Verdict.NOT_TESTABLE)).hasSize(1).allMatch(verdicts::isBlockedByKnown);
    assertThat(verdicts.overall()).isEqualTo(Overall.CONFORMANT);
    assertThat(verdicts.exitCode()).isEqualTo(Verdicts.EXIT_CONFORMANT);
    assertThat(blocked(blockedBy("task.cause")).exitCode()).isEqualTo(1);
  }

  @Test
  void aMustThatIsUntestedForAnotherReasonStillDoes() {
    Outcome silent =
        new Outcome("task.blocked", Wire.XMLRPC, "s", NOT_TESTABLE, Reason.Plain.TASK_REMOVED);
    Verdicts verdicts = blocked(silent, everywhere("task.cause"));
    assertThat(verdicts.overall()).isEqualTo(Overall.INCOMPLETE);
    assertThat(verdicts.exitCode()).isEqualTo(Verdicts.EXIT_INCOMPLETE);
  }

  @Test
  void whatIsWrittenHoldsCausesOnly() {
    assertThat(Baseline.none().renewed(blocked(blockedBy("task.cause")), "new").entries())
        .extracting(Baseline.Entry::requirement)
        .containsExactly("task.cause");
  }

  @Test
  void anEntryForWhatIsBlockedNamesWhatReplacesIt() {
    Verdicts verdicts =
        blocked(
            blockedBy("task.cause"),
            everywhere("task.cause"),
            entry("task.blocked", Wire.XMLRPC, null, true));
    assertThat(verdicts.staleEntries())
        .containsExactly(
            "file, line 1: task.blocked on xmlrpc is blocked by task.cause; name that instead, and"
                + " remove the entry");
    assertThat(verdicts.exitCode()).isEqualTo(2);
  }

  /** The entry would be needed again as soon as the cause is mended on the other wire. */
  @Test
  void anEntryThatDeviatesOnOneWireAndIsBlockedOnAnotherIsKept() {
    List<Requirement> two = List.of(Some.must("task.cause"), Some.must("task.blocked"));
    List<Outcome> outcomes =
        List.of(
            Some.outcome("task.cause", Wire.XMLRPC, "s", FAILED),
            blockedBy("task.cause"),
            Some.outcome("task.cause", Wire.JSONRPC2, "s", PASSED),
            Some.outcome("task.blocked", Wire.JSONRPC2, "s", FAILED));
    Baseline known = new Baseline(List.of(everywhere("task.blocked")));
    assertThat(
            RunJudge.judge(two, Foundations.NONE, outcomes, Scope.whole(WIRES))
                .under(known, false)
                .staleEntries())
        .isEmpty();
  }
}
