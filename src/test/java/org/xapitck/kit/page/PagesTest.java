package org.xapitck.kit.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.book.Book;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.Contract;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.report.StatementHtml;
import org.xapitck.kit.support.Devtools;
import org.xapitck.kit.support.Devtools.Look;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;

/**
 * Looks at each page as readers do: on a desk, a tablet and a phone, light, dark and printed.
 * Skipped, with a word, where no Chromium is found.
 */
@Tag("slow")
@Order(1) // takes longest, so it begins first
class PagesTest {
  private static final List<Integer> WIDTHS = List.of(1400, 768, 375);

  /** Where the contract is read, as a whole and in its parts. */
  private static final Set<String> CITED =
      Stream.concat(
              Catalogue.packed().requirements().stream().map(Requirement::citation),
              Catalogue.packed().contract().stream().map(Contract::whole))
          .flatMap(place -> place.address().stream())
          .map(URI::toString)
          .collect(Collectors.toSet());

  private static final Path MEASURE = Path.of("test/resources/org/xapitck/kit/page/measure.js");

  @TempDir static Path folder;

  private static Devtools tab;

  @BeforeAll
  static void open() throws Exception {
    tab = Devtools.open(folder.resolve("browser"));
  }

  @AfterAll
  static void close() {
    if (tab != null) {
      tab.close();
    }
  }

  @Test
  void theMeasureSeesWhatIsWrong() throws Exception {
    Path page = folder.resolve("wrong.html");
    Files.writeString(
        page,
        "<!DOCTYPE html><html><body><p style=\"width:500px\">wide</p>"
            + "<p style=\"color:#aaa;background:#fff\">pale</p></body></html>");
    tab.show(page.toUri().toString(), 375);
    assertThat(measured(Look.LIGHT, true))
        .anyMatch(one -> one.startsWith("the page is 5"))
        .anyMatch(one -> one.startsWith("sticks out: <p"))
        .anyMatch(one -> one.startsWith("axe color-contrast"))
        .anyMatch(one -> one.startsWith("axe html-has-lang"));
  }

  @Test
  void theStatement() throws Exception {
    SoftAssertions all = new SoftAssertions();
    for (Map.Entry<String, String> one : statements().entrySet()) {
      Path page = folder.resolve(one.getKey() + ".html");
      Files.writeString(page, one.getValue());
      lookedAt(all, page.toUri().toString());
      deadLinks(all, page);
    }
    all.assertAll();
  }

  /** A green, a red and a broken-off run. */
  private static Map<String, String> statements() {
    Map<String, String> pages = new TreeMap<>();
    SampleRuns.all().forEach((name, run) -> pages.put(name, StatementHtml.write(run)));
    assertThat(pages).hasSize(3);
    return pages;
  }

  @Test
  void theBook() throws Exception {
    Path site = folder.resolve("book");
    new Book(Catalogue.packed(), Optional.of(SampleRuns.all().get("red")), Optional.empty())
        .writeSite(site);
    SoftAssertions all = new SoftAssertions();
    for (String name :
        List.of(
            "index.html",
            "roles.html",
            "releases.html",
            "ambiguities.html",
            "glossary.html",
            "task.create.html",
            "task.status.html",
            "wire.json2.html")) {
      lookedAt(all, site.resolve(name).toUri().toString());
    }
    try (Stream<Path> files = Files.list(site)) {
      for (Path page : files.filter(file -> file.toString().endsWith(".html")).toList()) {
        tab.show(page.toUri().toString(), 375);
        all.assertThat(measured(Look.LIGHT, false)).as("%s", page).isEmpty();
        deadLinks(all, page);
      }
    }
    all.assertAll();
  }

  @Test
  void theSearchOfTheBookAnswersWhileTyping() throws Exception {
    Path site = folder.resolve("searched");
    new Book(Catalogue.packed(), Optional.empty(), Optional.empty()).writeSite(site);
    tab.show(site.resolve("task.create.html").toUri().toString(), 1400);
    String type =
        "q.value = '%s'; q.dispatchEvent(new Event('input'));"
            + " [...document.querySelectorAll('#found a')].map(a => a.getAttribute('href'))";
    assertThat(tab.value("document.querySelectorAll('input').length").asInt()).isEqualTo(1);
    assertThat(tab.value("answer.hidden").asBoolean()).isTrue();
    assertThat(tab.value(String.format(type, "destroy completed gone")).toString())
        .contains("\"task.destroy.html#task.destroy.effect\"");
    assertThat(tab.value("answer.hidden").asBoolean()).isFalse();
    assertThat(tab.value(String.format(type, "no such words")).toString()).isEqualTo("[]");
    assertThat(tab.value("count.textContent").asText()).isEqualTo("0 found");
    // what is found is unfolded
    tab.show(site.resolve("task.destroy.html").toUri() + "#task.destroy.effect", 1400);
    assertThat(tab.value("document.getElementById('task.destroy.effect').open").asBoolean())
        .isTrue();
  }

  @Test
  void theSimulatorsPage() throws Exception {
    Seeds seeds = Seeds.of(List.of("destroy-forgets-nothing"), List.of());
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withSeeds(seeds))) {
      for (String plan : List.of("success", "failure", "stuck")) {
        simulator.startTask(plan);
      }
      SoftAssertions all = new SoftAssertions();
      lookedAt(all, simulator.uri().toString());
      all.assertThat(tab.value("document.querySelectorAll('#tasks tr').length").asInt())
          .isEqualTo(3);
      all.assertAll();
    }
  }

  private static void lookedAt(SoftAssertions all, String address) throws Exception {
    for (int width : WIDTHS) {
      tab.show(address, width);
      for (Look look : Look.values()) {
        // axe takes a second: once in each width and each look
        boolean axe = look.ordinal() == WIDTHS.indexOf(width);
        all.assertThat(measured(look, axe)).as("%s, %d px, %s", address, width, look).isEmpty();
      }
    }
  }

  /** What is wrong with the page that is open. */
  private static List<String> measured(Look look, boolean axe) throws Exception {
    tab.look(look);
    if (axe) {
      tab.value(resource("/axe.min.js") + "; true");
    }
    List<String> found = new ArrayList<>();
    String measure = Files.readString(MEASURE).replace("WITH_AXE", String.valueOf(axe));
    tab.value(measure).forEach(one -> found.add(one.asText()));
    return found;
  }

  /**
   * Files and anchors of the page that is open have to be there; into the world leads only the
   * contract's places.
   */
  private static void deadLinks(SoftAssertions all, Path page) throws Exception {
    JsonNode links = tab.value("[...document.querySelectorAll('a')].map(a => a.href)");
    for (JsonNode link : links) {
      String[] target = link.asText().split("#", 2);
      if (target[0].startsWith("http")) {
        all.assertThat(CITED).as("%s", page).contains(link.asText());
        continue;
      }
      Path file = Path.of(URI.create(target[0]));
      all.assertThat(file).as("%s: %s", page, link.asText()).exists();
      if (target.length > 1 && Files.exists(file)) {
        all.assertThat(Files.readString(file))
            .as("%s: %s", page, link.asText())
            .contains("id=\"" + target[1] + "\"");
      }
    }
  }

  private static String resource(String name) throws Exception {
    try (InputStream in = PagesTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
