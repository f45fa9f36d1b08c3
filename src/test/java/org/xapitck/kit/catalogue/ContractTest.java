package org.xapitck.kit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Requirement.Kind;

/** Whoever reads of a place in the contract can go there. */
class ContractTest {
  private static final String PAGE = "https://xapi-project.github.io/xen-api/classes/task.html";

  private static final Path FILE = Path.of("../features/catalogue/contract.yaml");

  @TempDir Path folder;

  private final Catalogue catalogue = Catalogue.packed();

  @Test
  void theCatalogueNamesItsContractByTitleDateAndAddress() {
    Contract contract = catalogue.contract().orElseThrow();
    assertThat(contract.whole().words()).startsWith("XenAPI class task, as of 2026-11-25");
    assertThat(contract.whole().address()).contains(URI.create(PAGE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "task.result.type | " + PAGE + "#result",
        "task.get_result.role | " + PAGE + "#get_result",
        "task.destroy.effect | " + PAGE + "#destroy",
        "task_status_type.pending | " + PAGE + "#enum_task_status_type",
        "clients.one_key | " + PAGE + "#add_to_other_config",
        "text.result | " + PAGE + "#set_result",
        "task.same_for_roles | " + PAGE + "#get_all",
        "task.pair_progress_result | " + PAGE,
        "task.published | " + PAGE,
        "session.empty | " + PAGE,
        "error.count | https://xapi-project.github.io/xen-api/wire-protocol.html",
        "wire.json2.id | https://www.jsonrpc.org/specification",
        "wire.json1.id | https://www.jsonrpc.org/specification_v1",
        "wire.json1.request.escapes | https://www.rfc-editor.org/rfc/rfc8259.html#section-7",
        "http.request.expect | https://www.rfc-editor.org/rfc/rfc9110.html#section-10.1.1",
        "wire.xmlrpc.no_fault | https://xapi-project.github.io/xen-api/wire-protocol.html"
      })
  void eachRequirementLeadsToItsPlace(String id, String address) {
    assertThat(catalogue.need(id).citation().address()).contains(URI.create(address));
  }

  /** The ids that the page has: its messages, its fields and, with a prefix, its enums. */
  @Test
  void noAnchorIsOfSomethingThatThePageDoesNotHave() {
    Set<String> anchors = new HashSet<>();
    catalogue.messages().forEach(message -> anchors.add(message.name()));
    catalogue.fields().forEach(field -> anchors.add(field.name()));
    catalogue.requirements().stream()
        .filter(requirement -> requirement.kind() == Kind.ENUM)
        .forEach(requirement -> anchors.add("enum_" + requirement.subject()));
    Set<String> used =
        catalogue.requirements().stream()
            .map(requirement -> requirement.citation().address().orElseThrow())
            .filter(address -> address.toString().startsWith(PAGE))
            .map(address -> String.valueOf(address.getFragment()))
            .filter(fragment -> !fragment.equals("null"))
            .collect(Collectors.toSet());
    assertThat(used).isEqualTo(anchors);
  }

  /** A line number counts in a copy of the page that no reader of a report has. */
  @Test
  void noPlaceIsALineNumber() {
    List<String> places =
        catalogue.requirements().stream().map(one -> one.citation().words()).toList();
    assertThat(places).noneMatch(words -> words.matches(".*\\bline \\d.*|.*its like.*"));
    assertThat(words("task.result.type")).isEqualTo("field result, type");
    assertThat(words("task.same_for_roles")).isEqualTo("messages get_all and get_record");
    assertThat(words("error.handle")).isEqualTo("each message, self; XenAPI wire protocol, errors");
    assertThat(words("clients.getters")).isEqualTo("the getters");
    assertThat(words("wire.json2.id")).isEqualTo("JSON-RPC 2.0 specification, section 5");
  }

  private String words(String id) {
    return catalogue.need(id).citation().words();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: XenAPI class task | titel: x | unknown key titel",
        "date: 2026-11-25 | date: yesterday | the date yesterday",
        "describes: xapi between 24.31.0 and 25.7.0 | '' | lacks the text describes",
        "address: " + PAGE + " | address: task.html | no address of a page: task.html",
        "name: RFC 8259, | nam: RFC 8259, | unknown key nam",
        "enum: enum_} | enumeration: x} | lacks the text enum"
      })
  void aMistakeInTheFileIsNamed(String right, String wrong, String sentence) throws IOException {
    String text = Files.readString(FILE);
    assertThat(text).contains(right);
    Files.writeString(folder.resolve("contract.yaml"), text.replace(right, wrong));
    assertThatThrownBy(() -> Catalogues.read(folder))
        .isInstanceOf(BrokenCatalogue.class)
        .hasMessageContaining("contract.yaml")
        .hasMessageContaining(sentence);
  }

  @Test
  void aDeviationSaysWhereItsDemandIsRead() {
    Requirement requirement = catalogue.need("task.result.type");
    assertThat(requirement.citation().text()).isEqualTo("field result, type  " + PAGE + "#result");
  }
}
