package org.xapitck.kit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.publish.Reports;

class ReportFolderTest {

  @TempDir Path temp;

  @Test
  void aFileInItsPlaceIsOneSentence() throws IOException {
    Path file = Files.writeString(temp.resolve("taken"), "x");
    assertThatThrownBy(() -> ReportFolder.prepare(file))
        .isInstanceOf(ReportFolderException.class)
        .hasMessage("report folder " + file + " is a file");
    Path below = file.resolve("deeper");
    assertThatThrownBy(() -> ReportFolder.prepare(below))
        .isInstanceOf(ReportFolderException.class)
        .hasMessageStartingWith("report folder " + below + " cannot be written: ")
        .hasMessageNotContaining("Exception");
  }

  @Test
  void anOlderRunsResultsMustNotMixWithNewOnes() throws IOException {
    ReportFolder folder = ReportFolder.prepare(temp.resolve("new/deep"));
    SampleRun.green(1).writeAllure(folder.allureResults());
    Reports.write(folder, SampleRun.green(1).report(), name -> null);
    assertThat(tree(folder.path())).contains("results.json", "junit.xml", "summary.md");

    ReportFolder again = ReportFolder.prepare(folder.path());
    assertThat(tree(again.path()))
        .isNotEmpty()
        .contains(ReportFolder.MARKER)
        .allMatch(
            name ->
                name.equals(ReportFolder.MARKER)
                    || name.matches("allure-(report|results)/history/[a-z-]+.json"));
  }

  @Test
  void whatNoRunWroteStays() throws IOException {
    Path report = ReportFolder.prepare(temp.resolve("r")).path();
    Path mine = Files.writeString(report.resolve("notes.txt"), "mine");
    Path inner = Files.createDirectories(report.resolve("allure-results/history"));
    Path history = Files.writeString(inner.resolve("history.json"), "{}");
    Files.writeString(report.resolve("allure-results/1-result.json"), "{}");
    ReportFolder.prepare(report);
    assertThat(mine).exists();
    assertThat(history).exists();
    assertThat(report.resolve("allure-results/1-result.json")).doesNotExist();
  }

  @Test
  void aLinkIsRemovedAndNotFollowed() throws IOException {
    Path precious = Files.createDirectories(temp.resolve("precious"));
    Path file = Files.writeString(precious.resolve("1-result.json"), "{}");
    Path report = ReportFolder.prepare(temp.resolve("r")).path();
    Files.createSymbolicLink(report.resolve("allure-results"), precious);
    Files.createSymbolicLink(report.resolve("results.json"), file);
    ReportFolder.prepare(report);
    assertThat(file).exists();
    assertThat(tree(report)).containsExactly(ReportFolder.MARKER);
  }

  @Test
  void aFailedWriteNamesTheFileAndLeavesNoHalf() throws IOException {
    ReportFolder folder = ReportFolder.prepare(temp.resolve("r"));
    Files.createDirectories(folder.path().resolve("junit.xml/in the way"));
    assertThatThrownBy(() -> folder.write("junit.xml", "x"))
        .isInstanceOf(ReportFolderException.class)
        .hasMessageContaining("junit.xml cannot be written: ");
    assertThat(tree(folder.path())).containsExactly(ReportFolder.MARKER, "junit.xml/in the way");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "results.json",
        "junit.xml",
        "summary.md",
        "statement.html",
        "badge.svg",
        "kit-error.txt",
        "allure-results/0123-result.json",
        "allure-results/categories.json",
        "allure-report/index.html",
        ".xapi-task-tck"
      })
  void whatIsNotOursIsNeitherOverwrittenNorDeleted(String name) throws IOException {
    Path report = Files.createDirectories(temp.resolve("r"));
    Path theirs = report.resolve(name);
    Files.createDirectories(theirs.getParent());
    Files.writeString(theirs, "{\"schema\": \"urn:other\"}");
    assertThatThrownBy(() -> ReportFolder.prepare(report))
        .isInstanceOf(ReportFolderException.class)
        .hasMessage(
            "report folder "
                + report
                + " holds "
                + name
                + ", which this kit did not write and a run would replace; name another folder by"
                + " --report");
    assertThat(theirs).hasContent("{\"schema\": \"urn:other\"}");
    assertThat(tree(report)).containsExactly(name);
  }

  @Test
  void anotherToolsResultsInAFolderOfOursStay() throws IOException {
    Path report = ReportFolder.prepare(temp.resolve("r")).path();
    Path theirs = Files.writeString(report.resolve("results.json"), "{\"kit\": 1}");
    assertThatThrownBy(() -> ReportFolder.prepare(report)).hasMessageContaining("results.json");
    assertThat(theirs).hasContent("{\"kit\": 1}");
  }

  @Test
  void aFolderOfAKitThatWroteNoMarkerIsKnownByItsResults() throws IOException {
    ReportFolder folder = ReportFolder.prepare(temp.resolve("r"));
    Reports.write(folder, SampleRun.green(0).report(), name -> null);
    Files.delete(folder.path().resolve(ReportFolder.MARKER));
    ReportFolder.prepare(folder.path());
    assertThat(folder.path().resolve("summary.md")).doesNotExist();
  }

  @Test
  void aFolderWithNothingButHistoryIsFine() throws IOException {
    Path history = Files.createDirectories(temp.resolve("r/allure-report/history"));
    Path file = Files.writeString(history.resolve("history.json"), "{}");
    ReportFolder.prepare(temp.resolve("r"));
    assertThat(file).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/..", "//"})
  void noFolderOfItsOwnIsRefused(String name) {
    assertThatThrownBy(() -> ReportFolder.prepare(Path.of(name)))
        .isInstanceOf(ReportFolderException.class)
        .hasMessage(
            "report folder \""
                + Path.of(name)
                + "\": allowed is a folder for reports alone, such as reports/latest");
  }

  private static List<String> tree(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths
          .filter(path -> !path.equals(folder))
          .filter(path -> path.toFile().list() == null || path.toFile().list().length == 0)
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aDamagedHistoryIsFoundBeforeTheRun() throws IOException {
    Path history = Files.createDirectories(temp.resolve("r/allure-report/history"));
    Path file = Files.writeString(history.resolve("history.json"), "{\"a\":");
    assertThatThrownBy(() -> ReportFolder.prepare(temp.resolve("r")))
        .isInstanceOf(ReportFolderException.class)
        .hasMessage(file + " is damaged: remove the folder history, and the trend begins anew");
  }
}
