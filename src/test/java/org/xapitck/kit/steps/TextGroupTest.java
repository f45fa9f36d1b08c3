package org.xapitck.kit.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The texts that a feature names are those that its README lists. */
class TextGroupTest {

  @Test
  void noGroupIsListedOtherwiseThanItIsSent() throws IOException {
    String readme = Files.readString(Path.of("../features/README.md"));
    for (TextGroup group : TextGroup.values()) {
      String which =
          group.texts().stream()
              .map(text -> "`" + written(text) + "`")
              .collect(Collectors.joining(" "));
      assertThat(readme)
          .containsPattern(
              "\\| `" + group.words() + "` \\| [a-z, JSON]+ \\| " + quoted(which) + " \\|\n");
    }
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text);
  }

  private static String written(String text) {
    return text.codePoints()
        .mapToObj(
            point ->
                switch (point) {
                  case '\t' -> "\\t";
                  case '\n' -> "\\n";
                  case '\r' -> "\\r";
                  default ->
                      point < 0x7f
                          ? Character.toString(point)
                          : Character.toString(point)
                              .chars()
                              .mapToObj(unit -> String.format("\\u%04x", unit))
                              .collect(Collectors.joining());
                })
        .collect(Collectors.joining());
  }

  /** A list is compared without its order, so two equal texts would hide one that is lost. */
  @Test
  void noTextStandsTwice() {
    List<String> all =
        Arrays.stream(TextGroup.values()).flatMap(group -> group.texts().stream()).toList();
    assertThat(all).doesNotHaveDuplicates().hasSize(44);
  }
}
