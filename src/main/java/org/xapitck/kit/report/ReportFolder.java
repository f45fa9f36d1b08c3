package org.xapitck.kit.report;

import java.io.IOException;
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
import java.util.List;

/** The folder of one run's reports; knows the name of every file that a run writes. */
public final class ReportFolder {

  /** Where the kit itself failed; there only after a run in which it did. */
  public static final String KIT_ERROR = "kit-error.txt";

  static final String RESULTS_JSON = "results.json";
  static final String JUNIT_XML = "junit.xml";
  static final String SUMMARY_MD = "summary.md";
  static final String STATEMENT_HTML = "statement.html";
  static final String STATEMENT_MD = "statement.md";
  static final String BADGE_SVG = "badge.svg";
  static final String BADGE_JSON = "badge.json";
  static final String ALLURE_RESULTS = "allure-results";
  static final String ALLURE_REPORT = "allure-report";

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
   * Makes the folder ready: creates it, proves that it can be written, removes what an older run
   * left. Only names that a run writes are removed, and links are removed, never followed.
   *
   * @throws ReportFolderException with one sentence where that is impossible
   */
  public static ReportFolder prepare(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
        throw new ReportFolderException("report folder " + folder + " is a file", null);
      }
      Files.createDirectories(absolute);
      Files.delete(Files.createTempFile(absolute, ".xapi-task-tck", ".tmp"));
      ReportFolder prepared = new ReportFolder(absolute);
      History.check(prepared.allureReport());
      prepared.clean();
      return prepared;
    } catch (IOException e) {
      throw new ReportFolderException(
          "report folder " + folder + " cannot be written: " + cause(e), e);
    }
  }

  private void clean() throws IOException {
    for (String name : FILES) {
      Files.deleteIfExists(folder.resolve(name));
    }
    clean(folder.resolve(ALLURE_RESULTS), ALLURE_FILES);
    clean(folder.resolve(ALLURE_REPORT), "index.html");
  }

  private static void clean(Path directory, String glob) throws IOException {
    if (Files.isSymbolicLink(directory)) {
      Files.delete(directory);
      return;
    }
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, glob)) {
      for (Path file : old) {
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(file);
        }
      }
    }
    try {
      Files.delete(directory);
    } catch (DirectoryNotEmptyException e) {
      // holds something that no run wrote: leave it
      return;
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
  void write(String name, String text) {
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

  static void move(Path half, Path target) throws IOException {
    try {
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static void discard(Path half) {
    try {
      Files.deleteIfExists(half);
    } catch (IOException e) {
      // the disk that refused the write refuses this too; the first refusal is reported
      return;
    }
  }

  /** The reason without the path that Java repeats in it. */
  static String cause(IOException e) {
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
