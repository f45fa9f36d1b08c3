package org.xapitck.kit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No output may show a password or a session, however it was spelt on the way. */
class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p&<>\"'/ \\\u00e9",
        "p%26%3C%3E%22%27%2F+%5C%C3%A9",
        "p%26%3C%3E%22%27%2F%20%5C%C3%A9",
        "cCY8PiInLyBcw6k=",
        "p&amp;&lt;&gt;\"'/ \\\u00e9",
        "p&amp;&lt;>\"'/ \\\u00e9",
        "p&amp;&lt;&gt;&quot;&apos;/ \\\u00e9",
        "p&amp;&lt;&gt;&quot;&#39;/ \\\u00e9",
        "p&<>\\\"'/ \\\\\u00e9",
        "p&<>\\\"'\\/ \\\\\u00e9",
        "p&<>\\\"'/ \\\\\\u00e9",
      })
  void aSecretIsMaskedInEachSpelling(String spelling) {
    Secrets secrets = new Secrets();
    secrets.add("p&<>\"'/ \\\u00e9");
    assertThat(secrets.mask("a " + spelling + " b " + spelling)).isEqualTo("a *** b ***");
  }

  @Test
  void aSecretWithinAnotherLeavesNoRest() {
    Secrets secrets = new Secrets();
    secrets.add("pass");
    secrets.add("password1");
    secrets.add("");
    assertThat(secrets.mask("password1 pass word")).isEqualTo("*** *** word");
  }

  @Test
  void aShortSecretIsMaskedOnlyAsAWholeText() {
    Secrets secrets = new Secrets();
    secrets.add("abc");
    assertThat(secrets.mask("[\"abc\", \"abcd\"] <value>abc</value> abc"))
        .isEqualTo("[\"***\", \"abcd\"] <value>***</value> abc");
  }

  @Test
  void aSecretThatWasCutOffLeavesNoBeginning() {
    Secrets secrets = new Secrets();
    secrets.add("OpaqueRef:session");
    secrets.add("p<ssword");
    assertThat(secrets.mask("got OpaqueRef:sess..., then &lt;p&lt;sswo..., then pas... and ..."))
        .isEqualTo("got ***..., then &lt;***..., then pas... and ...");
  }
}
