package org.xapitck.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;

/** The table of defects and variants, and what may be chosen from it. */
class SeedsTest {

  @Test
  void thereAreEnoughAndNoTwoHaveOneIdOrOneSentence() {
    List<Defect> own = Defects.all().stream().filter(d -> d.family().isEmpty()).toList();
    assertThat(own).hasSizeGreaterThanOrEqualTo(90);
    assertThat(Variants.all()).hasSizeGreaterThanOrEqualTo(20);
    Set<String> ids = new HashSet<>();
    Set<String> sentences = new HashSet<>();
    for (Defect defect : Defects.all()) {
      assertThat(ids.add(defect.id())).as(defect.id()).isTrue();
      assertThat(sentences.add(defect.sentence())).as(defect.sentence()).isTrue();
      assertThat(defect.breaks()).as(defect.id()).isNotEmpty();
    }
    for (Variant variant : Variants.all()) {
      assertThat(ids.add(variant.id())).as(variant.id()).isTrue();
    }
  }

  @Test
  void anUnknownIdIsToldTheThreeNearest() {
    assertThatThrownBy(() -> Seeds.of(List.of("destroy-forgets-nothin"), List.of()))
        .isInstanceOf(UnknownSeed.class)
        .hasMessageContaining("Unknown defect destroy-forgets-nothin; the nearest are")
        .hasMessageContaining("destroy-forgets-nothing,");
    assertThatThrownBy(() -> Seeds.of(List.of(), List.of("chunkd")))
        .isInstanceOf(UnknownSeed.class)
        .hasMessageContaining("Unknown variant chunkd; the nearest are chunked,");
  }

  @Test
  void aDefectAndAVariantOfOnePointAreRefusedByBothNames() {
    assertThatThrownBy(() -> Seeds.of(List.of("cancel-reopens"), List.of("cancel-not-allowed")))
        .isInstanceOf(UnknownSeed.class)
        .hasMessageContaining("cancel-reopens")
        .hasMessageContaining("cancel-not-allowed")
        .hasMessageContaining("contradict");
  }

  @Test
  void aSeededServerSaysSoAtItsRootAndInEachAnswer() throws Exception {
    Seeds seeds = Seeds.of(List.of("list-empty", "label-trimmed"), List.of("chunked"));
    assertThat(seeds.announcement())
        .contains("wrong on purpose", "list-empty, label-trimmed", "different: chunked");
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withSeeds(seeds))) {
      HttpResponse<String> page = get(simulator.uri());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("wrong on purpose", "list-empty");
      HttpResponse<String> answer = login(simulator.uri());
      assertThat(answer.headers().firstValue(Seeds.HEADER)).hasValue("list-empty, label-trimmed");
      assertThat(answer.headers().firstValue("transfer-encoding")).hasValue("chunked");
    }
  }

  @Test
  void aRightServerSaysNothingOfTheKind() throws Exception {
    assertThat(Seeds.NONE.announcement()).isEmpty();
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withSeeds(Seeds.NONE))) {
      assertThat(get(simulator.uri()).statusCode()).isEqualTo(403);
      assertThat(login(simulator.uri()).headers().firstValue(Seeds.HEADER)).isEmpty();
    }
  }

  @Test
  void theListingsHoldALineForEach() {
    assertThat(SeedListing.defects().lines()).hasSameSizeAs(Defects.all());
    assertThat(SeedListing.variants().lines()).hasSameSizeAs(Variants.all());
    assertThat(SeedListing.defects())
        .contains("destroy-forgets-nothing\tmust\ttask.destroy.effect\tdestroy of a task");
  }

  private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> login(URI uri) throws IOException, InterruptedException {
    String call =
        "<?xml version=\"1.0\"?><methodCall><methodName>session.login_with_password</methodName>"
            + "<params><param><value>root</value></param><param><value>secret</value></param>"
            + "</params></methodCall>";
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(call)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
