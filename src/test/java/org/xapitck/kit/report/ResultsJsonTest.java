package org.xapitck.kit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Filter;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.Overall;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Shard;
import org.xapitck.kit.verdict.Verdict;

class ResultsJsonTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<RunReport> runs() {
    SampleRun bad = SampleRun.withDeviations(2, "<&\"'\u0000\uD800 \uD83D\uDE00 ]]>");
    SampleRun good = SampleRun.green(1);
    Scope unreachable =
        Scope.whole(List.of(Wire.values())).stoppedAt(Wire.XMLRPC, Reason.Plain.STOPPED_ANSWERING);
    Scope filtered =
        Scope.whole(List.of(Wire.JSONRPC2))
            .filtered(new Filter("@task.create.result", Shard.WHOLE), Set.of("task.create.result"));
    return Stream.of(
        bad.report(),
        good.report(),
        RunReport.of(RunJudge.judge(List.of(), Foundations.NONE, List.of(), filtered))
            .build(Redaction.DONE),
        RunReport.of(RunJudge.judge(good.catalogue, Foundations.NONE, List.of(), unreachable))
            .ended(Overall.INCOMPLETE, 4)
            .build(Redaction.DONE),
        RunReport.of(
                RunJudge.judge(
                    good.catalogue,
                    Foundations.NONE,
                    List.of(),
                    Scope.whole(List.of(Wire.values()))
                        .withoutWire(Wire.JSONRPC1, new Reason.WireNotServed("404"))))
            .ended(Overall.INCOMPLETE, 5)
            .build(Redaction.DONE));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyKindOfRunKeepsTheSchema(RunReport report) throws IOException {
    assertThat(SchemaCheck.faults(schema(), json(report))).isEmpty();
  }

  @Test
  void theSchemaNoticesWhatAReaderWouldTripOver() throws IOException {
    ObjectNode json = (ObjectNode) json(SampleRun.green(1).report());
    json.remove("kit");
    json.put("verdict", "fine");
    ((ObjectNode) json.get("totals")).remove("warning");
    ((ObjectNode) json.get("requirements").get(0)).put("message", "passed").put("wire", "soap");
    assertThat(SchemaCheck.faults(schema(), json))
        .anyMatch(fault -> fault.equals(": required property 'kit' not found"))
        .anyMatch(fault -> fault.startsWith("/verdict: does not have a value in the enumeration"))
        .anyMatch(fault -> fault.equals("/totals: required property 'warning' not found"))
        .anyMatch(fault -> fault.startsWith("/requirements/0/wire: does not have a value"))
        .anyMatch(fault -> fault.startsWith("/requirements/0/message"));
  }

  @Test
  void aMisspeltKeywordOfTheSchemaIsNotPassedOver() throws IOException {
    ObjectNode schema = (ObjectNode) schema();
    schema.put("requird", true);
    JsonNode json = json(SampleRun.green(1).report());
    assertThatThrownBy(() -> SchemaCheck.faults(schema, json)).hasMessageContaining("requird");
  }

  @Test
  void theSchemaAndTheCodeUseTheSameWords() throws IOException {
    JsonNode schema = schema();
    assertThat(words(schema.at("/$defs/verdict/enum")))
        .isEqualTo(Arrays.stream(Verdict.values()).map(Verdict::id).toList());
    assertThat(words(schema.at("/$defs/wire/enum")))
        .isEqualTo(Arrays.stream(Wire.values()).map(Wire::id).toList());
    assertThat(words(schema.at("/properties/verdict/enum")))
        .isEqualTo(Arrays.stream(Overall.values()).map(Overall::id).toList());
  }

  @Test
  void everyRequirementStandsThereOncePerWireAndTheTotalsAddUp() throws IOException {
    SampleRun run = SampleRun.withDeviations(3, "x");
    JsonNode json = json(run.report());
    List<String> keys = new ArrayList<>();
    json.get("requirements")
        .forEach(entry -> keys.add(entry.get("id").asText() + " " + entry.get("wire").asText()));
    assertThat(keys).hasSize(run.catalogue.size() * 3).doesNotHaveDuplicates();
    int sum = 0;
    for (JsonNode number : json.get("totals")) {
      sum += number.asInt();
    }
    assertThat(sum).isEqualTo(keys.size());
    assertThat(json.get("verdict").asText()).isEqualTo("non-conformant");
  }

  @Test
  void threadsThatFinishInAnotherOrderMustNotChangeTheFile() {
    SampleRun run = SampleRun.withDeviations(2, "x");
    String first = ResultsJson.write(run.report());
    Collections.reverse(run.outcomes);
    Collections.reverse(run.scenarios);
    assertThat(ResultsJson.write(run.report())).isEqualTo(first);
  }

  @Test
  void aHalfCharacterOfAServerMustNotCostTheFile() throws IOException {
    SampleRun run = SampleRun.withDeviations(1, "\uD83D \uD83D\uDE00");
    String text = ResultsJson.write(run.report());
    assertThat(text)
        .contains("\uD83D\uDE00")
        .isEqualTo(new String(text.getBytes("UTF-8"), "UTF-8"));
    Outcome mute =
        new Outcome(
            "task.create.result",
            Wire.XMLRPC,
            "s \uDE00",
            Outcome.Result.FAILED,
            new Reason.Restored("\uD83D"));
    String raw =
        ResultsJson.write(
            RunReport.of(
                    RunJudge.judge(
                        run.catalogue,
                        Foundations.NONE,
                        List.of(mute),
                        Scope.whole(List.of(Wire.XMLRPC))))
                .build(Redaction.DONE));
    assertThat(raw).contains("\uFFFD");
  }

  private static JsonNode json(RunReport report) throws IOException {
    return MAPPER.readTree(ResultsJson.write(report));
  }

  private static JsonNode schema() throws IOException {
    try (InputStream in = ResultsJson.class.getResourceAsStream("/reports/results.schema.json")) {
      return MAPPER.readTree(in);
    }
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }
}
