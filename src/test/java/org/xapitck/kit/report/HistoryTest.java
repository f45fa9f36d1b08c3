package org.xapitck.kit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.allure.PageData;
import org.xapitck.kit.model.Level;

class HistoryTest {

  @TempDir Path temp;

  @Test
  void threeRunsIntoOneFolderMakeATrendAndEachTestKnowsItsPast() throws IOException {
    Path folder = temp.resolve("r");
    for (SampleRun run :
        new SampleRun[] {
          SampleRun.green(1), SampleRun.withDeviations(1, "x"), SampleRun.green(1)
        }) {
      run.write(folder, run.report());
    }
    Map<String, String> page = PageData.of(folder.resolve("allure-report/index.html"));
    JsonNode trend = new ObjectMapper().readTree(page.get("widgets/history-trend.json"));
    assertThat(trend).hasSize(3);
    assertThat(trend.findValuesAsText("failed")).containsExactly("0", "2", "0");
    String fixed =
        page.entrySet().stream()
            .filter(file -> file.getKey().startsWith("data/test-cases/"))
            .map(Map.Entry::getValue)
            .filter(test -> test.contains("task.destroy: task destroy effect"))
            .filter(test -> test.contains("(jsonrpc2)"))
            .findFirst()
            .orElseThrow();
    JsonNode past = new ObjectMapper().readTree(fixed).at("/extra/history/items");
    assertThat(past.findValuesAsText("status")).containsExactly("failed", "passed");
    assertThat(page.keySet()).noneMatch(name -> name.startsWith("history/"));
  }

  @Test
  void aTestLeadsToItsRequirementInTheBook() {
    NoteLink link =
        NoteLink.toBook(
            URI.create("https://h.example/book/"),
            SampleRun.requirement("task.destroy.effect", Level.MUST));
    assertThat(link.url())
        .isEqualTo("https://h.example/book/task.destroy.html#task.destroy.effect");
  }
}
