package org.xapitck.kit.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A reader who follows a link of a guide arrives, at the right heading. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  @Test
  void everyLinkOfAGuideLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (String guide : Guides.markdown()) {
      for (String target : links(Guides.text(guide))) {
        links++;
        if (!arrives(guide, target)) {
          broken.add(guide + ": " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
    // 20: were it far fewer, the search would have missed them
    assertThat(links).isGreaterThan(20);
  }

  @Test
  void aLinkThatLeadsNowhereIsFound() throws IOException {
    assertThat(links("[a](b.md#c), ![d](e.png)\n\n```sh\n[ x ](y)\n```\n"))
        .containsExactly("b.md#c", "e.png");
    assertThat(arrives("README.md", "src/README.md")).isTrue();
    assertThat(arrives("README.md", "src/NOWHERE.md")).isFalse();
    assertThat(arrives("README.md", "#no-such-heading")).isFalse();
  }

  @Test
  void anchorsAreThoseOfGitHub() {
    assertThat(
            Anchors.of(
                "# The `doctor`: look, first!\n\n## A_b - C\n\n```sh\n# no\n```\n## A_b - C\n"))
        .containsExactly("the-doctor-look-first", "a_b---c", "a_b---c-1");
  }

  /** A guide that nobody can reach from the first one is read by nobody. */
  @Test
  void theReadmeLeadsToEveryGuide() throws IOException {
    List<String> targets = links(Guides.text("README.md"));
    assertThat(Guides.ALL.subList(1, Guides.ALL.size()))
        .allMatch(
            guide -> targets.stream().anyMatch(one -> one.replaceFirst("#.*", "").equals(guide)));
  }

  @Test
  void everyGuideWithCommandsIsRun() throws IOException {
    for (String guide : Guides.markdown()) {
      if (!Guides.ALL.contains(guide) && !guide.equals("simulator/DEFECTS.md")) {
        assertThat(Block.of(Guides.TOP, guide)).as(guide).isEmpty();
      }
    }
  }

  private static List<String> links(String markdown) {
    return LINK.matcher(Anchors.withoutBlocks(markdown))
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.matches("https?://.*"))
        .toList();
  }

  private static boolean arrives(String guide, String target) throws IOException {
    String[] sides = target.split("#", 2);
    Path file =
        sides[0].isEmpty()
            ? Guides.TOP.resolve(guide)
            : Guides.TOP.resolve(guide).resolveSibling(sides[0]).normalize();
    if (!Files.exists(file)) {
      return false;
    }
    return sides.length == 1 || Anchors.of(Files.readString(file)).contains(sides[1]);
  }
}
