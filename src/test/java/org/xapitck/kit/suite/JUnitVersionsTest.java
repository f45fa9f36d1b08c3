package org.xapitck.kit.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JUnitVersionsTest {
  @Test
  void theJarsTellTheirVersions() {
    JUnitVersions found = JUnitVersions.found();
    assertThat(found.platform()).isPresent().isEqualTo(found.jupiter());
    assertThatCode(found::requireSupported).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"6.0.3, 6.0.3", "6.1.0-M1, 6.1.0-M1", "1.14.4, 5.14.4", "1.14.0, ", ", 5.10.2", ","})
  void oneLineIsFine(String platform, String jupiter) {
    assertThatCode(() -> of(platform, jupiter).requireSupported()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"6.0.3, 5.14.4", "1.14.2, 6.0.3"})
  void aMixIsRefusedBeforeAnyTest(String platform, String jupiter) {
    assertThatThrownBy(() -> of(platform, jupiter).requireOneLine())
        .hasMessageContainingAll(platform, jupiter, "import org.junit:junit-bom 5.14 or newer");
  }

  /** The other tests of such a project run, so only the certification is refused. */
  @Test
  void anOldJUnitIsRefusedByTheKitAlone() {
    JUnitVersions old = of("1.10.2", "5.10.2");
    assertThatCode(old::requireOneLine).doesNotThrowAnyException();
    assertThatThrownBy(old::requireSupported)
        .hasMessageStartingWith("the kit cannot run on JUnit Platform 1.10.2; import")
        .hasMessageContaining("org.junit:junit-bom 5.14 or newer");
  }

  private static JUnitVersions of(String platform, String jupiter) {
    return new JUnitVersions(Optional.ofNullable(platform), Optional.ofNullable(jupiter));
  }
}
