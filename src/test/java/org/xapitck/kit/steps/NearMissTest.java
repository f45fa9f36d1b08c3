package org.xapitck.kit.steps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A near miss differs, by as little as it says. */
class NearMissTest {
  private static final String REF = "OpaqueRef:0b7f9a3e-9f00-4c1d-8a2f-7e5d4c3b2a9f";

  @ParameterizedTest
  @EnumSource
  void noNearMissIsTheRightText(NearMiss miss) {
    assertThat(miss.to(REF)).isNotEqualTo(REF);
    assertThat(miss.to("9"))
        .satisfiesAnyOf(
            near -> assertThat(near).isNotEqualTo("9"),
            near -> assertThat(miss.name()).contains("CASE"));
    assertThat(miss.to("")).isEmpty();
  }

  @Test
  void eachIsWhatItSays() {
    assertThat(NearMiss.LAST.to(REF)).isEqualTo(REF.substring(0, REF.length() - 1) + "a");
    assertThat(NearMiss.FIRST.to(REF)).isEqualTo("OpaqueRef:1" + REF.substring(11));
    assertThat(NearMiss.MIDDLE.to("abc9e")).isEqualTo("abd9e");
    assertThat(NearMiss.ONE_CASE.to("4 xapi")).isEqualTo("4 Xapi");
    assertThat(NearMiss.CASE.to("aB:c-1")).isEqualTo("Ab:C-1");
    assertThat(NearMiss.BLANK.to("a")).isEqualTo("a ");
    assertThat(NearMiss.SHORTER.to("ab")).isEqualTo("a");
    assertThat(NearMiss.LONGER.to("ab")).isEqualTo("abx");
  }
}
