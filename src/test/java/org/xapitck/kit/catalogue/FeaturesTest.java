package org.xapitck.kit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;

/** The specification keeps its own rules, and the lint that says so can fail. */
class FeaturesTest {
  private static final Path FEATURES = Path.of("../features");

  private final Catalogue catalogue = Catalogue.packed();

  @Test
  void noFeatureBreaksTheRulesOfTheFolder() throws IOException {
    assertThat(new FeatureLint(Catalogues.packed()).lint(FEATURES).problems()).isEmpty();
  }

  @Test
  void thePageHasItsThirtyTwoMessagesAndSeventeenFields() {
    assertThat(catalogue.messages()).hasSize(32);
    assertThat(catalogue.fields()).hasSize(17);
  }

  @Test
  void noMessageLacksOneOfItsStatements() {
    for (Message message : catalogue.messages()) {
      for (String aspect :
          List.of("published", "parameters", "result", "role", "count", "session")) {
        assertThat(catalogue.find(message.wireName() + "." + aspect))
            .as(message.wireName() + "." + aspect)
            .isPresent();
      }
    }
  }

  @Test
  void noMoreThanFifteenRequirementsAreUntestableAndNoneThatMustNotBe() {
    List<Requirement> untestable =
        catalogue.requirements().stream()
            .filter(entry -> entry.level() != Level.INFO && entry.reason().isPresent())
            .toList();
    assertThat(untestable).hasSizeLessThanOrEqualTo(15);
    assertThat(untestable)
        .noneMatch(
            entry -> entry.id().matches(".*\\.(role|default|published)|task_status_type.*|wire.*"));
  }

  @Test
  void noInfoEntryLacksItsReason() {
    assertThat(catalogue.requirements())
        .filteredOn(entry -> entry.level() == Level.INFO)
        .allMatch(entry -> entry.reason().isPresent());
  }

  @Test
  void aTagWithoutARequirementIsFound(@TempDir Path folder) throws IOException {
    assertThat(
            lint(
                folder,
                "@task.no.such\n    Scenario: a\n      When I list all tasks\n      Then the call succeeds\n"))
        .anyMatch(problem -> problem.contains("@task.no.such, which the catalogue does not have"));
  }

  @Test
  void aTagOfTheClosedListIsNoRequirementAndNoOtherTagIsAllowed(@TempDir Path folder)
      throws IOException {
    String scenario =
        "\n    Scenario: a\n      When I list all tasks\n      Then the call succeeds\n";
    assertThat(
            new FeatureLint(Catalogues.packed())
                .lint(write(folder, "@task.get_all.result @large" + scenario))
                .judged())
        .containsExactly("task.get_all.result");
    assertThat(lint(folder, "@large" + scenario))
        .anyMatch(problem -> problem.contains("carries 0 ids"));
    assertThat(lint(folder, "@task.get_all.result @lrge" + scenario))
        .anyMatch(problem -> problem.contains("@lrge, which the catalogue does not have"));
  }

  @Test
  void aRoleThatIsJudgedOutsideTheRoleMatrixIsFound(@TempDir Path folder) throws IOException {
    String scenario =
        "\n    Scenario: a\n      Given I am pool-admin\n      When I call get_all\n"
            + "      Then the call succeeds\n";
    assertThat(lint(folder, "@task.get_all.role" + scenario))
        .anyMatch(problem -> problem.contains("lacks @role-matrix"));
    assertThat(lint(folder, "@task.get_all.result @role-matrix" + scenario))
        .anyMatch(problem -> problem.contains("needs no @role-matrix"));
  }

  @Test
  void aRequirementWithoutAScenarioIsFound(@TempDir Path folder) throws IOException {
    assertThat(
            lint(
                folder,
                "@task.get_all.result\n    Scenario: a\n      When I list all tasks\n      Then the call succeeds\n"))
        .contains("task.create.result has neither a scenario nor a reason");
  }

  @Test
  void tooManyStepsTagsAndEqualNamesAreFound(@TempDir Path folder) throws IOException {
    String steps = "      When I list all tasks\n".repeat(8);
    assertThat(
            lint(
                folder,
                "@a @b @c @d\n    Scenario: a\n"
                    + steps
                    + "    Scenario: a\n      When x\n      Then y\n"))
        .anyMatch(problem -> problem.contains("8 steps"))
        .anyMatch(problem -> problem.contains("carries 4 ids"))
        .anyMatch(problem -> problem.contains("stands twice"));
  }

  @Test
  void aWordOfAWireIsFoundOutsideTheWireFolder(@TempDir Path folder) throws IOException {
    assertThat(
            lint(
                folder, "@task.get_all.result\n    Scenario: JSON a\n      When x\n      Then y\n"))
        .anyMatch(problem -> problem.contains("names a wire"));
  }

  private List<String> lint(Path folder, String scenario) throws IOException {
    return new FeatureLint(Catalogues.packed()).lint(write(folder, scenario)).problems();
  }

  private static Path write(Path folder, String scenario) throws IOException {
    Files.writeString(folder.resolve("a.feature"), "Feature: f\n\n  Rule: r\n\n    " + scenario);
    return folder;
  }
}
