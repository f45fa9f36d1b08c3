package org.xapitck.kit.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.publish.Reports;
import org.xapitck.kit.report.ReportFolder;
import org.xapitck.kit.report.RunReport;

/** Writes the reports of a merged run into a folder of their own. */
public final class MergedFolder {
  private static final String ALLURE = "allure-results";

  private MergedFolder() {}

  /**
   * Joins report folders.
   *
   * @param parts report folders
   * @param out a report folder that is none of them
   * @return what they make together
   * @throws BadArchive where a part cannot be used
   */
  public static RunReport write(
      List<Path> parts, Path out, Catalogue catalogue, UnaryOperator<String> variables) {
    refuseTheSameTwice(parts);
    List<RunReport> reports =
        parts.stream().map(part -> ResultsFile.read(part, catalogue)).toList();
    for (Path part : parts) {
      if (part.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
        throw new BadArchive("--out " + out + " is one of the parts: name another folder");
      }
      if (!Files.isDirectory(part.resolve(ALLURE))) {
        throw new BadArchive(
            part.resolve(ALLURE) + " is missing: merge needs the whole report folder");
      }
    }
    RunReport merged = Merge.of(reports, catalogue);
    ReportFolder folder = ReportFolder.prepare(out);
    for (Path part : parts) {
      copy(part.resolve(ALLURE), folder.allureResults());
    }
    Reports.write(folder, merged, variables);
    return merged;
  }

  private static void refuseTheSameTwice(List<Path> parts) {
    Set<Path> seen = new HashSet<>();
    for (Path part : parts) {
      if (!seen.add(part.toAbsolutePath().normalize())) {
        throw new BadArchive(part + " is given twice: name each report folder once");
      }
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to);
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(from, "{*-result.json,*-attachment*}")) {
        for (Path file : files) {
          Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new BadArchive(from + " cannot be copied: " + e.getMessage());
    }
  }
}
