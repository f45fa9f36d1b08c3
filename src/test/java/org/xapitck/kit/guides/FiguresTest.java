package org.xapitck.kit.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README boasts of is what the proof found. */
class FiguresTest {
  private static final Path TOP = Path.of("..");

  @Test
  void theReadmeNamesNoOtherFiguresThanTheProof() throws IOException {
    MatchResult proof =
        find(
            "simulator/DEFECTS.md",
            "(\\d+) defects, .*; (\\d+) variants\\.\\s+They break each of the (\\d+) requirements");
    MatchResult readme =
        find(
            "README.md",
            "wrong in (\\d+) ways[\\s\\S]*All (\\d+) requirements[\\s\\S]*In (\\d+) ways");
    assertThat(readme.group(1)).as("defects").isEqualTo(proof.group(1));
    assertThat(readme.group(2)).as("requirements").isEqualTo(proof.group(3));
    assertThat(readme.group(3)).as("variants").isEqualTo(proof.group(2));
  }

  private static MatchResult find(String file, String pattern) throws IOException {
    String text = Files.readString(TOP.resolve(file));
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + " has no sentence like " + pattern));
  }
}
