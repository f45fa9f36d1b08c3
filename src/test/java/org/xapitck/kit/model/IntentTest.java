package org.xapitck.kit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntentTest {
  private static final List<String> TAGS =
      List.of(
          "task.cancel.role", "role-matrix", "task.cancel.effect", "uses-up-a-task", "large-ish");

  @Test
  void anIntentIsNeverTakenForARequirement() {
    assertThat(Intent.requirements(TAGS))
        .containsExactly("task.cancel.role", "task.cancel.effect", "large-ish");
  }

  @Test
  void aRequirementIsNeverTakenForAnIntent() {
    assertThat(Intent.in(TAGS)).containsExactly(Intent.USES_UP_A_TASK, Intent.ROLE_MATRIX);
  }
}
