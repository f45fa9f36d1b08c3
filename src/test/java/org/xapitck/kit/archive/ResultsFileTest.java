package org.xapitck.kit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.SampleRun;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;

class ResultsFileTest {

  @TempDir Path temp;

  @Test
  void aRunThatIsReadBackSaysTheSame() {
    SampleRun run = SampleRun.withDeviations(2, "<b> \u001b[2J");
    Path folder = run.write(temp.resolve("r"), run.report());
    RunReport read = ResultsFile.read(folder, new Catalogue(run.catalogue));
    assertThat(read.verdicts().all())
        .usingRecursiveComparison()
        .ignoringFields("explanation")
        .isEqualTo(run.verdicts().all());
    assertThat(read.verdicts().all())
        .extracting(RequirementVerdict::message)
        .isEqualTo(run.verdicts().all().stream().map(RequirementVerdict::message).toList());
    assertThat(read.verdicts().counting(Verdict.FAIL))
        .isNotEmpty()
        .allMatch(entry -> entry.deviation().isPresent());
    assertThat(read.verdicts().scope()).isEqualTo(run.verdicts().scope());
    assertThat(read.overall()).isEqualTo(run.report().overall());
    assertThat(read.exitCode()).isEqualTo(run.report().exitCode());
    assertThat(read.server()).isEqualTo(run.report().server());
    assertThat(read.scenarios()).hasSameSizeAs(run.scenarios);
    assertThat(read.calls()).isEqualTo(run.report().calls());
  }

  @Test
  void aMissingFolderIsOneSentence() {
    assertThatThrownBy(() -> ResultsFile.read(temp, Catalogue.packed()))
        .isInstanceOf(BadArchive.class)
        .hasMessage(
            temp.resolve("results.json") + " does not exist: give the report folder of a run");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"schema\": | is damaged, it is no JSON",
        "{} | is no results.json of this kit",
        "[1, 2] | is no results.json of this kit",
        "{\"requirements\": [], \"verdict\": \"x\", \"totals\": {}} | is of another version",
        "{\"schema\": \"urn:xapi-task-tck:results:1\"} | is damaged, it lacks",
        "{\"schema\": \"urn:xapi-task-tck:results:2\"} | is no results.json of this kit",
      })
  void whatIsNoResultsFileSaysWhich(String text, String message) throws IOException {
    Path file = Files.writeString(temp.resolve("results.json"), text);
    assertThatThrownBy(() -> ResultsFile.read(temp, Catalogue.packed()))
        .isInstanceOf(BadArchive.class)
        .hasMessageStartingWith(file + " " + message)
        .message()
        .doesNotContain("\n")
        .doesNotContain("Exception");
  }

  @Test
  void aDroppedResultDoesNotAddUp() throws IOException {
    SampleRun run = SampleRun.green(1);
    Path file = run.write(temp.resolve("r"), run.report()).resolve("results.json");
    String json = Files.readString(file);
    Files.writeString(file, json.replaceFirst("\"verdict\" : \"pass\"", "\"verdict\" : \"fail\""));
    assertThatThrownBy(() -> ResultsFile.read(file, Catalogue.packed()))
        .hasMessageContaining("its totals do not add up");
  }
}
