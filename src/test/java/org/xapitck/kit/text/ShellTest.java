package org.xapitck.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellTest {
  @Test
  void nothingInQuotesMeansAnythingToTheShell() {
    assertThat(Shell.quoted("it's $HOME")).isEqualTo("'it'\\''s $HOME'");
    assertThat(Shell.quoted("")).isEqualTo("''");
  }

  @Test
  void onlyWhatNeedsQuotesGetsThem() {
    assertThat(Shell.word("http://host:80/a,b=c")).isEqualTo("http://host:80/a,b=c");
    assertThat(Shell.word("a b")).isEqualTo("'a b'");
    assertThat(Shell.word("")).isEqualTo("''");
    assertThat(Shell.word("a;b")).isEqualTo("'a;b'");
  }
}
