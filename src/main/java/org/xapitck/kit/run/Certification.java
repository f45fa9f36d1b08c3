package org.xapitck.kit.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.allure.AllureResults;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.Contract;
import org.xapitck.kit.client.Target;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.config.BaselineFile;
import org.xapitck.kit.console.Summary;
import org.xapitck.kit.execution.Plan;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.lint.FeatureCheck;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.publish.Reports;
import org.xapitck.kit.report.LoginResult;
import org.xapitck.kit.report.ReportFolder;
import org.xapitck.kit.report.ReportFolderException;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.Text;
import org.xapitck.kit.verdict.Baseline;
import org.xapitck.kit.verdict.Overall;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/** A whole certification: plan, run, judge, report. The entrance of this package. */
public final class Certification {
  /** Exit code: the server is unreachable, or no wire lets anybody log in. */
  public static final int EXIT_UNREACHABLE = 4;

  /** Exit codes that say more than that a report could not be written. */
  private static final Set<Integer> WORSE_THAN_UNWRITTEN =
      Set.of(EXIT_UNREACHABLE, Verdicts.EXIT_NON_CONFORMANT, Verdicts.EXIT_KIT_ERROR);

  private final RunOptions options;
  private final Environment environment;
  private final Catalogue catalogue;
  private final AtomicReference<KitRun> run = new AtomicReference<>();
  private final AtomicBoolean brokenOff = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);

  /** A certification that has not begun. */
  public Certification(RunOptions options, Environment environment) {
    this.options = options;
    this.catalogue = options.judge();
    this.environment = environment;
  }

  /**
   * Certifies and writes every report.
   *
   * @return the exit code
   * @throws org.xapitck.kit.model.BadConfiguration where the user's input cannot be used
   * @throws org.xapitck.kit.report.ReportFolderException where a report cannot be written and the
   *     run itself ended with none of 4, 1 and 5
   */
  public int certify() {
    return report().exitCode();
  }

  /** Certifies and writes every report, as {@link #certify} does; gives what the reports say. */
  public RunReport report() {
    Done done = perform(baseline());
    if (done.unwritten().isPresent()) {
      ReportFolderException why = done.unwritten().get();
      if (!WORSE_THAN_UNWRITTEN.contains(done.report().exitCode())) {
        throw why;
      }
      environment.out().println("the reports are not complete: " + why.getMessage());
    }
    return done.report();
  }

  /**
   * Certifies, writes every report, and writes a baseline that knows exactly the failures found.
   * Reasons, links and dates are kept of what the file or the run's own baselines know already.
   *
   * @param file replaced where it is there
   * @return 0, or the exit code of a run that found out too little to write one
   */
  public int writeBaseline(Path file) {
    BaselineFile.refuseUnwritable(file);
    Baseline old = baseline();
    if (old.isEmpty() && Files.exists(file)) {
      old = BaselineFile.read(List.of(file));
    }
    Done done = perform(old);
    RunReport report = done.report();
    if (report.exitCode() == EXIT_UNREACHABLE || report.exitCode() == Verdicts.EXIT_KIT_ERROR) {
      environment.out().println(file + " was not written: the run found out too little");
      return report.exitCode();
    }
    Baseline renewed = old.renewed(report.verdicts(), "not yet explained");
    BaselineFile.write(file, renewed);
    environment.out().println(file + " knows " + Text.count(renewed.entries().size(), "deviation"));
    if (done.unwritten().isPresent()) {
      throw done.unwritten().get();
    }
    boolean whole = report.overall() != Overall.INCOMPLETE;
    return whole ? Verdicts.EXIT_CONFORMANT : Verdicts.EXIT_INCOMPLETE;
  }

  /** What the user forgives; refused where any entry is wrong on its face. */
  private Baseline baseline() {
    Baseline baseline = BaselineFile.read(options.execution().baselines());
    LocalDate today = LocalDate.ofInstant(environment.clock().instant(), ZoneOffset.UTC);
    BaselineFile.refuse(baseline.mistakes(catalogue.requirements(), today));
    return baseline;
  }

  /**
   * What a run came to.
   *
   * @param report what the reports say
   * @param unwritten why one of them could not be written
   */
  private record Done(RunReport report, Optional<ReportFolderException> unwritten) {}

  private Done perform(Baseline baseline) {
    KitRun kit = new KitRun(options, environment, catalogue, baseline);
    run.set(kit);
    if (brokenOff.get()) {
      kit.breakOff(Reason.Plain.BROKEN_OFF);
    }
    try {
      return perform(kit);
    } catch (BadConfiguration | ReportFolderException e) {
      throw e;
    } catch (RuntimeException e) {
      IllegalStateException masked =
          new IllegalStateException(kit.secrets().mask(String.valueOf(e.getMessage())));
      masked.setStackTrace(e.getStackTrace());
      throw masked;
    } finally {
      ended.countDown();
    }
  }

  private Done perform(KitRun kit) {
    Instant started = environment.clock().instant();
    FeatureCheck.packed();
    Plan plan = Plan.of(options, catalogue, options.judging().release().orElse(Release.PAGE));
    try (TargetServer server = TargetServer.open(options, environment)) {
      ReportFolder folder = ReportFolder.prepare(options.reports().folder());
      AllureResults allure = new AllureResults(folder.allureResults());
      RunResult finding = kit.run(plan, server, allure::listener);
      Redaction redaction = kit.secrets()::mask;
      RunReport report = report(server.target(), finding, started).build(redaction);
      environment.out().print(Summary.findings(report, environment.screen()));
      return new Done(report, write(folder, report, allure, redaction));
    }
  }

  /** Writes every report that can be written; gives why one cannot. */
  private Optional<ReportFolderException> write(
      ReportFolder folder, RunReport report, AllureResults allure, Redaction redaction) {
    Instant began = environment.clock().instant();
    try {
      Reports.write(
          folder,
          report,
          allure,
          name ->
              Optional.ofNullable(environment.variables().apply(name))
                  .map(redaction::of)
                  .orElse(null));
    } catch (ReportFolderException e) {
      return Optional.of(e);
    } finally {
      // a full disk must not hide the verdict
      Duration took = Duration.between(began, environment.clock().instant());
      environment.out().print(Summary.verdict(report, took, environment.screen()));
    }
    environment.out().print(Summary.place(folder.allureReport().resolve("index.html")));
    return Optional.empty();
  }

  /**
   * Stops a run that the user broke off: no further call but those that clean up. Returns when
   * every report is written, at the latest after the given time.
   */
  public void breakOff(Duration patience) {
    brokenOff.set(true);
    KitRun kit = run.get();
    if (kit == null) {
      return;
    }
    kit.breakOff(Reason.Plain.BROKEN_OFF);
    try {
      if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        environment.out().println("gave up waiting for the server; `cleanup` finishes later");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static LoginResult login(Preflight.Finding preflight) {
    Verdict verdict =
        switch (preflight.state()) {
          case NOT_SERVED -> Verdict.NOT_APPLICABLE;
          case UNREACHABLE, BROKEN_OFF -> Verdict.NOT_TESTABLE;
          default -> Verdict.FAIL;
        };
    return new LoginResult(
        preflight.wire(), verdict, preflight.cause().map(Reason::text).orElse(""));
  }

  private static String stackTrace(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private RunReport.Builder report(Target target, RunResult finding, Instant started) {
    Accounts accounts = target.accounts();
    RunReport.Builder report =
        RunReport.of(finding.verdicts())
            .kit(version())
            .catalogue(catalogue.version())
            .contract(catalogue.contract().map(Contract::whole))
            .server("url", target.endpoint().url().toString())
            .server("kind", target.bundled() ? "bundled simulator" : "server by URL")
            .server("release", finding.detected().toString())
            .release(finding.detected().release().name())
            .accounts(
                Arrays.stream(Role.values())
                    .filter(role -> accounts.of(role).isPresent())
                    .map(Role::id)
                    .toList(),
                accounts.missing().stream()
                    .map(Role::id)
                    .filter(options.scope().declared()::has)
                    .toList())
            .command(RerunLine.command(options))
            .started(started)
            .calls(finding.calls())
            .scenarios(finding.scenarios());
    String declared = options.scope().declared().words();
    if (!declared.isEmpty()) {
      report.server(RunReport.DECLARED, declared);
    }
    finding.phases().forEach(report::phase);
    finding.preflights().stream()
        .filter(preflight -> !preflight.ready())
        .map(Certification::login)
        .forEach(report::login);
    finding.kitError().map(Certification::stackTrace).ifPresent(report::kitError);
    notices(target.endpoint(), finding).forEach(report::notice);
    boolean failed = finding.verdicts().exitCode() == Verdicts.EXIT_NON_CONFORMANT;
    if (finding.kitError().isPresent() && !failed) {
      report.ended(Overall.INCOMPLETE, Verdicts.EXIT_KIT_ERROR);
    } else if (!finding.reached()) {
      report.ended(Overall.INCOMPLETE, EXIT_UNREACHABLE);
    }
    return report;
  }

  private List<String> notices(Endpoint endpoint, RunResult finding) {
    Set<String> notices = new LinkedHashSet<>();
    if (endpoint.isPlaintext()) {
      notices.add(Endpoint.PLAINTEXT);
    }
    if (options.server().connection().trust().insecure()) {
      notices.add("the server's certificate was not checked (--insecure)");
    }
    notices.addAll(Notices.of(finding, options));
    return List.copyOf(notices);
  }

  /** Of the jar; a run from class files has none. */
  static String version() {
    return Optional.ofNullable(Certification.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
