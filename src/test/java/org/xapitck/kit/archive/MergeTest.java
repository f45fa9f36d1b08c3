package org.xapitck.kit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.SampleRun;
import org.xapitck.kit.report.ScenarioResult;
import org.xapitck.kit.verdict.Filter;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Shard;
import org.xapitck.kit.verdict.Verdicts;

@Tag("slow")
class MergeTest {
  private final SampleRun run = SampleRun.withDeviations(3, "x");
  private final Catalogue catalogue = new Catalogue(run.catalogue);

  @TempDir Path temp;

  @Test
  void threeShardsMakeTheVerdictsOfAWholeRun() {
    RunReport merged = Merge.of(List.of(shard(2, 3), shard(1, 3), shard(3, 3)), catalogue);
    assertThat(merged.verdicts().all())
        .containsExactlyInAnyOrderElementsOf(whole().verdicts().all());
    assertThat(merged.verdicts().scope()).isEqualTo(whole().verdicts().scope());
    assertThat(merged.word()).isEqualTo(whole().word());
    assertThat(merged.scenarios()).hasSameSizeAs(run.scenarios);
  }

  @Test
  void aMissingShardIsNamedBesideTheWord() {
    RunReport merged = Merge.of(List.of(shard(1, 3), shard(3, 3)), catalogue);
    assertThat(merged.word()).endsWith("(filtered)");
    assertThat(merged.verdicts().scope().filter())
        .isEqualTo("without shard 2/3 of jsonrpc1, shard 2/3 of jsonrpc2, shard 2/3 of xmlrpc");
  }

  @Test
  void wiresRunApartMakeAWhole() {
    RunReport merged = Merge.of(List.of(wire(Wire.JSONRPC2), wire(Wire.XMLRPC)), catalogue);
    assertThat(merged.wires()).containsExactly(Wire.XMLRPC, Wire.JSONRPC2);
    assertThat(merged.verdicts().scope().isFiltered()).isFalse();
    assertThat(merged.verdicts().all()).hasSize(run.catalogue.size() * 2);
  }

  @Test
  void partsOfDifferentJudgesAreRefused() {
    RunReport other = RunReport.of(run.verdicts()).catalogue("2-abc").build(Redaction.DONE);
    assertThatThrownBy(() -> Merge.of(List.of(whole(), other), catalogue))
        .isInstanceOf(BadArchive.class)
        .hasMessageStartingWith("the parts differ in their catalogue (");
  }

  @Test
  void aRunThatIsGivenTwiceDoesNotCountTwice() {
    assertThatThrownBy(() -> Merge.of(List.of(shard(1, 2), shard(1, 2)), catalogue))
        .isInstanceOf(BadArchive.class)
        .hasMessageContaining("is among the parts twice");
    Path one = temp.resolve("one");
    assertThatThrownBy(
            () ->
                MergedFolder.write(
                    List.of(one, temp.resolve("x/../one")),
                    temp.resolve("all"),
                    catalogue,
                    name -> null))
        .isInstanceOf(BadArchive.class)
        .hasMessageContaining("is given twice");
  }

  @Test
  void theMergedFolderHoldsEveryReportAndEveryScenario() {
    Path one = SampleRun.withDeviations(3, "x").write(temp.resolve("one"), shard(1, 2));
    Path two = SampleRun.withDeviations(3, "x").write(temp.resolve("two"), shard(2, 2));
    RunReport merged =
        MergedFolder.write(List.of(one, two), temp.resolve("all"), catalogue, name -> null);
    assertThat(temp.resolve("all/allure-report/index.html")).exists();
    assertThat(ResultsFile.read(temp.resolve("all"), catalogue).verdicts())
        .isEqualTo(merged.verdicts());
    assertThatThrownBy(() -> MergedFolder.write(List.of(one, two), one, catalogue, name -> null))
        .hasMessageContaining("is one of the parts");
  }

  private RunReport whole() {
    return report(run.verdicts(), run.scenarios);
  }

  /** Every scenario goes to the share that its name falls into. */
  private RunReport shard(int number, int of) {
    Shard shard = new Shard(number, of);
    List<Outcome> outcomes =
        run.outcomes.stream().filter(outcome -> shard.holds(outcome.scenario())).toList();
    Scope scope =
        Scope.whole(List.of(Wire.values()))
            .filtered(
                new Filter("", shard),
                outcomes.stream().map(Outcome::requirement).distinct().toList());
    List<ScenarioResult> scenarios =
        run.scenarios.stream()
            .filter(one -> shard.holds(one.feature() + ": " + one.name()))
            .toList();
    return report(RunJudge.judge(run.catalogue, Foundations.NONE, outcomes, scope), scenarios);
  }

  private RunReport wire(Wire wire) {
    return report(
        RunJudge.judge(
            run.catalogue,
            Foundations.NONE,
            run.outcomes.stream().filter(outcome -> outcome.wire() == wire).toList(),
            Scope.whole(List.of(wire))),
        run.scenarios.stream().filter(one -> one.wire() == wire).toList());
  }

  private RunReport report(Verdicts verdicts, List<ScenarioResult> scenarios) {
    return RunReport.of(verdicts)
        .kit("0.1.0")
        .catalogue(catalogue.version())
        .server("url", "http://127.0.0.1:1/")
        .release("page")
        .scenarios(scenarios)
        .build(Redaction.DONE);
  }

  @Test
  void sharesAreDisjointAndComplete() {
    for (String name : run.scenarios.stream().map(ScenarioResult::name).toList()) {
      assertThat(IntStream.rangeClosed(1, 7).filter(i -> new Shard(i, 7).holds(name)).count())
          .isOne();
    }
  }
}
