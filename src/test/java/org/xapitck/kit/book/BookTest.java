package org.xapitck.kit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.FeatureFiles;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.Text;
import org.xapitck.kit.support.Browser;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;

@Tag("slow")
class BookTest {
  private static final String HOSTILE =
      "<script>document.title='pwned'</script><img src=http://evil.example/x>";
  private static final Pattern LINK = Pattern.compile("(?:href|action)=\"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

  @TempDir static Path site;

  private static final Catalogue CATALOGUE = Catalogue.packed();

  @BeforeAll
  static void write() {
    Outcome broken =
        new Outcome(
            "task.destroy.effect",
            Wire.JSONRPC2,
            "task.destroy: x",
            Outcome.Result.FAILED,
            new Reason.Restored(HOSTILE));
    RunReport run =
        RunReport.of(
                RunJudge.judge(
                    CATALOGUE.requirements(),
                    Foundations.NONE,
                    List.of(broken),
                    Scope.whole(EnumSet.allOf(Wire.class))))
            .server("url", "http://h/" + HOSTILE)
            .build(Redaction.DONE);
    String defects =
        """
        | Defect | What the server does | Breaks | Blocked |
        |---|---|---|---|
        | `destroy-noop` | destroy changes nothing | task.destroy.effect | task.destroy.pending |

        | Variant | What the server does |
        |---|---|
        | `answers-slowly` | takes its time |
        """;
    new Book(CATALOGUE, Optional.of(run), Optional.of(defects)).writeSite(site);
  }

  @Test
  void everyRequirementStandsOnThePageThatItsAddressNames() throws IOException {
    for (Requirement requirement : CATALOGUE.requirements()) {
      String[] address = requirement.address().split("#");
      assertThat(Files.readString(site.resolve(address[0])))
          .contains("id=\"" + address[1] + "\"")
          .contains(Text.anchor(requirement.citation()));
    }
    assertThat(CATALOGUE.messages())
        .hasSize(32)
        .allSatisfy(message -> assertThat(site.resolve(message.wireName() + ".html")).exists());
  }

  @Test
  void noLinkOfTheBookIsDead() throws IOException {
    // the places in the contract, the only links that leave the book; nobody asks the web for them
    Set<String> contract =
        CATALOGUE.requirements().stream()
            .map(requirement -> requirement.citation().address().orElseThrow().toString())
            .collect(Collectors.toSet());
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        String[] target = link.group(1).split("#", 2);
        if (link.group(1).equals("data:,") || contract.contains(link.group(1))) {
          continue;
        }
        Path file = target[0].isEmpty() ? page : site.resolve(target[0]);
        assertThat(file).exists();
        if (target.length > 1) {
          assertThat(ids(file)).as(page + " to " + link.group(1)).contains(target[1]);
        }
      }
    }
  }

  @Test
  void noAnchorStandsTwiceOnAPage() throws IOException {
    for (Path page : pages()) {
      List<String> ids = new ArrayList<>();
      Matcher id = ID.matcher(Files.readString(page));
      while (id.find()) {
        ids.add(id.group(1));
      }
      assertThat(ids).as(page.toString()).doesNotHaveDuplicates();
    }
  }

  @Test
  void aPageTellsAllThatIsKnownOfAMessage() throws IOException {
    assertThat(Files.readString(site.resolve("task.destroy.html")))
        .contains("void task.destroy(session ref, task ref)")
        .contains("every role, from read-only upwards")
        .contains("XenServer 4.0, 2007 (rio)")
        .contains("Removes a task object.")
        // the example of a wire, as it went over it
        .contains("<summary>XML-RPC</summary>", "&lt;methodName&gt;task.destroy&lt;/methodName&gt;")
        .contains(
            "<summary>JSON-RPC 2.0</summary>", "&quot;method&quot; : &quot;task.destroy&quot;")
        .contains(
            "<dt><code>HANDLE_INVALID</code></dt><dd><a href=\"task.destroy.html#task.destroy")
        .contains("<b>Scenario Outline:</b> destroying a task that ended as &lt;status&gt;")
        .contains("| cancelled |")
        .contains("<code>destroy-noop</code> destroy changes nothing")
        .contains("<span class=\"chip fail\">\u2717 JSON-RPC 2.0: fail</span>")
        .contains(
            "<details class=\"card must bad\" id=\"task.destroy.effect\" open>",
            "<details class=\"card must\" id=\"task.destroy.published\">")
        .contains("Destroying what is still pending");
  }

  @Test
  void aFailingEntryStandsOutInTheContentsAndInTheSidebar() throws IOException {
    assertThat(Files.readString(site.resolve("index.html")))
        .contains("<h2 id=\"failing\">What fails in this run</h2>")
        .contains("<span class=\"chip fail\">\u2717 1 failing</span>");
    String failing = "<a href=\"task.destroy.html\">destroy</a> <span class=\"chip fail\"";
    assertThat(Files.readString(site.resolve("task.create.html"))).contains(failing);
  }

  @Test
  void eachMessageFieldAndEnumIsDescribedAndEachReleaseHasAName() {
    Book book = new Book(CATALOGUE, Optional.empty(), Optional.empty());
    assertThat(book.topics())
        .filteredOn(one -> one.kind().isPart())
        .hasSizeGreaterThan(50)
        .allSatisfy(one -> assertThat(book.about(one)).isNotBlank());
    Set<String> described = Descriptions.packed().texts().keySet();
    assertThat(book.topics()).extracting(Topic::name).containsAll(described);
    assertThat(CATALOGUE.requirements())
        .allSatisfy(one -> assertThat(ReleaseNames.of(one.since())).containsPattern("20[0-9]{2}"));
  }

  @Test
  void theKitCarriesTheDefectsThatProveIt() {
    List<Defect> defects = Defect.read(Packed.need("simulator/DEFECTS.md"), CATALOGUE);
    assertThat(defects).hasSizeGreaterThan(300).allMatch(one -> !one.requirements().isEmpty());
    Set<String> proved = new HashSet<>();
    defects.forEach(one -> proved.addAll(one.requirements()));
    defects.forEach(one -> proved.addAll(one.besides()));
    // what create answers is the Given of nearly everything, so a defect of it hides itself
    assertThat(CATALOGUE.requirements())
        .filteredOn(one -> one.level() == Level.MUST && one.reason().isEmpty())
        .filteredOn(one -> !proved.contains(one.id()))
        .allMatch(one -> one.id().startsWith("task.create."));
  }

  @Test
  void everyPointInWhichServersDifferIsRegistered() throws IOException {
    List<Ambiguity> register = Ambiguity.packed();
    assertThat(register).hasSize(23).extracting(Ambiguity::id).doesNotHaveDuplicates();
    assertThat(register)
        .allSatisfy(
            one -> {
              assertThat(one.accepted()).isNotEmpty();
              assertThat(one.requirements()).isNotEmpty().allSatisfy(CATALOGUE::need);
            });
    assertThat(Files.readString(site.resolve("ambiguities.html")))
        .contains("To challenge a requirement", "proposal");
  }

  @Test
  void theMarkdownHoldsEveryRequirementAndEveryScenarioOnce() throws IOException {
    String book = Files.readString(site.resolve("book.md"));
    CATALOGUE
        .requirements()
        .forEach(one -> assertThat(book).contains("**`" + one.id() + "`** (" + one.level().id()));
    List<Story> stories = Stories.of(FeatureFiles.packed());
    long told = Pattern.compile("(?m)^```gherkin$").matcher(book).results().count();
    assertThat(told).isEqualTo(stories.size());
    assertThat(Files.size(site.resolve("book.md"))).isLessThan(1_000_000);
  }

  @Test
  void theGlossaryIsThatOfTheFeatures() throws IOException {
    assertThat(Files.readString(site.resolve("glossary.html")))
        .contains("<code>I destroy it</code>")
        .contains("the server no longer knows it");
  }

  @Test
  void aBrowserSearchesFromDiskRunsNothingElseAndAsksNobody() throws Exception {
    try (Browser browser = Browser.open(site.resolve("../browser"))) {
      String index = site.resolve("index.html").toUri().toString();
      assertThat(browser.dom(index + "?q=destroy+completed+gone"))
          .contains("<a href=\"task.destroy.html#task.destroy.effect\">task.destroy.effect</a>")
          .contains("<title>The XenAPI class task</title>");
      assertThat(browser.dom(site.resolve("task.destroy.html").toUri() + "#task.destroy.effect"))
          .contains("<title>task.destroy</title>")
          .contains("&lt;script&gt;document.title");
      assertThat(browser.asked()).noneMatch(line -> line.contains("evil.example"));
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(site)) {
      return files.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }

  private static Set<String> ids(Path page) throws IOException {
    Set<String> ids = new HashSet<>();
    Matcher id = ID.matcher(Files.readString(page));
    while (id.find()) {
      ids.add(id.group(1));
    }
    return ids;
  }
}
