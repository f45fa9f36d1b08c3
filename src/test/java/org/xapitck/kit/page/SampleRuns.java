package org.xapitck.kit.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.Contract;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;

/** Made-up runs of the whole catalogue, with texts as long as servers write them. */
final class SampleRuns {
  private static final Catalogue CATALOGUE = Catalogue.packed();
  private static final String LONG =
      "{\"uuid\":\"2f0c7f1c-6f3b-4a57-8d7d-3f5a3f2b9d11\",\"name\":\"" + "x".repeat(300) + "\"}";

  private SampleRuns() {}

  static Map<String, RunReport> all() {
    return Map.of(
        "green", report(outcomes(0), scope()),
        "red", report(outcomes(40), scope()),
        "broken-off",
            report(
                outcomes(0).subList(0, 200),
                scope().stoppedAt(Wire.JSONRPC1, Reason.Plain.BROKEN_OFF)));
  }

  private static Scope scope() {
    return Scope.whole(EnumSet.allOf(Wire.class));
  }

  private static List<Outcome> outcomes(int broken) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Requirement one : CATALOGUE.requirements()) {
      for (Wire wire : one.wires()) {
        if (one.isJudged()) {
          outcomes.add(outcome(one, wire, outcomes.size() < 3 * broken && wire != Wire.XMLRPC));
        }
      }
    }
    return outcomes;
  }

  private static Outcome outcome(Requirement one, Wire wire, boolean broken) {
    return broken
        ? new Outcome(
            one.id(),
            wire,
            one.topic() + ": x",
            Outcome.Result.FAILED,
            Deviation.of(
                one,
                wire,
                new ConformanceFailure("Success " + LONG, "Failure HANDLE_INVALID", "task.create"),
                " --url https://server.example.org/ --accounts accounts.yaml"))
        : new Outcome(one.id(), wire, one.topic() + ": x", Outcome.Result.PASSED, Optional.empty());
  }

  private static RunReport report(List<Outcome> outcomes, Scope scope) {
    return RunReport.of(RunJudge.judge(CATALOGUE.requirements(), Foundations.NONE, outcomes, scope))
        .kit("0.1.0")
        .catalogue(CATALOGUE.version())
        .contract(CATALOGUE.contract().map(Contract::whole))
        .server("url", "https://a-server-with-a-long-name.in.a.long.domain.example.org:8443/")
        .server("kind", "server by URL")
        .release("24.16")
        .command(
            "java -jar xapi-task-tck.jar run --url https://server.example.org/ --pin "
                + "0123456789abcdef".repeat(4))
        .accounts(List.of("read-only", "vm-operator", "pool-admin"), List.of("vm-admin"))
        .started(Instant.parse("2026-11-25T08:00:00Z"))
        .notice("the certificate was not checked; its fingerprint is " + "01:23:45:67:".repeat(8))
        .build(Redaction.DONE);
  }
}
