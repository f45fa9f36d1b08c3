package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code --url} may be, in every command that takes it, and where passwords go. */
@Tag("slow")
class UrlOptionTest {
  /** A port on which nobody listens here, should a command dare to connect. */
  private static final String NOBODY = "http://127.0.0.1:9/";

  /** A number that no machine has. */
  private static final String ELSEWHERE = "http://192.0.2.1/";

  @TempDir static Path folder;
  private static Kit kit;
  private static Path accounts;

  @BeforeAll
  static void start() throws Exception {
    kit = new Kit(folder);
    accounts = kit.accounts();
  }

  static Stream<Arguments> wrongUrls() {
    List<String> urls =
        List.of(
            "http://127.0.0.1:0/",
            "http://127.0.0.1:65536/",
            "http://127.0.0.1:/",
            NOBODY + "#frag",
            NOBODY + "?q=1",
            "http://root:planted@127.0.0.1:9/",
            "ftp://127.0.0.1/");
    return commands().flatMap(command -> urls.stream().map(url -> Arguments.of(command, url)));
  }

  static Stream<List<String>> commands() {
    return Stream.concat(logins(), Stream.of(List.of("list"), List.of("config")));
  }

  static Stream<List<String>> logins() {
    return Stream.of(
        List.of("run"),
        List.of("rerun", "task.create.result"),
        List.of("baseline", "--write", folder.resolve("baseline.yaml").toString()),
        List.of("doctor"),
        List.of("cleanup", "--orphans"));
  }

  @ParameterizedTest
  @MethodSource("wrongUrls")
  void aUrlThatIsNoneIsRefusedInEveryCommand(List<String> command, String url) {
    assertRefused(run(command, url), "--url http://|--url ftp://127", "allowed is http or https");
  }

  @ParameterizedTest
  @MethodSource("logins")
  void clearTextBeyondThisMachineNeedsPermissionInEveryCommandThatLogsIn(List<String> command) {
    assertRefused(run(command, ELSEWHERE), "192.0.2.1", "--allow-plaintext");
  }

  @ParameterizedTest
  @MethodSource("logins")
  void optionsOfTlsWithHttpAreRefusedInEveryCommandThatLogsIn(List<String> command) {
    for (String option : List.of("--pin=" + "0".repeat(64), "--ca-file=missing", "--insecure")) {
      assertRefused(run(command, NOBODY, option), option.replaceFirst("=.*", ""), "https");
    }
    assertRefused(
        run(command, NOBODY, "--client-cert=missing", "--client-key=missing"),
        "--client-cert",
        "https");
  }

  @Test
  void aConfigurationMayHoldThePermission() throws Exception {
    Path file = folder.resolve("tck.yaml");
    Files.writeString(file, "url: " + ELSEWHERE + "\nallow-plaintext: true\n");
    Kit.Ended ended = kit.runHere("config", "--config", file.toString());
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("allow-plaintext: true");
  }

  @ParameterizedTest
  @CsvSource({"/xen", "/xen/", "/xen/jsonrpc"})
  void passwordsGoToNoPathButThoseBelowTheUrl(String path) throws Exception {
    Set<String> paths = new ConcurrentSkipListSet<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          paths.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      run(List.of("doctor"), "http://127.0.0.1:" + server.getAddress().getPort() + path);
      assertThat(paths).containsExactly("/xen/", "/xen/jsonrpc");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aLedgerWithAWrongUrlIsRefused() throws Exception {
    Path ledger = folder.resolve("ledger.jsonl");
    Files.writeString(
        ledger,
        """
        {"run":"0123abcd","ledger":1,"url":"http://127.0.0.1:0/","at":"2026-01-01T00:00:00Z"}
        {"run":"0123abcd","intent":1,"mark":"xapi-task-tck 0123abcd-1","wire":"xmlrpc"}
        """);
    Kit.Ended ended =
        kit.runHere("cleanup", "--ledger", ledger.toString(), "--accounts", accounts.toString());
    assertRefused(ended, "ledger.jsonl, run 0123abcd: http://127.0.0.1:0/", "1 to 65535");
  }

  private static Kit.Ended run(List<String> command, String url, String... more) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--url", url, "--accounts", accounts.toString()));
    arguments.addAll(List.of(more));
    return kit.runHere(arguments.toArray(String[]::new));
  }

  private static void assertRefused(Kit.Ended ended, String named, String allowed) {
    assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(2);
    assertThat(ended.err().strip().lines()).hasSize(1);
    assertThat(ended.err())
        .containsPattern(named)
        .contains(allowed)
        .doesNotContain("planted")
        .doesNotContain("\tat ");
  }
}
