package org.xapitck.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The verdict names what the user left out. */
class DeclaredScopeTest {
  private static final Optional<Set<String>> TWO = Optional.of(Set.of("root", "read-only"));

  @Test
  void theWordsNameEverythingThatIsLeftOut() {
    assertThat(DeclaredScope.EVERYTHING.words()).isEmpty();
    assertThat(new DeclaredScope(TWO, false).words()).isEqualTo("roles read-only, root");
    assertThat(new DeclaredScope(Optional.empty(), true).words()).isEqualTo("read-only");
    assertThat(DeclaredScope.EVERYTHING.withoutWrongPassword().words())
        .isEqualTo("everything but a wrong password");
    assertThat(new DeclaredScope(TWO, true).withoutWrongPassword().words())
        .isEqualTo("roles read-only, root; read-only; no wrong password");
  }
}
