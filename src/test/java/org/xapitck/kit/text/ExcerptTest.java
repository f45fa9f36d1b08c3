package org.xapitck.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  /** Two chars in Java, one character for people. */
  private static final String SMILE = "\ud83d\ude00";

  @Test
  void aTextThatIsShortEnoughIsNotCut() {
    assertThat(Excerpt.shortened("four", 4)).isEqualTo("four");
    assertThat(Excerpt.fitting("four", 4)).isEqualTo("four");
    assertThat(Excerpt.shortened("", 0)).isEmpty();
  }

  @Test
  void whatIsCutSaysSo() {
    assertThat(Excerpt.shortened("longer", 4)).isEqualTo("long...");
    assertThat(Excerpt.fitting("longer text", 6)).isEqualTo("lon...");
    assertThat(Excerpt.shortened("longer", 0)).isEqualTo("...");
  }

  @Test
  void noCharacterIsCutInHalf() {
    assertThat(Excerpt.shortened("abc" + SMILE + "d", 4)).isEqualTo("abc...");
    assertThat(Excerpt.shortened("abc" + SMILE + "d", 5)).isEqualTo("abc" + SMILE + "...");
    assertThat(Excerpt.fitting("abc" + SMILE + "defgh", 7)).isEqualTo("abc...");
    assertThat(Excerpt.line("abc" + SMILE + "d", 4)).isEqualTo("abc...");
  }

  @Test
  void aLineHoldsNoLineEndAndNothingThatCannotBePrinted() {
    assertThat(Excerpt.line("a\nb\rc\td\u001b[2Je", 20)).isEqualTo("a b c d\ufffd[2Je");
  }

  @Test
  void theFirstLineEndsAtWhateverEndsALine() {
    assertThat(Excerpt.firstLine("one\ntwo")).isEqualTo("one");
    assertThat(Excerpt.firstLine("one\r\ntwo")).isEqualTo("one");
    assertThat(Excerpt.firstLine("one")).isEqualTo("one");
    assertThat(Excerpt.firstLine("")).isEmpty();
  }
}
