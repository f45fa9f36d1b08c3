package org.xapitck.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/**
 * Holds the guide to the truth: its examples run, its bodies are taken, its scenarios are there.
 */
class WorkbenchGuideTest {
  private static final Path GUIDE = Path.of("WORKBENCH.md");

  private static List<String> blocks(String language) throws Exception {
    Matcher block =
        Pattern.compile(
                "^```" + Pattern.quote(language) + "\\n(.*?)^```$",
                Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(Files.readString(GUIDE));
    List<String> blocks = new ArrayList<>();
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  @ParameterizedTest
  @CsvSource({
    "python, example.py, python3",
    "js, example.mjs, node",
    "go, example.go, go run",
    "csharp, example.cs, dotnet run"
  })
  @Tag("slow")
  void anExampleDoesWhatTheGuideSays(
      String language, String file, String command, @TempDir Path folder) throws Exception {
    List<String> examples = blocks(language);
    assertThat(examples).hasSize(1);
    List<String> line = new ArrayList<>(List.of(command.split(" ")));
    if (!isOnPath(line.get(0))) {
      String message =
          "SKIPPED: " + line.get(0) + " is not there, so no " + language + " example runs";
      System.out.println(message);
      assumeTrue(false, message);
    }
    Files.writeString(folder.resolve(file), examples.get(0));
    Path output = folder.resolve("output");
    try (TestServer server = TestServer.start()) {
      line.add(file);
      if (language.equals("csharp")) {
        line.add("--");
      }
      line.add(server.simulator().uri().toString());
      Process process =
          new ProcessBuilder(line)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int exit = Waiting.exit(process, command, () -> "see above");
      String printed = Files.readString(output, StandardCharsets.UTF_8).replace("\r", "");
      assertThat(printed).endsWith("passed\n");
      assertThat(exit).isZero();
    }
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  @Test
  void theTasksAndStubsOfTheGuideAreTaken() throws Exception {
    try (TestServer server = TestServer.start()) {
      AdminClient admin = new AdminClient(server.port());
      List<String> bodies = blocks("json");
      assertThat(bodies).hasSize(3);
      bodies.subList(0, 2).forEach(task -> admin.post("/tasks", task));
      assertThat(admin.done("PUT", "/stubs", bodies.get(2)).get("messages")).hasSize(3);
      assertThat(server.as("read-only", Wire.XMLRPC, "VM.get_by_name_label", "web"))
          .isEqualTo("[\"OpaqueRef:1\"]");
    }
  }

  @Test
  void theGuideNamesEachFaultAndEachScenario() throws Exception {
    String guide = Files.readString(GUIDE);
    try (TestServer server = TestServer.start()) {
      AdminClient admin = new AdminClient(server.port());
      Matcher effect = Pattern.compile("^\\| `(\".*?)` \\|", Pattern.MULTILINE).matcher(guide);
      List<String> told = new ArrayList<>();
      while (effect.find()) {
        JsonNode fault = admin.post("/faults", "{" + effect.group(1) + "}");
        FaultOperations.EFFECTS.stream().filter(fault::has).forEach(told::add);
      }
      assertThat(told).containsExactlyElementsOf(FaultOperations.EFFECTS);
      admin
          .get("/openapi.json")
          .get("paths")
          .fieldNames()
          .forEachRemaining(
              path -> {
                String scenario = path.replace("/__admin/scenarios/", "");
                assertThat(guide)
                    .contains(scenario.equals(path) ? path.split("/")[2] : "`" + scenario + "`");
              });
    }
  }
}
