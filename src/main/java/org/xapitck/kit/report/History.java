package org.xapitck.kit.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The history of a report folder's runs, in Allure's own form: kept beside the report as {@code
 * allure-report/history}, read by the next run from {@code allure-results/history}. A CI that keeps
 * the first folder between its runs has trends.
 */
public final class History {
  private static final String NAME = "history";

  private History() {}

  /**
   * Looks at a history before the run, so that a damaged one does not cost the report.
   *
   * @throws ReportFolderException naming the file
   */
  static void check(Path report) {
    for (Path file : files(report.resolve(NAME))) {
      try {
        boolean tree = new ObjectMapper().readTree(Files.readAllBytes(file)).isContainerNode();
        if (!tree) {
          throw damaged(file, null);
        }
      } catch (IOException e) {
        throw damaged(file, e);
      }
    }
  }

  private static ReportFolderException damaged(Path file, IOException cause) {
    return new ReportFolderException(
        file + " is damaged: remove the folder " + NAME + ", and the trend begins anew", cause);
  }

  /** Hands the last report's history to the readers of the new results. */
  public static void hand(Path report, Path results) {
    for (Path file : files(report.resolve(NAME))) {
      try {
        ReportFolder.write(
            results.resolve(NAME).resolve(file.getFileName()), Files.readAllBytes(file));
      } catch (IOException e) {
        throw new ReportFolderException(file + " cannot be read: " + ReportFolder.cause(e), e);
      }
    }
  }

  /** Keeps the history of a new report, which nothing in the page itself reads. */
  public static void keep(ReportData data, Path report) {
    for (Map.Entry<String, byte[]> file : data.take(NAME + "/").entrySet()) {
      ReportFolder.write(report.resolve(file.getKey()), file.getValue());
    }
  }

  /** The number of the next run of a report folder, from 1. */
  public static long next(Path report) {
    Path trend = report.resolve(NAME).resolve("history-trend.json");
    if (!Files.isRegularFile(trend, LinkOption.NOFOLLOW_LINKS)) {
      return 1;
    }
    try {
      long last = 0;
      for (JsonNode run : new ObjectMapper().readTree(Files.readAllBytes(trend))) {
        last = Math.max(last, run.path("buildOrder").asLong());
      }
      return last + 1;
    } catch (IOException e) {
      throw damaged(trend, e);
    }
  }

  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.json")) {
        found.forEach(files::add);
      } catch (IOException e) {
        throw new ReportFolderException(folder + " cannot be read: " + ReportFolder.cause(e), e);
      }
    }
    return files;
  }
}
