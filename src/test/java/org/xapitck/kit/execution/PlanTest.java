package org.xapitck.kit.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.TagExpression;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;

class PlanTest {
  private static final Catalogue CATALOGUE = Catalogue.packed();

  /** In one feature, in several, in nearly all; in a feature that judges work of the server. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@text.other_config",
        "@task.cancel or @error.role",
        "@task.cancel and @task.cancel.role",
        "@task.get_all and not @task.get_all.role",
        "not @task",
        "@task.result.encoded or @task.uuid"
      })
  void noChosenScenarioIsLostThoughNotEveryFeatureIsRead(String tags) {
    TagExpression chosen = TagExpression.of(tags, CATALOGUE);
    assertThat(found(tags))
        .isNotEmpty()
        .isEqualTo(found("").stream().filter(one -> chosen.chooses(one.requirements())).toList());
  }

  private static List<CucumberExecution.Found> found(String tags) {
    RunOptions options =
        RunOptions.defaults(Path.of("no-report"))
            .withWires(Set.of(Wire.JSONRPC2), false)
            .withTags(tags);
    return Plan.of(options, CATALOGUE, Release.PAGE).wires().get(Wire.JSONRPC2).found();
  }
}
