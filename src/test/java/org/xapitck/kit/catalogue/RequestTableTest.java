package org.xapitck.kit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.RequestForm;
import org.xapitck.kit.model.Requirement;

/** The table of forms in the guide to the features. */
class RequestTableTest {
  private static final Path FEATURES = Path.of("..", "features");

  private static List<String> rows() throws IOException {
    try (Stream<String> lines = Files.lines(FEATURES.resolve("README.md"))) {
      return lines.filter(line -> line.matches("\\| `(?:wire|http)\\..*\\.?request\\..*")).toList();
    }
  }

  @Test
  void eachRequirementOfARequestStandsInTheTableWithItsLevel() throws IOException {
    List<String> rows = rows();
    assertThat(Catalogue.packed().requirements())
        .filteredOn(one -> one.id().contains(".request.") && one.isJudged())
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(rows)
                    .anyMatch(
                        row ->
                            row.contains("`" + one.id() + "`")
                                && row.contains("| " + one.level().id() + " |")));
  }

  @Test
  void eachFormStandsInTheTableAndInAFeature() throws IOException {
    String table = String.join("\n", rows());
    StringBuilder features = new StringBuilder();
    for (Path feature :
        List.of(
            Path.of("xmlrpc_requests.feature"),
            Path.of("json1_requests.feature"),
            Path.of("json2_requests.feature"),
            Path.of("http_requests.feature"))) {
      features.append(Files.readString(FEATURES.resolve("wire").resolve(feature)));
    }
    for (RequestForm form : RequestForm.values()) {
      assertThat(table).contains("`" + form.words() + "`");
      assertThat(features).contains(form.words());
    }
  }

  @Test
  void noRequirementOfARequestIsUntestable() {
    assertThat(Catalogue.packed().requirements())
        .filteredOn(one -> one.id().contains(".request.") && !one.isJudged())
        .extracting(Requirement::id)
        .containsExactlyInAnyOrder("wire.xmlrpc.request.other_values", "http.request.other");
  }
}
