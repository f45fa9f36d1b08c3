package org.xapitck.kit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;

class CatalogueVersionTest {

  @Test
  void twoKitsWithTheSameWordsHaveTheSameVersion() {
    assertThat(Catalogue.packed().version())
        .isEqualTo(Catalogue.packed().version())
        .matches("\\d+-[0-9a-f]{12}");
    assertThat(version(Level.MUST, "A sentence.", "another note"))
        .isEqualTo(version(Level.MUST, "A sentence.", ""));
  }

  @Test
  void aRequirementThatDemandsSomethingElseChangesTheVersion() {
    assertThat(version(Level.SHOULD, "A sentence.", ""))
        .isNotEqualTo(version(Level.MUST, "A sentence.", ""));
    assertThat(version(Level.MUST, "Another sentence.", ""))
        .isNotEqualTo(version(Level.MUST, "A sentence.", ""));
  }

  private static String version(Level level, String text, String note) {
    return new Catalogue(
            List.of(
                new Requirement(
                    "task.destroy.effect",
                    Requirement.Kind.MESSAGE,
                    level,
                    "rio",
                    new Requirement.Wording("line 140, message destroy", text, note))))
        .version();
  }
}
