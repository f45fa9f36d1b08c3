package org.xapitck.kit.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.report.AllurePreflight;
import org.xapitck.kit.report.ReportFolder;
import org.xapitck.kit.report.Reports;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.Summary;
import org.xapitck.kit.target.Accounts;
import org.xapitck.kit.target.Role;
import org.xapitck.kit.target.Target;
import org.xapitck.kit.verdict.Overall;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.wire.Wire;

/** A whole certification: plan, run, judge, report. The door of this package. */
public final class Certification {
  /** Exit code: the server is unreachable, or no wire lets anybody log in. */
  public static final int EXIT_UNREACHABLE = 4;

  private final RunOptions options;
  private final Surroundings surroundings;
  private final KitRun run;

  /** A certification that has not begun. */
  public Certification(RunOptions options, Surroundings surroundings) {
    this.options = options;
    this.surroundings = surroundings;
    this.run = new KitRun(options, surroundings);
  }

  /**
   * Certifies and writes every report.
   *
   * @return the exit code
   * @throws org.xapitck.kit.target.BadConfiguration where the user's input cannot be used
   * @throws org.xapitck.kit.report.ReportFolderException where a report cannot be written
   */
  public int certify() {
    Instant started = surroundings.clock().instant();
    Plan plan = Plan.of(options, run.catalogue());
    try (TargetServer server = TargetServer.open(options, surroundings)) {
      ReportFolder folder = ReportFolder.prepare(options.report());
      KitRun.Finding finding = run.run(plan, server, folder);
      finding.preflights().stream()
          .filter(preflight -> !preflight.ready())
          .forEach(preflight -> reportPreflight(folder, preflight));
      RunReport report = report(server.target(), finding, started);
      Instant reporting = surroundings.clock().instant();
      Reports.write(folder, report, environment(), run.secrets()::mask);
      surroundings
          .out()
          .print(
              Summary.console(
                  withPhase(report, Duration.between(reporting, surroundings.clock().instant())),
                  folder.allureReport().resolve("index.html"),
                  run.secrets()::mask));
      return report.exitCode();
    }
  }

  /** Cleans up behind a run that the user broke off. */
  public void breakOff() {
    run.close();
  }

  private void reportPreflight(ReportFolder folder, Preflight.Finding preflight) {
    Verdict verdict =
        switch (preflight.state()) {
          case NOT_SERVED -> Verdict.NOT_APPLICABLE;
          case UNREACHABLE -> Verdict.NOT_TESTABLE;
          default -> Verdict.FAIL;
        };
    AllurePreflight.write(
        folder.allureResults(),
        Optional.of(preflight.wire()),
        "log in",
        verdict,
        preflight.cause(),
        run.secrets()::mask);
  }

  private RunReport report(Target target, KitRun.Finding finding, Instant started) {
    Accounts accounts = target.accounts();
    RunReport.Builder report =
        RunReport.of(finding.verdicts())
            .kit(version())
            .server("url", target.endpoint().url().toString())
            .server("kind", target.bundled() ? "bundled simulator" : "server by URL")
            .release(options.release().name())
            .accounts(
                Arrays.stream(Role.values())
                    .filter(role -> accounts.of(role).isPresent())
                    .map(Role::id)
                    .toList(),
                accounts.missing().stream().map(Role::id).toList())
            .started(started)
            .calls(finding.calls())
            .scenarios(finding.scenarios());
    finding.phases().forEach(report::phase);
    notices(finding).forEach(report::notice);
    if (!finding.reached()) {
      report.ended(Overall.INCOMPLETE, EXIT_UNREACHABLE);
    }
    return report.build();
  }

  private List<String> notices(KitRun.Finding finding) {
    List<String> notices = new java.util.ArrayList<>();
    if (options.trust().insecure()) {
      notices.add("the server's certificate was not checked (--insecure)");
    }
    for (Preflight.Finding preflight : finding.preflights()) {
      if (!preflight.ready()) {
        notices.add(preflight.wire().title() + ": " + preflight.cause());
      }
    }
    if (finding.leftovers() > 0) {
      notices.add(finding.leftovers() + " tasks of the kit's could not be destroyed");
    }
    return oneCauseOnce(notices);
  }

  /** The same cause on all three wires is said once. */
  private static List<String> oneCauseOnce(List<String> notices) {
    List<String> causes =
        notices.stream().map(notice -> notice.replaceFirst("^[A-Z-]+( [12]\\.0)?: ", "")).toList();
    boolean same = causes.size() == Wire.values().length && causes.stream().distinct().count() == 1;
    return same ? List.of(causes.get(0)) : notices;
  }

  private static RunReport withPhase(RunReport report, Duration took) {
    Map<String, Duration> phases = new java.util.LinkedHashMap<>(report.phases());
    phases.put("reports", took);
    return new RunReport(
        report.kit(),
        report.catalogue(),
        report.server(),
        report.release(),
        report.accounts(),
        report.missingAccounts(),
        report.started(),
        phases,
        report.calls(),
        report.overall(),
        report.exitCode(),
        report.verdicts(),
        report.notices(),
        report.scenarios());
  }

  private Map<String, String> environment() {
    return System.getenv();
  }

  /** Of the jar; a run from class files has none. */
  static String version() {
    return Optional.ofNullable(Certification.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
