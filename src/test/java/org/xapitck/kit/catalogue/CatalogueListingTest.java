package org.xapitck.kit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Requirement;

/**
 * What the published words of version 3 come to, every template expanded. Whoever changes what a
 * requirement says changes the listing with it, on purpose.
 */
class CatalogueListingTest {
  private static final Path LISTING = Path.of("test/resources/catalogue-listing.txt");

  /** The facts that the page states, by the key that says them. */
  private static final Map<String, Class<? extends Fact>> FACTS =
      new TreeMap<>(
          Map.of(
              "access", Fact.Access.class,
              "default", Fact.Default.class,
              "parameters", Fact.Parameters.class,
              "result", Fact.Result.class,
              "role", Fact.MinimumRole.class,
              "type", Fact.FieldType.class,
              "work", Fact.Work.class));

  @Test
  void noRequirementSaysAnythingElseThanItsListing() throws IOException {
    StringBuilder listing = new StringBuilder();
    Catalogue.packed().requirements().forEach(requirement -> list(listing, requirement));
    assertThat(listing.toString()).isEqualTo(Files.readString(LISTING));
  }

  private static void list(StringBuilder listing, Requirement requirement) {
    listing.append(requirement.id()).append('\n');
    line(listing, "kind", requirement.kind().isPart() ? requirement.kind().id() : "");
    line(listing, "level", requirement.level().id());
    line(listing, "since", requirement.since());
    line(listing, "source", requirement.source());
    line(listing, "text", requirement.text());
    line(listing, "note", requirement.note());
    line(listing, "reason", requirement.reason().orElse(""));
    line(listing, "wires", new TreeSet<>(requirement.wires()).toString());
    FACTS.forEach(
        (key, type) ->
            requirement
                .fact(type)
                .ifPresent(
                    fact -> listing.append("  " + key + ": ").append(fact.words()).append('\n')));
  }

  private static void line(StringBuilder listing, String key, String value) {
    if (!value.isEmpty()) {
      listing.append("  ").append(key).append(": ").append(value).append('\n');
    }
  }
}
