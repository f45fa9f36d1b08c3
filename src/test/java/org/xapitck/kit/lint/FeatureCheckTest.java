package org.xapitck.kit.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.catalogue.FeatureFiles;

/** A feature that says what it does not do, or what nobody understands, is refused. */
class FeatureCheckTest {
  private static final String TYPO =
      """
      Feature: f

        Rule: r

          @task.name_label.default
          Scenario: a
            Given a task of mine
            When I read its name_label
            Then its name_label is %s
      """;

  @Test
  void noFeatureOfTheKitIsRefused() throws IOException {
    assertThat(FeatureCheck.problems(FeatureFiles.in(Path.of("../features")))).isEmpty();
  }

  @Test
  void aTypoInAnExpectationIsRefusedWithFileLineAndTheNearestWord() {
    assertThat(problems(TYPO.formatted("emty")))
        .containsExactly("features/task/a.feature:9: \"emty\" is no expectation; nearest: empty");
    assertThat(problems(TYPO.formatted("a known hots")))
        .containsExactly(
            "features/task/a.feature:9: \"a known hots\" is no expectation; nearest: a known host");
  }

  @Test
  void aTextWithoutQuotationMarksIsNoExpectation() {
    assertThat(problems(TYPO.formatted("pending"))).singleElement().asString().contains(":9: ");
    assertThat(problems(TYPO.formatted("\"pending\""))).isEmpty();
    assertThat(problems(TYPO.formatted("one of pending, success")))
        .singleElement()
        .asString()
        .endsWith("nearest: one of \"A\", \"B\"");
    assertThat(problems(TYPO.formatted("one of \"pending\", \"success\""))).isEmpty();
  }

  @Test
  void aTypoInARowOfTheExamplesIsRefusedWithTheLineOfTheRow() {
    assertThat(
            problems(
                """
                Feature: f
                  Rule: r
                    @text.result
                    Scenario Outline: a result of <text>
                      Given a task of mine
                      When I set its result to <text>
                      Then its result is <text>

                      Examples:
                        | text    |
                        | emoji   |
                        | accnets |
                """))
        .containsExactly("features/task/a.feature:12: \"accnets\" is no text; nearest: accents");
  }

  @Test
  void aStepThatTheKitDoesNotHaveIsRefusedWithTheNearestOne() {
    assertThat(scenario("", "Given a tsk of mine", "When I cancel it", "Then the call succeeds"))
        .containsExactly(
            "features/task/a.feature:5: \"a tsk of mine\" is no step; nearest: a task of mine");
  }

  @Test
  void aComparisonWithWhatNothingNotedIsRefused() {
    String call = "When I call destroy with a parameter too many";
    String refused = "Then the call is refused";
    for (String compares :
        List.of(
            "And it is unchanged",
            "And the other task is unchanged",
            "And its status is unchanged",
            "And the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed")) {
      assertThat(scenario("", "Given a task of mine", call, refused, compares))
          .containsExactly(
              "features/task/a.feature:8: \""
                  + compares.substring("And ".length())
                  + "\" compares with what no step has noted");
    }
    assertThat(
            scenario(
                "",
                "Given a task of mine",
                "And I note how the other task is",
                call,
                refused,
                "And the other task is unchanged"))
        .isEmpty();
  }

  @Test
  void aNoteThatNothingComparesWithIsRefused() {
    assertThat(
            scenario(
                "", "Given I note how it is", "When I list all tasks", "Then the call succeeds"))
        .containsExactly("features/task/a.feature:4: \"a\" notes what no step compares with");
  }

  @Test
  void whatTheStepsDoStandsInTheTagsAndNothingElse() {
    assertThat(scenario("", "Given a task of mine", "When I cancel it", "Then the call succeeds"))
        .containsExactly("features/task/a.feature:4: \"a\" lacks @uses-up-a-task");
    assertThat(
            scenario("", "Given a task of mine", "When I call destroy", "Then the call succeeds"))
        .containsExactly("features/task/a.feature:4: \"a\" lacks @uses-up-a-task");
    assertThat(
            scenario("", "When I call create with a parameter missing", "Then the call succeeds"))
        .containsExactly("features/task/a.feature:4: \"a\" lacks @makes-tasks");
    assertThat(
            scenario(
                "", "Given ten tasks of mine", "When I list all tasks", "Then the call succeeds"))
        .containsExactly("features/task/a.feature:4: \"a\" lacks @many-tasks");
    assertThat(
            scenario(
                "",
                "Given a task of mine",
                "When I set its result to 64 KiB of ASCII",
                "Then the call succeeds"))
        .containsExactly("features/task/a.feature:4: \"a\" lacks @large");
    assertThat(
            scenario(
                " @large @makes-tasks @uses-up-a-task",
                "Given a task of mine",
                "When I call destroy with a parameter missing",
                "Then the call succeeds"))
        .containsExactly(
            "features/task/a.feature:4: \"a\" needs no @uses-up-a-task",
            "features/task/a.feature:4: \"a\" needs no @makes-tasks",
            "features/task/a.feature:4: \"a\" needs no @large");
  }

  private static List<String> scenario(String tags, String... steps) {
    return problems(
        "Feature: f\n  Rule: r\n    @task.destroy.effect"
            + tags
            + "\n    Scenario: a\n      "
            + String.join("\n      ", steps)
            + "\n");
  }

  private static List<String> problems(String feature) {
    return FeatureCheck.problems(Map.of("task/a.feature", feature));
  }
}
