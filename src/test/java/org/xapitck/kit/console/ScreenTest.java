package org.xapitck.kit.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScreenTest {

  @Test
  void aPipeIsNeitherWrappedNorColoured() {
    Screen pipe = Screen.of(Map.of("COLUMNS", "60")::get, StandardCharsets.UTF_8, false);
    assertThat(pipe).isEqualTo(new Screen(false, OptionalInt.empty(), false, true, false));
  }

  @Test
  void aTerminalIsAsWideAsItsVariableSaysAndColouredUnlessTheUserWantsNone() {
    Map<String, String> wide = Map.of("COLUMNS", "60", "NO_COLOR", "");
    assertThat(Screen.of(wide::get, StandardCharsets.UTF_8, true))
        .isEqualTo(new Screen(true, OptionalInt.of(60), true, true, false));
    Map<String, String> without = Map.of("COLUMNS", "60", "NO_COLOR", "1");
    assertThat(Screen.of(without::get, StandardCharsets.UTF_8, true).colour()).isFalse();
  }

  @Test
  void aLocaleWithoutUnicodeGetsNoQuestionMarksForWhatItCannotShow() {
    Screen ascii = Screen.of(Map.of("COLUMNS", "80")::get, StandardCharsets.US_ASCII, true);
    assertThat(ascii.unicode()).isFalse();
    assertThat(ascii.harmless("na\u00efve\ttext")).isEqualTo("na\\u00efve\\u0009text");
  }

  @Test
  void anAbsurdWidthLeavesRoomForAValue() {
    assertThat(Screen.of(Map.of("COLUMNS", "3")::get, StandardCharsets.UTF_8, true).width())
        .hasValue(40);
  }
}
