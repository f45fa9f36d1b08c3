package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.Catalogues;
import org.xapitck.kit.model.Requirement;

/** What is done with report folders, from the command line and through real runs. */
@Tag("slow")
class LaterCommandsTest {
  private static final String TAGS =
      "@task.set_progress.effect or @task.destroy.effect or @task.create.role or @task.uuid.form";

  @TempDir Path temp;

  @Test
  void sharesOfARunMakeTheWholeAndTheWholeCanBeHandedOver() throws IOException {
    assertThat(run("whole", "--catalogue", String.valueOf(Catalogue.packed().number()))).isZero();
    assertThat(run("one", "--shard", "1/2")).isZero();
    assertThat(run("two", "--shard", "2/2")).isZero();
    assertThat(execute("merge", at("one"), at("two"), "--out", at("merged"))).isZero();
    assertThat(verdicts("merged")).isEqualTo(verdicts("whole"));
    assertThat(json("merged").get("filter").asText()).isEqualTo(TAGS);
    assertThat(json("merged").get("scenarios")).hasSameSizeAs(json("whole").get("scenarios"));

    assertThat(execute("diff", at("whole"), at("merged"))).isZero();
    assertThat(execute("trace", "--results", at("merged"))).isZero();
    assertThat(execute("bundle", at("merged"), "--out", at("bundle.zip"))).isZero();
    assertThat(execute("verify-bundle", at("bundle.zip"))).as("a filter was used").isOne();
    assertThat(execute("spec", "--out", at("book"), "--results", at("merged"))).isZero();
    assertThat(temp.resolve("book/task.destroy.html")).content().contains("JSON-RPC 2.0: pass");
  }

  /** One scenario, so that one of two shares has none. */
  @Test
  void aShareWithoutAScenarioEndsWithZeroAndBlocksNoMerge() throws IOException {
    List<String> one = List.of("--tags", "@task.create.result", "--wire", "jsonrpc2");
    for (String share : List.of("1/2", "2/2")) {
      List<String> arguments = new ArrayList<>(List.of("run", "--shard", share));
      arguments.addAll(List.of("--report", at("share" + share.charAt(0))));
      arguments.addAll(List.of("--ledger", at("ledger")));
      arguments.addAll(one);
      assertThat(execute(arguments.toArray(String[]::new))).as(share).isZero();
    }
    assertThat(
            List.of(json("share1").get("scenarios").size(), json("share2").get("scenarios").size()))
        .containsExactlyInAnyOrder(0, 1);
    assertThat(execute("merge", at("share1"), at("share2"), "--out", at("both"))).isZero();
    assertThat(json("both").get("verdict").asText()).isEqualTo("conformant");
    assertThat(execute("merge", at("share1"), at("share1"), "--out", at("both"))).isEqualTo(2);
  }

  @Test
  void whatCannotBeUsedIsRefusedWithTwo() throws IOException {
    Files.writeString(temp.resolve("results.json"), "{}");
    assertThat(execute("diff", temp.toString(), temp.toString())).isEqualTo(2);
    assertThat(execute("merge", temp.toString(), "--out", at("x"))).isEqualTo(2);
    assertThat(execute("trace", "--results", at("nowhere"))).isEqualTo(2);
    assertThat(execute("bundle", temp.toString(), "--out", at("x.zip"))).isEqualTo(2);
    assertThat(execute("verify-bundle", at("results.json"))).isEqualTo(2);
    assertThat(execute("spec")).isEqualTo(2);
    assertThat(execute("run", "--shard", "3/2")).isEqualTo(2);
    assertThat(execute("run", "--catalogue", "0")).isEqualTo(2);
    assertThat(execute("run", "--book-url", "javascript:alert(1)")).isEqualTo(2);
  }

  @Test
  void anOlderCatalogueIsRunByItsNumberAndAnUnknownOneIsRefusedWithTheKnownOnes() {
    Kit kit = new Kit(temp);
    for (Catalogue one : Catalogues.packed().all()) {
      for (String name : List.of(one.version(), String.valueOf(one.number()))) {
        String list = kit.runHere("list", "--catalogue", name, "--wire", "xmlrpc").out();
        List<String> ids =
            list.lines()
                .filter(line -> line.contains("\t"))
                .flatMap(line -> Stream.of(line.split("\t")[1].split(",")))
                .toList();
        assertThat(ids)
            .hasSizeGreaterThan(100)
            .allMatch(id -> one.find(id).filter(Requirement::isJudged).isPresent());
      }
    }
    for (String gone : List.of("1", "2", "1-000000000000")) {
      Kit.Ended refused = kit.runHere("run", "--catalogue", gone);
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err())
          .contains(
              "--catalogue " + gone + ": this kit has the versions " + Catalogues.packed().names());
    }
  }

  @ParameterizedTest
  @CsvSource({"--help, --port", "defects, destroy-forgets-nothing", "variants, destroy-at-once"})
  void simulateEndsWhereThereIsNothingToServe(String word, String told) throws Exception {
    Kit.Ended ended = new Kit(temp).run("simulate", word);
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains(told);
  }

  private int run(String folder, String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = "run";
    arguments[1] = "--tags";
    arguments[2] = TAGS;
    arguments[3] = "--report";
    arguments[4] = at(folder);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return execute(arguments);
  }

  private int execute(String... arguments) {
    return new Kit(temp).runHere(arguments).code();
  }

  private String at(String name) {
    return temp.resolve(name).toString();
  }

  private JsonNode json(String folder) throws IOException {
    return new ObjectMapper().readTree(temp.resolve(folder + "/results.json").toFile());
  }

  private Map<String, String> verdicts(String folder) throws IOException {
    Map<String, String> verdicts = new TreeMap<>();
    for (JsonNode entry : json(folder).get("requirements")) {
      verdicts.put(
          entry.get("id").asText() + " " + entry.get("wire").asText(),
          entry.get("verdict").asText() + " " + entry.get("scenarios"));
    }
    return verdicts;
  }
}
