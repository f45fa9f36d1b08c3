package org.xapitck.kit.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.TestJvm;
import org.xapitck.kit.support.Waiting;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.fault.UnknownSeed;
import org.xapitck.simulator.release.Release;

/**
 * Writes down every verdict of a kit, so that two kits can be compared line by line: whole runs
 * against the right simulator, three seeded defects and three releases. It is no test and runs only
 * by its name, after {@code package}; {@code src/README.md}, "Tests", has the command.
 */
@Tag("jars")
class VerdictFigures {
  /** The kit's jar, of this commit or of another. */
  private static final Path KIT =
      Path.of(System.getProperty("verdicts.kit", "target/xapi-task-tck.jar"));

  private static final Path OUT =
      Path.of(System.getProperty("verdicts.out", "target/verdicts.txt"));

  @TempDir private Path folder;

  @Test
  void writeVerdicts() throws Exception {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, SimulatorOptions> server : servers().entrySet()) {
      lines.addAll(verdicts(server.getKey(), server.getValue()));
    }
    Files.write(OUT, lines);
    System.out.println(lines.size() + " lines: " + OUT.toAbsolutePath());
  }

  private static Map<String, SimulatorOptions> servers() throws UnknownSeed {
    Map<String, SimulatorOptions> servers = new LinkedHashMap<>();
    servers.put("right", SimulatorOptions.defaults());
    for (String defect :
        List.of("map-set-ignored", "uuid-new-at-each-look", "json2-void-as-false")) {
      servers.put(
          defect, SimulatorOptions.defaults().withSeeds(Seeds.of(List.of(defect), List.of())));
    }
    for (String release : List.of("rio", "falcon", "25.8")) {
      servers.put(
          release, SimulatorOptions.defaults().withRelease(Release.named(release).orElseThrow()));
    }
    return servers;
  }

  private List<String> verdicts(String name, SimulatorOptions options)
      throws IOException, InterruptedException {
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
    Path report = folder.resolve(name);
    Path out = folder.resolve(name + ".out");
    List<String> lines = new ArrayList<>();
    try (Simulator simulator = Simulator.start(options)) {
      List<String> command = new ArrayList<>(List.of("java"));
      command.addAll(TestJvm.options());
      command.addAll(List.of("-jar", KIT.toString(), "run", "--url", simulator.uri().toString()));
      command.addAll(List.of("--accounts", accounts.toString(), "--report", report.toString()));
      Process run =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      lines.add(name + " exit " + Waiting.exit(run, name, () -> Waiting.text(out)));
    }
    JsonNode results =
        JsonMapper.builder().build().readTree(report.resolve("results.json").toFile());
    for (JsonNode one : results.get("requirements")) {
      lines.add(
          String.join(
              " ",
              name,
              one.get("id").asText(),
              one.get("wire").asText(),
              one.get("level").asText(),
              one.get("verdict").asText()));
    }
    return lines;
  }
}
