package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xapitck.kit.model.Wire;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;

/**
 * The lines that a rerun prints, pasted into bash, get the same answers modulo references and
 * times.
 */
@Tag("slow")
class CurlTest {
  private static final Pattern EXCHANGE =
      Pattern.compile(
          "--- answer: HTTP (\\d+)\\n(?:[^\\n]+\\n)*\\n(.*?)\\n--- again\\n([^\\n]+)\\n",
          Pattern.DOTALL);
  private static final Pattern NEEDS = Pattern.compile("The lines for bash need: ([A-Z0-9_, ]+)");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void pastedLinesGetTheSameStatusAndBody(Wire wire) throws Exception {
    Seeds seeds = Seeds.of(List.of("destroy-forgets-nothing"), List.of());
    Kit kit = new Kit(folder);
    Path accounts = kit.accounts();
    try (Simulator server = Simulator.start(SimulatorOptions.defaults().withSeeds(seeds))) {
      // a failure, passes with all kinds of text, and a login within the scenario
      for (String id : List.of("task.destroy.effect", "text.name_label", "session.logout")) {
        Kit.Ended ended =
            kit.runHere(
                "rerun",
                id,
                "--wire",
                wire.id(),
                "--url",
                server.uri().toString(),
                "--accounts",
                accounts.toString(),
                "--ledger",
                folder.resolve("ledger").toString(),
                "--release",
                "page",
                "--report",
                folder.resolve("report").toString());
        assertThat(ended.code())
            .as(ended.err())
            .isEqualTo(id.equals("task.destroy.effect") ? 1 : 0);
        paste(ended.out());
      }
    }
  }

  private void paste(String printed) throws Exception {
    List<String> script = new ArrayList<>();
    Matcher needs = NEEDS.matcher(printed);
    while (needs.find()) {
      for (String variable : needs.group(1).split(", ")) {
        script.addAll(set(variable, printed));
      }
    }
    List<String> expected = new ArrayList<>();
    Matcher exchange = EXCHANGE.matcher(printed);
    while (exchange.find()) {
      expected.add(exchange.group(1) + " " + normal(exchange.group(2)));
      script.add("echo '=== next'");
      script.add(exchange.group(3));
      script.add("echo");
    }
    assertThat(expected).hasSizeGreaterThanOrEqualTo(2);
    Path file = Files.writeString(folder.resolve("paste.sh"), String.join("\n", script));
    Process bash = new ProcessBuilder("bash", file.toString()).redirectErrorStream(true).start();
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> got = new ArrayList<>();
    for (String answer : out.replace("\r", "").split("=== next\n")) {
      if (!answer.isBlank()) {
        int body = answer.indexOf("\n\n");
        got.add(answer.split(" ")[1] + " " + normal(answer.substring(body)));
      }
    }
    assertThat(got).isEqualTo(expected);
  }

  private static String normal(String body) {
    return body.strip()
        .replace("\r", "")
        .replaceAll("OpaqueRef:[-0-9a-f]+|\\*\\*\\*", "REF")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID")
        .replaceAll("\\d{8}T\\d\\d:\\d\\d:\\d\\dZ", "TIME");
  }

  /** A password as the user sets it, or a session as the printed line gets it. */
  private static List<String> set(String variable, String printed) {
    if (variable.startsWith("PASSWORD_")) {
      return List.of(variable + "='secret'");
    }
    String account = variable.substring("SESSION_".length());
    String user = account.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    String login =
        printed
            .lines()
            .filter(line -> line.startsWith(variable + "=$(curl "))
            .findFirst()
            .orElseThrow(() -> new AssertionError("nothing tells how to get " + variable));
    return List.of(
        "USER_" + account + "='" + user + "'",
        "PASSWORD_" + account + "='secret'",
        "{ " + login + "; } 2>/dev/null");
  }
}
