package org.xapitck.kit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Requirement.Citation;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Verdicts;

/** A reader of any report learns which text the server was judged by, and can open the place. */
class ContractInReportsTest {
  private static final String PAGE = "https://example.org/classes/task.html";
  private static final String PLACE = PAGE + "#destroy";

  private final Requirement requirement =
      SampleRun.requirement("task.destroy.effect", Level.MUST)
          .cited(new Citation("message destroy, result", Optional.of(URI.create(PLACE))));

  @Test
  void everyReportNamesTheContractByTitleAndAddress() {
    RunReport report = report(new Citation("A class, as of 2026-11-25", page(PAGE)));
    assertThat(SummaryMarkdown.write(report))
        .contains("* contract: [A class, as of 2026-11-25](" + PAGE + ")");
    assertThat(StatementHtml.write(report)).contains("A class, as of 2026-11-25").contains(PAGE);
    assertThat(StatementMarkdown.write(report)).contains("A class, as of 2026-11-25");
    assertThat(JunitXml.write(report))
        .contains("name=\"contract\" value=\"A class, as of 2026-11-25  " + PAGE + "\"");
  }

  @Test
  void aDeviationLeadsToItsPlaceInEachOfThem() throws IOException {
    RunReport report = report(new Citation("A class", page(PAGE)));
    assertThat(SummaryMarkdown.write(report)).contains("[message destroy, result](" + PLACE + ")");
    assertThat(StatementMarkdown.write(report))
        .contains("[message destroy, result](" + PLACE + ")");
    assertThat(StatementHtml.write(report))
        .contains("<a href=\"" + PLACE + "\">message destroy, result</a>");
    JsonNode json = new ObjectMapper().readTree(ResultsJson.write(report));
    assertThat(json.at("/contract/title").asText()).isEqualTo("A class");
    assertThat(json.at("/contract/address").asText()).isEqualTo(PAGE);
    assertThat(json.at("/causes/0/contract").asText()).isEqualTo(PLACE);
    assertThat(json.at("/requirements/0/deviation/contract").asText())
        .isEqualTo("message destroy, result  " + PLACE);
    assertThat(json.at("/requirements/0/message").asText()).contains(PLACE);
    JsonNode schema =
        new ObjectMapper().readTree(Path.of("../reports/results.schema.json").toFile());
    assertThat(SchemaCheck.faults(schema, json)).isEmpty();
  }

  /** The address of an archived run comes from a file that anybody may have written. */
  @Test
  void whatIsNoPageOfTheWebIsNoLink() {
    Citation script = new Citation("click here", page("javascript:alert(1)"));
    assertThat(Text.anchor(script)).isEqualTo("click here");
    assertThat(Text.link(script)).isEqualTo("click here");
  }

  private static Optional<URI> page(String address) {
    return Optional.of(URI.create(address));
  }

  private RunReport report(Citation contract) {
    Outcome failed =
        new Outcome(
            requirement.id(),
            Wire.XMLRPC,
            "task.destroy: a scenario",
            Outcome.Result.FAILED,
            Deviation.of(
                requirement, Wire.XMLRPC, new ConformanceFailure("gone", "there", "a.call"), ""));
    Verdicts verdicts =
        RunJudge.judge(
            List.of(requirement),
            Foundations.NONE,
            List.of(failed),
            Scope.whole(Set.of(Wire.XMLRPC)));
    return RunReport.of(verdicts).contract(Optional.of(contract)).build(Redaction.DONE);
  }
}
