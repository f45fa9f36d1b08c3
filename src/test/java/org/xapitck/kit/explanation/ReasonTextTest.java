package org.xapitck.kit.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonTextTest {

  @Test
  void everyReasonHasASentence() {
    assertThat(Reasons.all()).allSatisfy(one -> assertThat(one.text()).isNotBlank());
  }

  @Test
  void noTwoReasonsWithoutFreeWordsSayTheSame() {
    assertThat(Reasons.all().stream().map(Reason::text).filter(text -> text.length() > 10).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyKindOfReasonIsAmongTheSamples() {
    assertThat(
            Reasons.all().stream()
                .map(one -> one.getClass().getSimpleName())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Reason.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
  }

  @Test
  void noTextOfAReasonIsForgottenWhenSecretsAreMasked() {
    assertThat(Reasons.all())
        .allSatisfy(
            one ->
                assertThat(one.redacted(text -> text.replace(Reasons.WORD, "***")).toString())
                    .doesNotContain(Reasons.WORD));
  }

  @Test
  void theAccountOfAnotherRoleIsToldByWhatItMay() {
    assertThat(Reasons.all().stream().map(Reason::text))
        .contains(
            "the account given for read-only has pool-admin's permissions",
            "the account given for read-only has a lower role's permissions");
  }
}
