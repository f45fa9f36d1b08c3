package org.xapitck.kit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Effect;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Fact.Sample;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Role;

/** A file of the catalogue is read into values once, and a mistake in it is found there. */
class CatalogueFileTest {
  private static final String ENTRY =
      "  level: must\n  since: rio\n  source: line 1\n  text: A sentence.\n";
  private static final String MESSAGE =
      """
      kind: message
      requirements:
      - id: task.write.parameters
      %1$s  parameters: [session ref, task ref, float, string, string set, (string → string) map]
        effect: changes
        samples: [0.5, {kit: its label}, [a, b], {k: v}]
      - id: task.write.result
      %1$s  result: enum colour set
      - id: task.write.role
      %1$s  role: vm-admin
      """
          .formatted(ENTRY);

  @TempDir Path folder;

  @Test
  void aMessageIsReadIntoValues() throws IOException {
    Message message = read(MESSAGE).message("write");
    assertThat(message.effect()).isEqualTo(Effect.CHANGES);
    assertThat(message.minimumRole()).isEqualTo(Role.VM_ADMIN);
    assertThat(message.result().type()).isEqualTo(ApiType.STRING_SET);
    assertThat(message.result().enumName()).contains("colour");
    assertThat(message.takesTask()).isTrue();
    assertThat(message.ownParameters().get(0).sample()).isEmpty();
    assertThat(message.ownParameters().stream().flatMap(one -> one.sample().stream()))
        .containsExactly(
            new Sample.Literal(0.5),
            Sample.Supplied.ITS_LABEL,
            new Sample.Literal(List.of("a", "b")),
            new Sample.Literal(Map.of("k", "v")));
  }

  @Test
  void aFieldAnEnumAndTheKindsOfTheRestAreReadIntoValues() throws IOException {
    Catalogue catalogue =
        read(
            "kind: field\nrequirements:\n- id: task.colour.type\n"
                + ENTRY
                + "  type: enum colour\n- id: task.colour.access\n"
                + ENTRY
                + "  access: RW\n  setter: set_colour\n",
            "kind: enum\nrequirements:\n- id: colour.closed\n" + ENTRY + "  values: [red, blue]\n",
            "kind: error\nrequirements:\n- id: error.colour\n" + ENTRY + "  needs: roles\n");
    assertThat(catalogue.field("colour").setter()).contains("set_colour");
    assertThat(catalogue.field("colour").type().enumName()).contains("colour");
    assertThat(catalogue.values("colour")).containsExactly("red", "blue");
    assertThat(catalogue.need("error.colour").kind()).isEqualTo(Requirement.Kind.ERROR);
    assertThat(catalogue.need("error.colour").needsRoles()).isTrue();
    assertThat(catalogue.need("task.colour.type").aspect()).isEqualTo(Requirement.Aspect.TYPE);
    assertThatThrownBy(() -> catalogue.values("sound")).isInstanceOf(BrokenCatalogue.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: message | kind: massage | unknown kind massage",
        "kind: message | kind: message\\ncolour: red | unknown key colour",
        "kind: message | kind: error | task.write.parameters: no error has such an id",
        "effect: changes | effect: paints | task.write.parameters: unknown effect paints",
        "effect: changes | wires: [xmlrpc] | task.write.parameters: needs one effect",
        "role: vm-admin | role: king | task.write.role: unknown role king",
        "role: vm-admin | note: none | task.write.role: lacks role, which belongs to role",
        "result: enum colour set | result: enum colour bag | the page has no type enum colour bag",
        "result: enum colour set | type: float | task.write.result: lacks result",
        "role: vm-admin | role: vm-admin\\n  type: float | one fact at most, not role and type",
        "role: vm-admin | role: vm-admin\\n  setter: x | task.write.role: [setter] stand beside access",
        "role: vm-admin | role: vm-admin\\n  work: sleeps | one fact at most, not role and work",
        "role: vm-admin | role: vm-admin\\n  colour: red | task.write.role: unknown key colour",
        "since: rio | since: brazil | task.write.parameters: unknown release brazil",
        "[0.5, | ['0.5', | task.write.parameters: no sample of float: 0.5",
        "{kit: its label} | {kit: his label} | no sample of string: {kit=his label}",
        "', {k: v}]' | ] | task.write.parameters: lacks a sample of (string → string) map",
        "{k: v}] | {k: v}, more] | task.write.parameters: more samples than parameters",
        "[session ref, | [ | task.write.parameters: the first parameter is no session ref",
      })
  void aKeyOrAValueThatIsNoneIsRefusedWithFileAndEntry(String right, String wrong, String why) {
    String broken =
        MESSAGE.replaceFirst(
            Pattern.quote(right), Matcher.quoteReplacement(wrong.replace("\\n", "\n")));
    assertThat(broken).isNotEqualTo(MESSAGE);
    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(BrokenCatalogue.class)
        .hasMessageStartingWith("0.yaml")
        .hasMessageContaining(why);
  }

  @Test
  void oneEntryIsWrittenForManyThatAreAlike() throws IOException {
    Catalogue catalogue = read(template("{name: cat, line: 7}, {name: dog, line: 20}"));
    assertThat(catalogue.requirements())
        .extracting(Requirement::id)
        .containsExactly("task.get_cat.effect", "task.get_dog.effect");
    assertThat(catalogue.need("task.get_dog.effect").source()).isEqualTo("line 20 and 27-28");
    assertThat(catalogue.need("task.get_dog.effect").text()).isEqualTo("The dog.");
  }

  @Test
  void aRowThatDoesNotFillItsEntriesIsRefused() {
    assertThatThrownBy(() -> read(template("{name: cat}")))
        .isInstanceOf(BrokenCatalogue.class)
        .hasMessageContaining("0.yaml: {line} has no value in the row {name=cat}");
    assertThatThrownBy(() -> read(template("{name: cat, line: seven}")))
        .hasMessageContaining("{line+7} has no value in the row");
    assertThatThrownBy(() -> read(template("{name: cat, line: 7, colour: red}")))
        .hasMessageContaining("no entry uses all of the row");
  }

  private static String template(String rows) {
    return "kind: message\neach: ["
        + rows
        + "]\nrequirements:\n- id: task.get_{name}.effect\n"
        + ENTRY
            .replace("line 1", "line {line} and {line+7}-{line+8}")
            .replace("A sentence", "The {name}");
  }

  @Test
  void theHashKnowsEveryFactButNotTheWorkThatIsStarted() throws IOException {
    String version = read(MESSAGE).version();
    assertThat(
            read("# a comment\n" + MESSAGE.replace("samples: [0.5,", "samples:   [0.5, "))
                .version())
        .isEqualTo(version);
    assertThat(read(MESSAGE.replace("effect: changes", "effect: reads")).version())
        .isNotEqualTo(version);
    assertThat(read(MESSAGE.replace("vm-admin", "vm-operator")).version()).isNotEqualTo(version);
    assertThat(read(MESSAGE.replace("0.5", "0.25")).version()).isNotEqualTo(version);
    String work = "kind: class\nrequirements:\n- id: task.work\n" + ENTRY;
    assertThat(read(work + "  work: failed\n").version()).isEqualTo(read(work).version());
    assertThat(read(work + "  work: failed\n").need("task.work").fact(Fact.Work.class)).isPresent();
  }

  private Catalogue read(String... files) throws IOException {
    for (int i = 0; i < files.length; i++) {
      Files.writeString(folder.resolve(i + ".yaml"), files[i]);
    }
    return Catalogues.read(folder).newest();
  }
}
