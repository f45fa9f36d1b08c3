package org.xapitck.kit.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.SampleRun;
import org.xapitck.kit.report.ScenarioResult;

class TraceTest {
  private final SampleRun run = SampleRun.withDeviations(2, "x");

  @Test
  void eachRequirementShowsItsScenariosByWire() {
    Trace trace = Trace.of(run.report(), new Catalogue(run.catalogue));
    assertThat(trace.lines())
        .containsSubsequence(
            "task.destroy.effect  must",
            "  task.destroy: task destroy effect with example 0"
                + "  jsonrpc1 fail, jsonrpc2 fail, xmlrpc pass");
    assertThat(trace.bare()).isEmpty();
  }

  @Test
  void aMustThatNoScenarioReachedIsNamed() {
    List<ScenarioResult> without =
        run.scenarios.stream()
            .filter(one -> !one.requirements().contains("task.create.role"))
            .toList();
    RunReport report = RunReport.of(run.verdicts()).scenarios(without).build(Redaction.DONE);
    assertThat(Trace.of(report, new Catalogue(run.catalogue)).bare())
        .containsExactly("task.create.role");
  }
}
