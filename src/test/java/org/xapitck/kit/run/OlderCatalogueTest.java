package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.Catalogues;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.NextCatalogue;
import org.xapitck.kit.support.Runs;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;

/** A run by an older catalogue is a run of the kit that had it: nothing that came later counts. */
class OlderCatalogueTest {
  private static final String LATER = "task.destroy.effect";
  private static final String ALWAYS = "error.destroyed";

  @TempDir Path folder;
  private Catalogue older;
  private Catalogue newest;

  @BeforeEach
  void twoVersions() throws IOException {
    Catalogues catalogues = NextCatalogue.adding(folder.resolve("catalogue"), LATER);
    newest = catalogues.newest();
    older = catalogues.find(String.valueOf(newest.number() - 1)).orElseThrow();
  }

  @Tag("slow")
  @Test
  void aWholeRunByAnOlderCatalogueKnowsNothingOfWhatCameLater() throws IOException {
    Runs.Done done =
        Runs.run(
            Runs.options(folder.resolve("report"))
                .withWires(Set.of(Wire.XMLRPC), true)
                .withCatalogue(older));

    assertThat(done.word()).isEqualTo("conformant");
    assertThat(done.results().get("catalogue").asText()).isEqualTo(older.version());
    assertThat(ids(done, "requirements"))
        .isEqualTo(older.requirements().stream().map(Requirement::id).collect(Collectors.toSet()));
    assertThat(done.verdicts()).hasSize(newest.requirements().size() - 1);
    for (JsonNode scenario : done.results().get("scenarios")) {
      assertThat(scenario.get("requirements").toString()).doesNotContain(LATER);
    }
    assertThat(Files.readString(folder.resolve("report/statement.md")))
        .contains(older.version())
        .doesNotContain(newest.version(), LATER);
    assertThat(Files.readString(folder.resolve("report/junit.xml"))).doesNotContain(LATER);
  }

  @Test
  void aFailureUnderAnOlderCatalogueIsRepeatedUnderTheSame() throws Exception {
    Seeds seeds = Seeds.of(List.of("destroy-forgets-nothing"), List.of());
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
    try (Simulator wrong = Simulator.start(SimulatorOptions.defaults().withSeeds(seeds))) {
      RunOptions options =
          Runs.options(folder.resolve("report"), wrong.uri(), accounts, "@" + ALWAYS);
      Runs.Done done = Runs.run(options.withWires(Set.of(Wire.XMLRPC), true).withCatalogue(older));
      assertThat(done.verdicts()).containsOnlyKeys(ALWAYS + " xmlrpc");
      assertThat(done.message(ALWAYS, "xmlrpc"))
          .contains("rerun " + ALWAYS)
          .contains(" --catalogue " + older.version());
    }
  }

  @Test
  void aListByAnOlderCatalogueNamesNothingThatCameLater() {
    RunOptions options = Runs.options(folder.resolve("report"));
    List<String> now = Listing.of(options.withCatalogue(newest));
    List<String> then = Listing.of(options.withCatalogue(older));
    assertThat(now).anyMatch(line -> line.contains(LATER));
    assertThat(then).noneMatch(line -> line.contains(LATER)).hasSizeLessThan(now.size());
    assertThat(now).containsAll(then.subList(0, then.size() - 1));
  }

  private static Set<String> ids(Runs.Done done, String list) {
    Set<String> ids = new TreeSet<>();
    done.results().get(list).forEach(entry -> ids.add(entry.get("id").asText()));
    return ids;
  }
}
