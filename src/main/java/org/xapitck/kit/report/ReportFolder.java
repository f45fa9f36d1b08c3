package org.xapitck.kit.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The folder of one run's reports; knows the name of every file that a run writes. */
public final class ReportFolder {

  /** Where the kit itself failed; there only after a run in which it did. */
  public static final String KIT_ERROR = "kit-error.txt";

  public static final String RESULTS_JSON = "results.json";
  public static final String JUNIT_XML = "junit.xml";
  public static final String SUMMARY_MD = "summary.md";
  public static final String STATEMENT_HTML = "statement.html";
  public static final String STATEMENT_MD = "statement.md";
  public static final String BADGE_SVG = "badge.svg";
  public static final String BADGE_JSON = "badge.json";
  static final String ALLURE_RESULTS = "allure-results";
  static final String ALLURE_REPORT = "allure-report";

  /** Written first: what lies beside it by the names of reports is the kit's own. */
  static final String MARKER = ".xapi-task-tck";

  private static final String MARK =
      "The reports in this folder are of the XAPI task conformance kit, which replaces them.\n";

  private static final List<String> FILES =
      List.of(
          RESULTS_JSON,
          JUNIT_XML,
          SUMMARY_MD,
          KIT_ERROR,
          STATEMENT_HTML,
          STATEMENT_MD,
          BADGE_SVG,
          BADGE_JSON);

  /** What a run leaves in allure-results; anything else there is somebody else's and stays. */
  private static final String ALLURE_FILES =
      "{*-result.json,*-container.json,*-attachment*,"
          + "categories.json,environment.properties,executor.json}";

  private final Path folder;

  private ReportFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder ready: creates it, proves that it can be written, marks it, removes what an
   * older run left. Only names that a run writes are removed, and links are removed, never
   * followed. Nothing is changed where a file of such a name is not the kit's.
   *
   * @throws ReportFolderException with one sentence where that is impossible
   */
  public static ReportFolder prepare(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (folder.toString().isEmpty() || absolute.getParent() == null) {
      throw new ReportFolderException(
          "report folder \""
              + folder
              + "\": allowed is a folder for reports alone, such as reports/latest",
          null);
    }
    try {
      if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
        throw new ReportFolderException("report folder " + folder + " is a file", null);
      }
      ReportFolder prepared = new ReportFolder(absolute);
      List<Path> old = prepared.replaced();
      prepared.refuseForeign(folder, old);
      History.check(prepared.allureReport());
      Files.createDirectories(absolute);
      Files.delete(Files.createTempFile(absolute, MARKER, ".tmp"));
      prepared.write(MARKER, MARK);
      prepared.clean(old);
      return prepared;
    } catch (IOException e) {
      throw new ReportFolderException(
          "report folder " + folder + " cannot be written: " + cause(e), e);
    }
  }

  private void refuseForeign(Path named, List<Path> replaced) {
    Path results = folder.resolve(RESULTS_JSON);
    Path marker = folder.resolve(MARKER);
    boolean resultsAreThere = Files.isRegularFile(results, LinkOption.NOFOLLOW_LINKS);
    if (resultsAreThere && !ResultsJson.isOurs(results)) {
      throw foreign(named, results);
    }
    if (Files.exists(marker, LinkOption.NOFOLLOW_LINKS)) {
      if (!isOurs(marker)) {
        throw foreign(named, marker);
      }
    } else if (!resultsAreThere && !replaced.isEmpty()) {
      throw foreign(named, replaced.get(0));
    }
  }

  private static boolean isOurs(Path marker) {
    if (!Files.isRegularFile(marker, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(marker)) {
      byte[] expected = MARK.getBytes(StandardCharsets.UTF_8);
      return Arrays.equals(expected, in.readNBytes(expected.length + 1));
    } catch (IOException e) {
      return false;
    }
  }

  private ReportFolderException foreign(Path named, Path file) {
    return new ReportFolderException(
        "report folder "
            + named
            + " holds "
            + folder.relativize(file)
            + ", which this kit did not write and a run would replace; name another folder by"
            + " --report",
        null);
  }

  /** What of the folder's content a run overwrites or deletes. */
  private List<Path> replaced() throws IOException {
    List<Path> replaced = new ArrayList<>();
    for (String name : FILES) {
      if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        replaced.add(folder.resolve(name));
      }
    }
    replaced.addAll(replaced(allureResults(), ALLURE_FILES));
    replaced.addAll(replaced(allureReport(), "index.html"));
    return replaced;
  }

  private static List<Path> replaced(Path directory, String glob) throws IOException {
    if (Files.isSymbolicLink(directory)) {
      return List.of(directory);
    }
    List<Path> replaced = new ArrayList<>();
    if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, glob)) {
        for (Path file : files) {
          if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            replaced.add(file);
          }
        }
      }
    }
    return replaced;
  }

  private void clean(List<Path> replaced) throws IOException {
    for (Path file : replaced) {
      Files.deleteIfExists(file);
    }
    for (Path directory : List.of(allureResults(), allureReport())) {
      try {
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(directory);
        }
      } catch (DirectoryNotEmptyException e) {
        // holds something that no run wrote: leave it
        continue;
      }
    }
  }

  /** The folder, absolute. */
  public Path path() {
    return folder;
  }

  /** Where Allure's results go. */
  public Path allureResults() {
    return folder.resolve(ALLURE_RESULTS);
  }

  /** Where Allure's report goes: {@code index.html} in it. */
  public Path allureReport() {
    return folder.resolve(ALLURE_REPORT);
  }

  /**
   * Writes a file in one go: readers see the old one, the new one or none, never a half.
   *
   * @throws ReportFolderException naming the file
   */
  public void write(String name, String text) {
    write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes any file in one go, with its folders.
   *
   * @throws ReportFolderException naming the file
   */
  public static void write(Path target, byte[] bytes) {
    Path half = target.resolveSibling("." + target.getFileName() + ".tmp");
    try {
      Files.createDirectories(target.getParent());
      Files.write(half, bytes);
      move(half, target);
    } catch (IOException e) {
      discard(half);
      throw new ReportFolderException(target + " cannot be written: " + cause(e), e);
    }
  }

  public static void move(Path half, Path target) throws IOException {
    try {
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  public static void discard(Path half) {
    try {
      Files.deleteIfExists(half);
    } catch (IOException e) {
      // the disk that refused the write refuses this too; the first refusal is reported
      return;
    }
  }

  /** The reason without the path that Java repeats in it. */
  public static String cause(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "a folder on the way does not exist";
    }
    if (e instanceof java.nio.file.FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    if (e instanceof java.nio.file.FileAlreadyExistsException) {
      return "a file on the way is no folder";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
