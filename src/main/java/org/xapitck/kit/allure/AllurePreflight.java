package org.xapitck.kit.allure;

import io.qameta.allure.AllureResultsWriteException;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.xapitck.kit.report.LoginResult;
import org.xapitck.kit.report.ReportFolderException;
import org.xapitck.kit.report.RunReport;

/**
 * Writes the Allure result of what happens before any scenario: connecting and logging in. If that
 * fails, the report holds nothing else.
 */
public final class AllurePreflight {

  private static final String NAME = "log in";

  private AllurePreflight() {}

  /**
   * Writes a result for each login that failed.
   *
   * @param results the folder {@code allure-results}
   * @throws ReportFolderException where the folder cannot be written
   */
  public static void write(RunReport report, Path results) {
    try {
      AllureResultsWriter disk = new FileSystemResultsWriter(results);
      report.logins().forEach(login -> disk.write(result(login, report.started())));
    } catch (AllureResultsWriteException e) {
      throw new ReportFolderException(results + " cannot be written", e);
    }
  }

  private static TestResult result(LoginResult login, Instant at) {
    String where = login.wire().title();
    Stream<Label> labels =
        Stream.of(
            AllureShape.label("epic", "Preflight"),
            AllureShape.label("feature", NAME),
            AllureShape.label("story", where),
            AllureShape.label("parentSuite", where),
            AllureShape.label("suite", "preflight"),
            AllureShape.label("severity", "blocker"));
    String words =
        switch (login.verdict()) {
          case NOT_TESTABLE -> AllureVerdict.NOT_TESTED + login.cause();
          case NOT_APPLICABLE -> AllureVerdict.NOT_APPLICABLE + login.cause();
          default -> login.cause();
        };
    return AllureShape.bare(
        "preflight: " + NAME + " on " + login.wire().id(),
        labels,
        AllureVerdict.status(login.verdict()),
        words,
        at);
  }
}
