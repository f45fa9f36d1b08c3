package org.xapitck.kit.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command of a guide may escape from being run. */
class BlockTest {

  @ParameterizedTest
  @ValueSource(strings = {"sh", "bash", "shell", "console"})
  void noShellBlockIsPassedOver(String language) {
    assertThat(Block.of("G.md", "words\n\n```" + language + "\nls\npwd\n```\n"))
        .containsExactly(new Block("G.md", 3, "ls\npwd\n", List.of()));
  }

  @Test
  void whatABlockPrintsIsNotTakenForCommands() {
    assertThat(Block.of("G.md", "```sh\nls\n```\n\nprints\n\n```output\na\nb\n```\n"))
        .containsExactly(new Block("G.md", 1, "ls\n", List.of("a", "b")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\nls\n```\n", // no language: nobody knows whether it is for a shell
        "```text\njava -jar kit.jar\n```\n",
        "```text\nsrc/target/kit run\n```\n",
        "```output\na\n```\n", // of no block
        "```sh\nls\n```\n```text\na\n```\n```output\na\n```\n", // of which?
        "```sh\nls\n" // never closed
      })
  void aBlockThatCouldHideACommandIsRefused(String guide) {
    assertThatThrownBy(() -> Block.of("G.md", guide)).isInstanceOf(AssertionError.class);
  }
}
