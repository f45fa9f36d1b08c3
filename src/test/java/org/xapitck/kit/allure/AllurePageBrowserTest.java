package org.xapitck.kit.allure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.report.SampleRun;
import org.xapitck.kit.support.Browser;

/** Opens the report from disk as a reader does; skipped where no Chromium is found. */
@Tag("slow")
class AllurePageBrowserTest {

  /** A server that tries to run a script, to load an image and to write its own report. */
  private static final String HOSTILE =
      "<script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\">"
          + "<b>all passed</b>";

  @TempDir Path temp;
  private Path page;
  private Browser browser;

  @BeforeEach
  void makeReport() throws IOException {
    browser = Browser.open(temp.resolve("browser"));
    page = SampleRun.withDeviations(1, HOSTILE).page(temp.resolve("report"), Map.of());
  }

  @Test
  void theOverviewOpensFromDisk() throws Exception {
    assertThat(dom(""))
        .contains("non\u2011conformant: XenAPI class task")
        .contains(">Behaviors<")
        .contains("Non-conformant: 3 causes")
        .contains("XML-RPC")
        .contains("http://127.0.0.1:8080/");
  }

  @Test
  void aReaderFindsAFailedScenarioWithBothValues() throws Exception {
    assertThat(dom("#behaviors/" + failed("/parentUid") + "/" + failed("/uid")))
        .contains("task.destroy.effect on jsonrpc1")
        .contains("expected  Failure HANDLE_INVALID")
        .contains("actual    Success \"&lt;script&gt;")
        .contains("Then the call succeeds")
        .doesNotContain("<b>all passed</b>")
        .doesNotContain("<title>pwned");
  }

  @Test
  void aReaderSeesTheExchange() throws Exception {
    String test = PageData.of(page).get("data/test-cases/" + failed("/uid") + ".json");
    JsonNode attachments = new ObjectMapper().readTree(test).at("/testStage/attachments");
    JsonNode exchanges = attachments.get(attachments.size() - 1);
    assertThat(exchanges.get("name").asText()).isEqualTo("exchanges");
    String attachment = exchanges.get("uid").asText();
    assertThat(
            dom(
                "#behaviors/"
                    + failed("/parentUid")
                    + "/"
                    + failed("/uid")
                    + "?attachment="
                    + attachment))
        .contains("POST /jsonrpc  task.create")
        .contains("&lt;b&gt;all passed&lt;/b&gt;")
        .doesNotContain("<b>all passed</b>")
        .doesNotContain("<title>pwned");
  }

  @Test
  void everyTabOpens() throws Exception {
    assertThat(dom("#categories")).contains("task.cancel.pending: ");
    assertThat(dom("#suites")).contains("JSON-RPC 2.0");
    assertThat(dom("#graph")).contains("chart");
    assertThat(dom("#timeline")).contains("timeline");
  }

  private String failed(String field) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(PageData.of(page).get("data/behaviors.json"));
    for (JsonNode leaf : tree.findParents("status")) {
      if (leaf.get("status").asText().equals("failed")
          && leaf.get("parameters").toString().contains("jsonrpc1")) {
        return leaf.at(field).asText();
      }
    }
    throw new AssertionError("no failed scenario in the report");
  }

  private String dom(String fragment) throws IOException, InterruptedException {
    return browser.dom(page.toUri() + fragment);
  }

  @AfterEach
  void closeBrowser() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }
}
