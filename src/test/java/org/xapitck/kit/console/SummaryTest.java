package org.xapitck.kit.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.SampleRun;
import org.xapitck.kit.verdict.Filter;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Shard;

class SummaryTest {
  private static final String LONG = "a value of many words ".repeat(30).strip();

  @ParameterizedTest
  @MethodSource("org.xapitck.kit.report.ResultsJsonTest#runs")
  void nothingThatAServerSendsMovesACursor(RunReport report) {
    for (Screen screen : List.of(Screen.PLAIN, terminal(80))) {
      String console =
          Summary.findings(report, screen) + Summary.verdict(report, Duration.ZERO, screen);
      assertThat(console).doesNotContain("\u001b", "\r", "\u0000", "\ud800 ");
    }
    assertThat(Summary.findings(report, Screen.PLAIN)).matches(Pattern.compile("[ -~\\n]*"));
  }

  @Test
  void aCauseStandsOnceAndNotOnceAWireWithAllThatOneNeedsToActOnIt() {
    assertThat(Summary.findings(SampleRun.withDeviations(1, "a").report(), Screen.PLAIN))
        .startsWith(
            """

            x task.destroy.effect   jsonrpc1, jsonrpc2
              The statement of task.destroy.effect in one sentence.
              expected  Failure HANDLE_INVALID
              actual    Success "a"   (task.get_status)
              contract  line 217, message destroy
              rerun     java -jar xapi-task-tck.jar rerun task.destroy.effect --wire jsonrpc1,jsonrpc2

            ? task.get_record.effect   jsonrpc1   the kit failed
            """)
        .contains("\n! task.cancel.pending   xmlrpc, jsonrpc1, jsonrpc2   a warning\n")
        .contains("no account for: vm-admin", "NOTE: the certificate was not checked");
  }

  @Test
  void howMuchACauseBlocksIsSaidSoThatTheFirstOneIsMendedFirst() {
    String console = Summary.findings(blocking("seen", 3), Screen.PLAIN);
    assertThat(console)
        .contains("\nx a.b.cause   xmlrpc   blocks 3 other requirements\n")
        .contains(
            "\nNot tested, by reason (each requirement counts once a wire):\n      3  blocked by what is broken above\n\n");
  }

  @Test
  void whatIsReadFromAPipeIsNeverCut() {
    String console = Summary.findings(blocking(LONG, 0), Screen.PLAIN);
    assertThat(console.lines()).contains("  actual    " + LONG + "   (task.get_status)");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80})
  void aTerminalShowsAllOfItWithinItsWidth(int width) {
    String console = Summary.findings(blocking(LONG, 3), terminal(width));
    assertThat(console.lines()).allMatch(line -> line.length() <= width);
    String together = String.join(" ", console.replace(" \\\n", " ").split("\\s+"));
    assertThat(together)
        .contains(LONG + " (task.get_status)")
        .contains("rerun java -jar xapi-task-tck.jar rerun a.b.cause --wire xmlrpc --url http");
  }

  @Test
  void aCommandThatIsWrappedIsStillOneCommand() {
    String console = Summary.findings(blocking("x", 0), terminal(60));
    List<String> lines = console.lines().dropWhile(line -> !line.contains("rerun  ")).toList();
    assertThat(lines.get(0)).endsWith(" \\");
    assertThat(lines.get(1)).startsWith(" ".repeat(12));
  }

  @Test
  void whatPassedIsANumberUnlessTheUserAsksForAllOfIt() {
    RunReport report = SampleRun.withDeviations(1, "a").report();
    String numbers =
        "147 results (49 requirements on 3 wires): 129 pass, 2 fail, 6 warning, 3 not-applicable,"
            + " 6 not-testable, 1 kit-error\n";
    assertThat(Summary.findings(report, Screen.PLAIN))
        .endsWith(numbers)
        .doesNotContain("total")
        .doesNotContain("task.get_status ");
    assertThat(Summary.findings(report, Screen.PLAIN.withEverything()))
        .containsPattern("\ntask\\.destroy +16 +2 +3 +- +- +-\n")
        .containsPattern("\ntask\\.create +18 +- +- +- +3 +-\n")
        .containsPattern("\ntotal +129 ")
        .endsWith(numbers);
  }

  @Test
  void theVerdictIsTheLastLineButOneAndThePlaceOfTheReportIsNeverCut() {
    RunReport report = SampleRun.withDeviations(1, "a").report();
    assertThat(Summary.verdict(report, Duration.ofMillis(1250), Screen.PLAIN))
        .isEqualTo(
            """
            147 scenarios, 12,003 calls, 22.6 s
            start 1.2 s, scenarios 20.1 s, reports 1.3 s
            non-conformant
            """);
    Path deep = Path.of("/very".repeat(40));
    assertThat(Summary.place(deep)).isEqualTo("report: " + deep + "\n");
  }

  @Test
  void aFilteredRunMustNotPassForAWholeOne() {
    SampleRun run = SampleRun.green(1);
    Scope scope =
        Scope.whole(List.of(Wire.values()))
            .filtered(new Filter("@task.create.result", Shard.WHOLE), Set.of());
    RunReport report =
        RunReport.of(RunJudge.judge(run.catalogue, Foundations.NONE, run.outcomes, scope))
            .build(Redaction.DONE);
    assertThat(Summary.verdict(report, Duration.ZERO, Screen.PLAIN))
        .contains("\nconformant (filtered) by @task.create.result\n");
  }

  @Test
  void aReasonIsReferredToANoteOnlyIfANoteHasIt() {
    SampleRun run = SampleRun.green(1);
    Reason gone = new Reason.NobodyAnswers(Wire.XMLRPC);
    Scope whole = Scope.whole(List.of(Wire.XMLRPC));
    for (Scope scope : List.of(whole, whole.stoppedAt(Wire.XMLRPC, gone))) {
      RunReport report =
          RunReport.of(RunJudge.judge(run.catalogue, Foundations.NONE, List.of(), scope))
              // each reason is a part of this, by chance
              .notice("the server has stopped answering on xmlrpc; no scenario of it ran")
              .build(Redaction.DONE);
      boolean noted = !scope.stopped().isEmpty();
      assertThat(Summary.findings(report, Screen.PLAIN).contains("as the note below says"))
          .isEqualTo(noted);
    }
  }

  @Test
  void onlyATerminalWithColoursGetsColours() {
    RunReport report = blocking("x", 0);
    Screen coloured = terminal(80).withColour(true);
    assertThat(Summary.findings(report, coloured))
        .contains("\u001b[1;31m\u2717 a.b.cause\u001b[0m   xmlrpc");
    assertThat(Summary.verdict(report, Duration.ZERO, coloured))
        .contains("\u001b[1;31mnon-conformant\u001b[0m\n");
    assertThat(Summary.findings(report, coloured.withColour(false))).doesNotContain("\u001b");
  }

  private static Screen terminal(int width) {
    return new Screen(true, OptionalInt.of(width), false, true, false);
  }

  /** One broken requirement that so many others cannot be judged for. */
  private static RunReport blocking(String actual, int blocked) {
    Requirement broken = SampleRun.requirement("a.b.cause", Level.MUST);
    List<Requirement> catalogue = new java.util.ArrayList<>(List.of(broken));
    List<Outcome> outcomes = new java.util.ArrayList<>();
    ConformanceFailure failure = new ConformanceFailure("a value", actual, "task.get_status");
    String rerun = " --url http://127.0.0.1:8080/ --accounts accounts.yaml";
    outcomes.add(
        new Outcome(
            broken.id(),
            Wire.XMLRPC,
            "s",
            Outcome.Result.FAILED,
            Optional.of(Deviation.of(broken, Wire.XMLRPC, failure, rerun))));
    for (int i = 0; i < blocked; i++) {
      Requirement other = SampleRun.requirement("a.b.other_" + i, Level.MUST);
      catalogue.add(other);
      outcomes.add(
          new Outcome(
              other.id(),
              Wire.XMLRPC,
              "s",
              Outcome.Result.NOT_TESTABLE,
              Optional.of(new Reason.Blocked(broken.id(), "seen"))));
    }
    return RunReport.of(
            RunJudge.judge(
                catalogue, Foundations.NONE, outcomes, Scope.whole(List.of(Wire.XMLRPC))))
        .calls(Map.of(Wire.XMLRPC, 1L))
        .build(Redaction.DONE);
  }
}
