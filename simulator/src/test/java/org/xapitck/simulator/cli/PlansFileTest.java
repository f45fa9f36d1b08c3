package org.xapitck.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.plan.Plan;

/** A plan file is read whole or refused with the line and the key. */
class PlansFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "success",
        "failure",
        "slow",
        "stuck",
        "cancellable",
        "slow-cancel",
        "refuses-cancel",
        "subtasks"
      })
  void eightPlansShip(String name) {
    assertThat(PlansFile.shipped().find(name)).isPresent();
  }

  @Test
  void aPlanIsWhatTheFileSays() throws Exception {
    Plan plan =
        PlansFile.read(
                file(
                    """
                    mine:
                      steps: [{after: 0.5, progress: 0.25}]
                      after: 2
                      error: [MY_ERROR, p]
                      cancel: 3
                      subtasks: [part]
                    part: {result: <a>}
                    """))
            .find("mine")
            .orElseThrow();
    assertThat(plan.steps()).containsExactly(new Plan.Step(Duration.ofMillis(500), 0.25));
    assertThat(plan.rest()).isEqualTo(Duration.ofSeconds(2));
    assertThat(plan.cancel()).hasValue(Duration.ofSeconds(3));
    assertThat(plan.subtasks()).isEqualTo(List.of("part"));
    assertThat(plan.outcome()).isInstanceOf(Plan.Outcome.Fails.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: {result: x, speed: 1}           | line 1: a has the unknown key speed; allowed are steps,
          a: {steps: [{at: 1}], result: x}   | line 1: a step of a has the unknown key at; allowed are after,
          a: {after: soon, result: x}        | line 1: after of a must be a number
          a: {after: -1, result: x}          | line 1: after of a must be a number
          a: {steps: [{after: 1}], result: x}| line 1: a step of a needs a progress
          a: {after: 1}                      | line 1: a needs exactly one of result, error and stuck
          a: {result: x, stuck: true}        | line 1: a needs exactly one of result, error and stuck
          a: {error: []}                     | line 1: error of a needs a code
          a: {result: x, subtasks: [b]}      | line 1: a has the subtask b, which is no plan of the file
          [a]                                | line 1: the file must be a map
          a: [                               | is no YAML
          """)
  void aWrongFileIsRefusedByLineAndKey(String text, String why) throws Exception {
    Path file = file(text);
    assertThatThrownBy(() -> PlansFile.read(file))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("The plan file " + file)
        .hasMessageContaining(why);
  }

  @Test
  void aKeyFurtherDownIsNamedByItsLine() throws Exception {
    Path file = file("a: {result: x}\nb:\n  result: y\n  colour: red\n");
    assertThatThrownBy(() -> PlansFile.read(file))
        .hasMessageContaining("line 4: b has the unknown key colour");
  }

  @Test
  void aMissingFileIsRefused() {
    assertThatThrownBy(() -> PlansFile.read(folder.resolve("none")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cannot be read");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("plans.yaml"), text);
  }

  @Test
  void aDeepOrLargeFileIsOneSentence() throws Exception {
    Path file = Files.writeString(folder.resolve("deep.yaml"), "a: " + "[".repeat(250_000));
    assertThatThrownBy(() -> PlansFile.read(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("deep.yaml is nested deeper than 20 levels in line 1");
    Files.writeString(file, "#" + "x".repeat(1024 * 1024));
    assertThatThrownBy(() -> PlansFile.read(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("deep.yaml is larger than 1 MiB");
  }
}
