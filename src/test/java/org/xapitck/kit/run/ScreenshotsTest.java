package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.allure.PageData;
import org.xapitck.kit.archive.ResultsFile;
import org.xapitck.kit.book.Book;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.support.Browser;
import org.xapitck.kit.support.Palette;
import org.xapitck.kit.support.Runs;

/**
 * Makes the pictures of the READMEs: {@code mvn -q -pl src -am test -Dtest=ScreenshotsTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dscreenshots=reports/images}, from the top folder.
 */
@EnabledIfSystemProperty(named = "screenshots", matches = ".+")
class ScreenshotsTest {

  /** 150 kB: what a README may cost a reader per picture. */
  private static final long LARGEST = 150_000;

  @TempDir Path temp;

  @Test
  void thePicturesOfTheReadmes() throws Exception {
    Path images = Path.of("..").resolve(System.getProperty("screenshots")).normalize();
    Path folder = Files.createDirectories(images).toAbsolutePath();
    Path report = temp.resolve("report");
    assertThat(Runs.run(Runs.options(report)).exitCode()).isZero();
    try (Browser browser = Browser.open(temp.resolve("browser"))) {
      Path page = report.resolve("allure-report/index.html");
      shoot(browser, page.toUri() + opened(page), folder.resolve("report.png"));
      Path statement = report.resolve("statement.html");
      shoot(browser, statement.toUri().toString(), folder.resolve("statement.png"));
      Path site = temp.resolve("site");
      Catalogue catalogue = Catalogue.packed();
      RunReport run = ResultsFile.read(report, catalogue);
      new Book(catalogue, Optional.of(run), Optional.empty()).writeSite(site);
      shoot(
          browser, site.resolve("task.cancel.html").toUri().toString(), folder.resolve("book.png"));
    }
  }

  private static void shoot(Browser browser, String address, Path png) throws Exception {
    browser.picture(address, png);
    Palette.reduce(png);
    assertThat(png).exists();
    assertThat(Files.size(png)).isLessThan(LARGEST);
  }

  /** The fragment that opens a scenario of task.destroy with its steps. */
  private static String opened(Path page) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(PageData.of(page).get("data/behaviors.json"));
    for (JsonNode leaf : tree.findParents("status")) {
      if (leaf.get("name").asText().equals("destroying a task that ended as success")
          && leaf.get("parameters").toString().contains("jsonrpc2")) {
        return "#behaviors/" + leaf.get("parentUid").asText() + "/" + leaf.get("uid").asText();
      }
    }
    throw new AssertionError("the scenario is not in the report");
  }
}
