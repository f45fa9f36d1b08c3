package org.xapitck.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.stub.Reply;
import org.xapitck.simulator.stub.StubRefusal;
import org.xapitck.simulator.stub.Stubs;

/** Reading stubs: a mistake is told with its place, whichever way the stubs come in. */
class StubsFileTest {

  @Test
  void whatYamlTakesForANumberIsOneUnlessItIsQuoted() throws UsageException {
    Stubs stubs =
        StubsFile.parse("test", "messages: {A.b: [5, '5', 1.5, true, yes, null, 0123, 5e400]}")
            .stubs();
    assertThat(stubs.messages().get("A.b"))
        .isEqualTo(
            new Reply.Gives(
                new Value.Array(
                    List.of(
                        new Value.Int(5),
                        Value.of("5"),
                        new Value.Real(1.5),
                        new Value.Bool(true),
                        Value.of("yes"),
                        Value.VOID,
                        Value.of("0123"),
                        new Value.Real(Double.POSITIVE_INFINITY)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mesages: {}|line 1|mesages: unknown key mesages; allowed are messages, plugins, objects|nearest is messages",
        "messages:~  VMstart: x|line 2|VMstart|CLASS.MESSAGE",
        "messages:~  VM.start: x~  '*.start': x|line 3|*.start|CLASS.MESSAGE",
        "messages:~  VM.start: {plan: slow, lable: x}|line 2|unknown key lable|nearest is label",
        "messages:~  VM.start: {error: X}|line 2|an error is a list|code first",
        "messages:~  VM.start: {error: []}|line 2|an error is a list|code first",
        "messages:~  VM.start: {error: [5]}|line 2|text|quotes",
        "messages:~  VM.start: {error: [X], plan: slow}|line 2|unknown key plan|allowed are error",
        "messages: [x]|line 1|messages|map of names",
        "plugins:~  p: {f: 5}|line 2|a plugin answers text|quotes",
        "plugins:~  p: {f: {plan: slow, label: x}}|line 2|p/f/label|named after",
        "objects:~  VM: {}|line 2|VM|list of records",
        "objects:~  VM: [x]|line 2|VM/0|map of names",
        "objects:~  VM:~  - {ref: a}~  - {ref: a}|line 4|two objects have the reference a|a",
        "objects:~  V M: []|line 2|V M|name of a class",
        "messages:~  A.b: 1~  A.b: 2|line 3|twice|A.b",
        "messages: {A.b: &a [*a]}|line 1|aliases|100000",
        "messages: {|line 1|no YAML|line"
      })
  void aMistakeIsToldWithItsLineItsKeyAndWhatIsAllowed(
      String yaml, String line, String key, String allowed) {
    assertThatThrownBy(() -> StubsFile.parse("The stub file x", yaml.replace("~", "\n")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("The stub file x is ")
        .hasMessageContainingAll(line, key, allowed)
        .hasMessageEndingWith(".");
  }

  @Test
  void aTreeOfJsonIsReadByTheSameReaderAndRefusedByItsPointer() {
    Value tree =
        new Value.Struct(
            List.of(
                new Value.Member(
                    "messages",
                    new Value.Struct(List.of(new Value.Member("a/b~c", Value.of("x")))))));
    assertThatThrownBy(() -> Stubs.of(tree))
        .isInstanceOf(StubRefusal.class)
        .extracting("pointer")
        .isEqualTo("/messages/a~1b~0c");
    assertThat(Stubs.of(new Value.Nil())).isEqualTo(Stubs.NONE);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws UsageException {
    Stubs stubs =
        StubsFile.parse(
                "test",
                """
                messages:
                  VM.map: {value: {error: 5, at: [20260101T00:00:00Z]}}
                  VM.start: {error: [X, $1]}
                  Async.VM.*: {plan: slow, label: a label, result: {a: 1.5}}
                plugins: {p: {f: "5", g: {plan: success}}}
                objects: {VM: [{name_label: web, up: true}], SR: []}
                """)
            .stubs();
    assertThat(Stubs.of(stubs.tree())).isEqualTo(stubs);
    for (String name : StubsFile.SHIPPED) {
      Stubs shipped = StubsFile.shipped(name);
      assertThat(Stubs.of(shipped.tree())).isEqualTo(shipped).isNotEqualTo(Stubs.NONE);
    }
  }

  @Test
  void aTooLargeFileAndOneThatIsNotThereAreNamed(@TempDir Path folder) throws Exception {
    Path large = Files.writeString(folder.resolve("large.yaml"), " ".repeat(1 << 21));
    for (Path file : List.of(large, folder.resolve("none.yaml"))) {
      assertThatThrownBy(() -> StubsFile.read(file))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void theFilesThatShipAreFoundByNameUnlessThereIsAFileOfThatName() throws Exception {
    for (String name : StubsFile.SHIPPED) {
      assertThat(StubsFile.read(Path.of(name)).stubs()).isEqualTo(StubsFile.shipped(name));
    }
    Path folder = Path.of("src/main/resources/org/xapitck/simulator/cli/stubs");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(StubsFile.SHIPPED);
    }
  }
}
