package org.xapitck.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void noControlCharacterReachesATerminal() {
    assertThat(Printable.escaped("a\u001b[2J\rb\u0085\u007f\nc"))
        .isEqualTo("a\\u001b[2J\\u000db\\u0085\\u007f\nc");
  }

  @Test
  void noMarkMakesOneTextLookLikeAnother() {
    assertThat(Printable.escaped("a\u202eb\ud800c")).isEqualTo("a\\u202eb\\ud800c");
    assertThat(Printable.escaped("\ud83d\ude00 ü")).isEqualTo("\ud83d\ude00 ü");
  }

  @Test
  void noControlCharacterReachesAFile() {
    assertThat(Printable.stripped("a\u001b[2J\rb\nc\ud800d")).isEqualTo("a[2Jb\ncd");
    assertThat(Printable.stripped("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
  }
}
