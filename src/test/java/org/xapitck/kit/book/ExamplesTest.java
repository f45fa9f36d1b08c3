package org.xapitck.kit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.book.Examples.Example;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.Message;
import org.xapitck.kit.client.WireClients;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Waiting;
import org.xapitck.kit.wire.CallSources;
import org.xapitck.kit.wire.WireClient;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.record.Ids;

/**
 * The examples of the book are what really goes over the wires. After a change, {@code
 * -Dexamples.write=true} writes them anew.
 */
@Tag("slow")
class ExamplesTest {
  private static final Path FILE =
      Path.of("main", "resources", "org", "xapitck", "kit", "book", "examples.json");

  /** What a client of a backup would send; a message that is not here takes the task alone. */
  private static final Map<String, List<Object>> OWN =
      Map.of(
          "add_to_other_config", List.of("$task", "backup-job", "4711"),
          "create", List.of("Backup of vm 7", "Nightly backup to the second store"),
          "get_all", List.of(),
          "get_all_records", List.of(),
          "get_by_name_label", List.of("Backup of vm 7"),
          "remove_from_other_config", List.of("$task", "backup-job"),
          "set_error_info", List.of("$task", List.of("BACKUP_FAILED", "store 2")),
          "set_other_config", List.of("$task", Map.of("backup-job", "4711")),
          "set_progress", List.of("$task", 0.5),
          "set_result", List.of("$task", "12 GiB copied"));

  @Test
  void theExamplesOfTheBookAreWhatGoesOverTheWires() throws Exception {
    Map<String, List<Example>> examples = new TreeMap<>();
    for (Message message : Catalogue.packed().messages()) {
      List<Example> some = new ArrayList<>();
      for (Wire wire : Wire.values()) {
        some.add(example(message, wire));
      }
      examples.put(message.wireName(), some);
    }
    if (Boolean.getBoolean("examples.write")) {
      Files.writeString(
          FILE,
          JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(examples)
              + "\n");
    }
    assertThat(Examples.packed().byMessage()).isEqualTo(examples);
    assertThat(examples)
        .hasSize(32)
        .allSatisfy(
            (message, some) ->
                assertThat(some)
                    .allSatisfy(
                        one ->
                            assertThat(one.answer())
                                .doesNotContain("Failure", "ErrorDescription", "\"code\"")));
  }

  private static Example example(Message message, Wire wire) throws Exception {
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withClock(SimulatorClock.frozen(Instant.parse("2026-11-27T08:00:00Z")))
            .withIds(Ids.seeded(1));
    try (Simulator simulator = Simulator.start(options);
        WireClient client =
            WireClients.open(
                wire,
                new Endpoint(
                    simulator.uri(),
                    Endpoint.Trust.standard(),
                    Waiting.LIMIT,
                    Waiting.LIMIT,
                    Endpoint.DEFAULT_ANSWER_LIMIT),
                CallSources.timedBy(System::nanoTime))) {
      String session =
          text(
              client.call(
                  "session.login_with_password", List.of("pool-admin", "secret", "1.0", "book")));
      String task =
          message.name().equals("create")
              ? ""
              : text(
                  client.call("task.create", List.of(session, "Backup of vm 7", "Nightly backup")));
      List<Object> parameters = new ArrayList<>(List.of(session));
      for (Object one : OWN.getOrDefault(message.name(), usual(message))) {
        parameters.add(one.equals("$task") ? task : one);
      }
      if (message.name().equals("get_by_uuid")) {
        parameters.set(1, text(client.call("task.get_uuid", List.of(session, task))));
      }
      Exchange exchange = client.call(message.wireName(), parameters);
      return new Example(
          wire.title(), indented(wire, exchange.request()), indented(wire, exchange.response()));
    }
  }

  private static List<Object> usual(Message message) {
    return message.name().equals("set_status") ? List.of("$task", "success") : List.of("$task");
  }

  private static String text(Exchange exchange) {
    return ((Value.Text) ((Answer.Success) exchange.answer()).value()).text();
  }

  /** The same document with a line for each element or member. */
  private static String indented(Wire wire, byte[] body) throws Exception {
    String text = new String(body, StandardCharsets.UTF_8);
    if (wire != Wire.XMLRPC) {
      return new ObjectMapper().readTree(text).toPrettyString();
    }
    Transformer transformer = TransformerFactory.newInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.INDENT, "yes");
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "1");
    StringWriter out = new StringWriter();
    transformer.transform(new StreamSource(new StringReader(text)), new StreamResult(out));
    return out.toString().strip().replace("\r\n", "\n");
  }
}
