package org.xapitck.kit.publish;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.xapitck.kit.allure.AllureExtras;
import org.xapitck.kit.allure.AllurePreflight;
import org.xapitck.kit.allure.AllureReport;
import org.xapitck.kit.allure.AllureResults;
import org.xapitck.kit.report.Badge;
import org.xapitck.kit.report.History;
import org.xapitck.kit.report.JunitXml;
import org.xapitck.kit.report.ReportFolder;
import org.xapitck.kit.report.ReportFolderException;
import org.xapitck.kit.report.ResultsJson;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.StatementHtml;
import org.xapitck.kit.report.StatementMarkdown;
import org.xapitck.kit.report.SummaryMarkdown;

/** Writes every report of a run; the entrance of this package. */
public final class Reports {

  private Reports() {}

  /**
   * Writes results.json, junit.xml, summary.md, the statement, the badge and the Allure report. The
   * small ones come first, so that they are there even where the disk has no room for the large
   * one.
   *
   * @param folder prepared before the run
   * @param report what to say
   * @param allure what waits for the end of the run
   * @param variables gives a variable of the environment, null where it is not set; only those by
   *     which a CI names itself are asked for
   * @throws ReportFolderException naming the file that could not be written
   */
  public static void write(
      ReportFolder folder,
      RunReport report,
      AllureResults allure,
      UnaryOperator<String> variables) {
    Path results = folder.allureResults();
    all(
        List.of(
            () -> allure.finish(report),
            () -> AllurePreflight.write(report, results),
            () -> kitError(folder, report.kitError()),
            () -> folder.write(ReportFolder.RESULTS_JSON, ResultsJson.write(report)),
            () -> folder.write(ReportFolder.JUNIT_XML, JunitXml.write(report)),
            () -> folder.write(ReportFolder.SUMMARY_MD, SummaryMarkdown.write(report)),
            () -> folder.write(ReportFolder.STATEMENT_HTML, StatementHtml.write(report)),
            () -> folder.write(ReportFolder.STATEMENT_MD, StatementMarkdown.write(report)),
            () -> folder.write(ReportFolder.BADGE_SVG, Badge.svg(report)),
            () -> folder.write(ReportFolder.BADGE_JSON, Badge.json(report)),
            () ->
                AllureExtras.write(report, results, History.next(folder.allureReport()), variables),
            () -> AllureReport.generate(results, folder.allureReport(), title(report))));
    complete(results, report.scenarios().size());
  }

  /** Writes every report of a run whose Allure results are all there. */
  public static void write(ReportFolder folder, RunReport report, UnaryOperator<String> variables) {
    write(folder, report, new AllureResults(folder.allureResults()), variables);
  }

  /** The verdict first: what follows may be cut off. */
  private static String title(RunReport report) {
    return report.word() + ": XenAPI class task";
  }

  /**
   * Writes several reports. One that cannot be written keeps no other from being written.
   *
   * @throws ReportFolderException the first, where any cannot be written
   */
  private static void all(List<Runnable> reports) {
    ReportFolderException first = null;
    for (Runnable report : reports) {
      try {
        report.run();
      } catch (ReportFolderException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /** A file of its own, so that no report of a server is full of it. */
  private static void kitError(ReportFolder folder, String trace) {
    if (!trace.isEmpty()) {
      folder.write(ReportFolder.KIT_ERROR, trace);
    }
  }

  /** A report that lacks tests, because the disk was full for a moment, must not look whole. */
  private static void complete(Path results, int executed) {
    int written = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(results, "*-result.json")) {
      for (Path file : files) {
        written += Files.size(file) > 0 ? 1 : 0;
      }
    } catch (IOException e) {
      throw new ReportFolderException(results + " cannot be read: " + ReportFolder.cause(e), e);
    }
    if (written < executed) {
      throw new ReportFolderException(
          results + " holds " + written + " of " + executed + " results: the disk may be full",
          null);
    }
  }
}
