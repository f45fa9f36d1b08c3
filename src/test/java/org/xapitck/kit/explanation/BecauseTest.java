package org.xapitck.kit.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever keeps a requirement from being tested has an id or a word of a closed list. */
class BecauseTest {
  private static final Set<String> WORDS =
      Arrays.stream(Because.Word.values()).map(Because.Word::id).collect(Collectors.toSet());

  /** What never makes a requirement not testable, or what nobody can explain by its nature. */
  private static final Set<Class<?>> UNEXPLAINED =
      Set.of(
          Reason.Contradicted.class,
          Reason.Unexplained.class,
          Reason.NotPrepared.class,
          Reason.Stated.class,
          Reason.PublishedLater.class,
          Reason.RolesCameLater.class,
          Reason.WireCameLater.class,
          Reason.MapIsOpen.class,
          Reason.OperationNeverShown.class,
          Reason.Restored.class);

  @Test
  void everyReasonIsARequirementOrAWordOfTheList() {
    assertThat(Reasons.all())
        .allSatisfy(
            one ->
                assertThat(Because.of(one))
                    .as(one.toString())
                    .satisfiesAnyOf(
                        said -> assertThat(said).isIn(WORDS),
                        said -> assertThat(said).isEqualTo(Reasons.WORD),
                        said -> assertThat(said).isEqualTo(((Reason.Restored) one).because())));
  }

  /**
   * A new reason that nobody gave a word would be "unexplained", which blames nobody and nothing.
   */
  @Test
  void noReasonIsUnexplainedThatHasAnExplanation() {
    Set<String> unexplained =
        Reasons.all().stream()
            .filter(one -> Because.of(one).equals(Because.Word.UNEXPLAINED.id()))
            .filter(one -> !UNEXPLAINED.contains(one.getClass()))
            .map(Object::toString)
            .collect(Collectors.toSet());
    assertThat(unexplained)
        .containsExactlyInAnyOrder(
            // these make a requirement not applicable, never not testable
            "OTHER_WIRES_ONLY",
            "NEVER_JUDGED",
            "TRIED_ON_ANOTHER_WIRE",
            "CANCEL_REFUSED",
            "NO_NEAR_MISS",
            "ONE_WIRE",
            "SHORT_RUN");
  }

  @Test
  void noWordIsWithoutAReason() {
    Set<String> said = Reasons.all().stream().map(Because::of).collect(Collectors.toSet());
    assertThat(said).containsAll(WORDS);
  }

  @Test
  void whatIsSaidInOneWordIsNeverEmpty() {
    List<Reason> nameless =
        List.of(
            new Reason.NotPrepared("Given", "expected", "actual", "call", ""),
            new Reason.Contradicted("task.create.result", "seen"));
    assertThat(nameless).allMatch(one -> Because.of(one).equals(Because.Word.UNEXPLAINED.id()));
  }

  @Test
  void ofAnOlderRunOnlyWhatIsNoWordIsARequirement() {
    for (Because.Word word : Because.Word.values()) {
      assertThat(Because.requirement(Optional.of(new Reason.Restored("why", word.id())))).isEmpty();
    }
    assertThat(Because.requirement(Optional.of(new Reason.Restored("why", "task.create.result"))))
        .contains("task.create.result");
  }
}
