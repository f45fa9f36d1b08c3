package org.xapitck.kit.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A fenced block of a guide that is for a shell.
 *
 * @param guide path of the guide from the top folder
 * @param line number of the line that opens the block
 * @param script what stands in it
 * @param output the lines that the guide says it prints: the block {@code output} that follows it
 *     before any other block; {@code ...} stands for any text
 */
record Block(String guide, int line, String script, List<String> output) {

  /**
   * What a guide's block may be; with a closed list, no command hides in a block of no language.
   * The last five are those of the workbench, which the simulator's WorkbenchGuideTest runs.
   */
  private static final List<String> OTHERS =
      List.of("text", "yaml", "java", "xml", "output", "json", "python", "js", "go", "csharp");

  private static final Pattern COMMAND =
      Pattern.compile("(?m)^(\\$ |java -|src/target/|mvn |curl |xe |npm |npx |docker |podman )");

  String place() {
    return guide + ":" + line;
  }

  /** All shell blocks of a guide, in their order. */
  static List<Block> of(Path top, String guide) throws IOException {
    return of(guide, Files.readString(top.resolve(guide)));
  }

  /**
   * The one block of a language that holds a text.
   *
   * @throws AssertionError where the guide has none, or more than one
   */
  static String holding(Path top, String guide, String language, String text) throws IOException {
    List<String> found =
        Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
            .matcher(Files.readString(top.resolve(guide)))
            .results()
            .map(block -> block.group(1))
            .filter(block -> block.contains(text))
            .toList();
    assertThat(found).as("blocks of %s in %s that hold %s", language, guide, text).hasSize(1);
    return found.get(0);
  }

  static List<Block> of(String guide, String text) {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = text.lines().toList();
    boolean mayPrint = false;
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("```")) {
        continue;
      }
      String language = lines.get(i).substring(3);
      int end = lines.subList(i + 1, lines.size()).indexOf("```") + i + 1;
      assertThat(end).as("%s:%d is closed", guide, i + 1).isGreaterThan(i);
      List<String> inside = lines.subList(i + 1, end);
      if (language.equals("output")) {
        assertThat(mayPrint).as("%s:%d follows a block of commands", guide, i + 1).isTrue();
        Block before = blocks.remove(blocks.size() - 1);
        blocks.add(new Block(guide, before.line, before.script, List.copyOf(inside)));
      } else if (List.of("sh", "bash", "shell", "console").contains(language)) {
        blocks.add(new Block(guide, i + 1, String.join("\n", inside) + "\n", List.of()));
      } else {
        assertThat(OTHERS).as("language of %s:%d", guide, i + 1).contains(language);
        assertThat(String.join("\n", inside))
            .as("%s:%d, a block of no shell", guide, i + 1)
            .doesNotContainPattern(COMMAND);
      }
      mayPrint = language.equals("sh");
      i = end;
    }
    return blocks;
  }
}
