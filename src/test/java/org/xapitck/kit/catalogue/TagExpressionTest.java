package org.xapitck.kit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagExpressionTest {
  private static final Catalogue CATALOGUE = Catalogue.packed();

  @ParameterizedTest
  @CsvSource({
    "@task.cancel.effect or @no.such, @no.such",
    "@no.such or @task.cancel.effect, @no.such",
    "not(@task.cance), @task.cance",
    "task.cancel.effect, task.cancel.effect",
    "@task.cancel. or @task.create, @task.cancel.",
    "@task.cancel and @uses-up-a-task, @uses-up-a-task",
    "@no.such and (@nor.that), '@no.such, @nor.that'",
  })
  void anUnknownTagIsNamed(String text, String unknown) {
    assertThatThrownBy(() -> TagExpression.of(text, CATALOGUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "the tags \"" + text + "\" hold " + unknown + ", which is no tag of catalogue ")
        .hasMessageContaining("such as @task.cancel");
  }

  @Test
  void theFrontOfAnIdUpToADotChoosesAllThatBeginLikeThis() {
    TagExpression ofCancel = TagExpression.of("@task.cancel", CATALOGUE);
    assertThat(ofCancel.chooses(List.of("task.cancel.effect"))).isTrue();
    assertThat(ofCancel.chooses(List.of("task.create.effect", "task.cancel.role"))).isTrue();
    assertThat(ofCancel.chooses(List.of("task.create.effect"))).isFalse();
    TagExpression ofOthers = TagExpression.of("@task and not @task.cancel", CATALOGUE);
    assertThat(ofOthers.chooses(List.of("task.cancel.effect"))).isFalse();
    assertThat(ofOthers.chooses(List.of("task.create.result"))).isTrue();
    assertThat(ofOthers.chooses(List.of("session.login"))).isFalse();
  }

  @Test
  void anIdChoosesItselfAndNoOther() {
    TagExpression one = TagExpression.of("@task.cancel.effect", CATALOGUE);
    assertThat(one.chooses(List.of("task.cancel.effect"))).isTrue();
    assertThat(one.chooses(List.of("task.cancel.role"))).isFalse();
    // or a rerun of one requirement would run another as well
    assertThat(CATALOGUE.requirements())
        .allSatisfy(
            entry ->
                assertThat(CATALOGUE.requirements())
                    .noneMatch(other -> other.id().startsWith(entry.id() + ".")));
  }

  @Test
  void noTagsChooseEverything() {
    assertThat(TagExpression.of("", CATALOGUE).chooses(List.of("task.cancel.effect"))).isTrue();
  }
}
