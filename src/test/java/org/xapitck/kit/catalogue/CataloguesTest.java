package org.xapitck.kit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;

/** The catalogue through its versions: what was published stays as it was. */
class CataloguesTest {
  private static final String DESTROY =
      """
      - id: task.destroy.effect
        level: must
        since: rio
        source: line 140, message destroy
        text: A completed task is gone.
      """;

  @TempDir Path folder;

  @Test
  void noVersionCameToSomethingElseThanWasPublished() {
    assertThat(Catalogues.packed().problems()).isEmpty();
  }

  @Test
  void anEntryIsInNoVersionBeforeItWasAddedAndInNoneFromWhichItWasDropped() throws IOException {
    Catalogues catalogues = read(DESTROY + "  added: 2\n  dropped: 4\n");
    assertThat(catalogues.all())
        .extracting(one -> one.find("task.destroy.effect").isPresent())
        .containsExactly(false, true, true, false);
    assertThat(catalogues.newest().number()).isEqualTo(4);
  }

  @Test
  void anOlderVersionDoesNotHearWhatALaterOneSays() throws IOException {
    Catalogues catalogues =
        read(
            DESTROY
                + """
                  before:
                    2: {level: info, reason: Servers differ.}
                    3: {level: should, text: A completed task is gone soon.}
                """);
    Requirement first = at(catalogues, 1);
    assertThat(first.level()).isEqualTo(Level.INFO);
    assertThat(first.text()).isEqualTo("A completed task is gone soon.");
    assertThat(first.reason()).contains("Servers differ.");
    Requirement second = at(catalogues, 2);
    assertThat(second.level()).isEqualTo(Level.SHOULD);
    assertThat(second.reason()).isEmpty();
    assertThat(at(catalogues, 3).text()).isEqualTo("A completed task is gone.");
  }

  @Test
  void whatCameLaterMayBeTakenAwayFromAnOlderVersion() throws IOException {
    Catalogues catalogues = read(DESTROY + "  reason: Unseen.\n  before: {2: {reason: ~}}\n");
    assertThat(at(catalogues, 1).reason()).isEmpty();
    assertThat(at(catalogues, 2).reason()).contains("Unseen.");
  }

  @Test
  void onlyTheVersionThatFirstDemandsSomethingCallsItNew() throws IOException {
    assertThat(news(read(DESTROY + "  added: 2\n  before: {4: {text: Other words.}}\n")))
        .containsExactly("2 of 2");
    assertThat(news(read(DESTROY + "  before: {3: {reason: Unseen.}}\n")))
        .containsExactly("3 of 3");
    assertThat(news(read(DESTROY + "  before: {2: {level: should}}\n"))).containsExactly("2 of 2");
    assertThat(news(read(DESTROY))).as("the first version is new to nobody").isEmpty();
    assertThat(news(read(DESTROY + "  added: 2\n  reason: Unseen.\n"))).isEmpty();
  }

  @Test
  void aHistoryThatMakesNoSenseIsRefused() {
    assertRefused("  added: 0\n", "task.destroy.effect: added 0: allowed is a whole number");
    assertRefused("  added: 2\n  dropped: 2\n", "dropped 2 is not after added 2");
    assertRefused("  before: {1: {level: should}}\n", "before 1 is outside the versions");
    assertRefused("  dropped: 2\n  before: {2: {level: should}}\n", "before 2 is outside");
    assertRefused("  before: {2: {level: must}}\n", "before 2 differs in nothing");
    assertRefused("  before: {2: {}}\n", "before 2 names no key that differed");
    assertRefused("  before: should\n", "before is no map of versions to keys");
    assertRefused("  before: {2: {id: task.x}}\n", "before 2 changes the id");
    assertRefused("  before: {2: {level: perhaps}}\n", "unknown level perhaps");
    assertRefused("  before: {2: {added: 1}}\n", "unknown key added");
    assertRefused("  before: {2: {text: ~}}\n", "an entry lacks the text text");
    assertRefused(DESTROY, "the id task.destroy.effect stands twice");
  }

  @Test
  void aPublishedVersionThatChangedIsFoundWithTheWayOut() throws IOException {
    String hash = read(DESTROY).newest().hash();
    String line = "- {version: 1, date: 2026-11-25, requirements: 1, hash: \"" + hash + "\"}\n";
    assertThat(read(DESTROY, line).problems()).isEmpty();
    assertThat(read(DESTROY, line.replace("requirements: 1", "requirements: 2")).problems())
        .singleElement()
        .asString()
        .contains("until it is published write " + line.strip());
    assertThat(read(DESTROY.replace("gone", "away") + "  before: {2: {level: info}}\n", line))
        .extracting(Catalogues::problems, org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .anyMatch(problem -> problem.toString().contains("version 1 came to something else"))
        .anyMatch(problem -> problem.toString().contains("it is published and must stay"))
        .anyMatch(problem -> problem.toString().contains("lacks version 2; add - {version: 2,"));
    assertThat(read(DESTROY, line.replace("2026-11-25", "today")).problems())
        .singleElement()
        .asString()
        .contains("has the date today");
  }

  @Test
  void aVersionIsFoundByItsNumberAndByItsWholeNameOnly() throws IOException {
    Catalogues catalogues = read(DESTROY + "  added: 2\n");
    String name = catalogues.newest().version();
    assertThat(catalogues.find("2").map(Catalogue::version)).contains(name);
    assertThat(catalogues.find(name).map(Catalogue::version)).contains(name);
    assertThat(catalogues.find("1").orElseThrow().requirements()).isEmpty();
    for (String none : List.of("0", "3", "", "2-", name.substring(0, 5), "1" + name.substring(1))) {
      assertThat(catalogues.find(none)).as(none).isEqualTo(Optional.empty());
    }
    assertThat(catalogues.names()).matches("1-[0-9a-f]{12}, 2-[0-9a-f]{12}");
  }

  @Test
  void aVersionThatTheKitHasNoMoreCannotBeChosenAndLeavesNoTraceInTheEntries() throws IOException {
    String three = "- {version: 3, date: 2026-11-27, requirements: 1, hash: \"000000000000\"}\n";
    Catalogues catalogues = read(DESTROY + "  before: {4: {level: should}}\n", three);
    assertThat(catalogues.all()).extracting(Catalogue::number).containsExactly(3, 4);
    assertThat(catalogues.find("2")).isEmpty();
    assertThat(news(catalogues)).containsExactly("4 of 4");
    assertThat(news(read(DESTROY, three))).as("the first version is new to nobody").isEmpty();
    for (String history :
        List.of("added: 2", "added: 3", "dropped: 3", "before: {3: {level: should}}")) {
      assertThatThrownBy(() -> read(DESTROY + "  " + history + "\n", three))
          .isInstanceOf(BrokenCatalogue.class)
          .hasMessageContaining("destroy.yaml, task.destroy.effect: the history of version ")
          .hasMessageContaining("shows in no version; the first is 3");
    }
  }

  @Test
  void aScenarioThatJudgesForTwoVersionsIsFound() throws IOException {
    String scenario =
        "Feature: f\n  Rule: r\n    @task.destroy.effect @task.destroy.again\n"
            + "    Scenario: a\n      When x\n      Then y\n";
    String again = DESTROY.replace("destroy.effect", "destroy.again");
    Path features = Files.createDirectory(folder.resolve("features"));
    Files.writeString(features.resolve("a.feature"), scenario);
    assertThat(new FeatureLint(read(DESTROY + again + "  added: 2\n")).lint(features).problems())
        .singleElement()
        .asString()
        .contains("@task.destroy.effect in [1, 2], @task.destroy.again in [2]");
    assertThat(new FeatureLint(read(DESTROY + again)).lint(features).problems()).isEmpty();
  }

  @Test
  void anOlderVersionThatLostItsScenarioIsFound() throws IOException {
    String dropped = DESTROY + "  dropped: 2\n";
    Path features = Files.createDirectory(folder.resolve("features"));
    assertThat(new FeatureLint(read(dropped)).lint(features).problems())
        .containsExactly("task.destroy.effect has neither a scenario nor a reason in version 1");
  }

  private void assertRefused(String history, String why) {
    assertThatThrownBy(() -> read(DESTROY + history))
        .isInstanceOf(BrokenCatalogue.class)
        .hasMessageContaining(why);
  }

  private static Requirement at(Catalogues catalogues, int version) {
    return catalogues.find(String.valueOf(version)).orElseThrow().need("task.destroy.effect");
  }

  private static List<String> news(Catalogues catalogues) {
    return catalogues.all().stream()
        .flatMap(
            one ->
                one.requirements().stream()
                    .filter(entry -> entry.newIn().isPresent())
                    .map(entry -> entry.newIn().getAsInt() + " of " + one.number()))
        .toList();
  }

  private Catalogues read(String entries) throws IOException {
    return read(entries, "");
  }

  private Catalogues read(String entries, String versions) throws IOException {
    Files.writeString(folder.resolve("destroy.yaml"), "kind: message\nrequirements:\n" + entries);
    Files.writeString(folder.resolve("versions.yaml"), versions.isEmpty() ? "[]" : versions);
    return Catalogues.read(folder);
  }
}
