package org.xapitck.kit.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
  void secretsThatOverlapLeaveNoRestOfEither() {
    Secrets secrets = new Secrets();
    secrets.add("abcdef");
    secrets.add("defghijk");
    assertThat(secrets.mask("xabcdefghijky abcdefdefghijk")).isEqualTo("x***y ******");
  }

  /** The quick way has to find what a plain search for each form finds. */
  @Test
  void noSecretIsOverlookedInAnyText() {
    Random random = new Random(20261127);
    for (int round = 0; round < 2_000; round++) {
      Secrets secrets = new Secrets();
      List<String> all = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        all.add(word(random, 4 + random.nextInt(5)));
        secrets.add(all.get(all.size() - 1));
      }
      String text = word(random, 60);
      String masked = secrets.mask(text);
      assertThat(all).as("%s of %s", masked, text).noneMatch(masked::contains);
      boolean holdsOne = all.stream().anyMatch(text::contains);
      assertThat(masked.contains(Secrets.MASK)).as(text).isEqualTo(holdsOne);
    }
  }

  private static String word(Random random, int length) {
    return random
        .ints(length, 'a', 'd')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void aSecretAcrossTheEndOfWhatIsKeptLeavesNoBeginning() {
    Secrets secrets = new Secrets();
    secrets.add("OpaqueRef:session");
    String text = "ab OpaqueRef:session cd";
    for (int length = 0; length <= text.length(); length++) {
      String expected =
          length <= 3
              ? text.substring(0, length)
              : "ab ***" + (length > 20 ? text.substring(20, length) : "");
      assertThat(secrets.mask(text, length)).isEqualTo(expected);
    }
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
