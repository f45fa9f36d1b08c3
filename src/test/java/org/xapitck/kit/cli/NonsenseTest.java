package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that answers every call but the login with 5 MB of nested arrays. */
@Tag("slow")
class NonsenseTest {
  private static final int LENGTH = 5_000_000;
  private static final int KEPT = 16 * 1024;
  private static final String PASSWORD = "planted-secret-42";

  @TempDir Path folder;

  /** Some 350 calls bring 1.7 GB; a heap of 256 MB is what a small machine gives. */
  @Test
  void megabytesOfNonsenseACallNeitherFillTheHeapNorTheReportsNorShowASecretAtTheCut()
      throws Exception {
    Kit kit = new Kit(folder, List.of(), List.of("-Xmx256m"));
    Path accounts =
        Files.writeString(
            folder.resolve("accounts.yaml"),
            "root: {username: root, password: " + PASSWORD + "}\n");
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    AtomicInteger nonsense = new AtomicInteger();
    byte[] body = body();
    server.createContext("/", exchange -> answer(exchange, body, nonsense));
    server.start();
    try {
      Kit.Ended ended =
          kit.run(
              "run",
              "--url",
              "http://127.0.0.1:" + server.getAddress().getPort() + "/",
              "--accounts",
              accounts.toString(),
              "--wire",
              "jsonrpc2",
              "--release",
              "page",
              "--report",
              "report");
      assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(1);
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
    assertThat(nonsense).hasValueGreaterThan(300);
    Path report = folder.resolve("report");
    assertThat(report.resolve("allure-report/index.html")).exists();
    assertThat(report.resolve("statement.html")).exists();
    List<String> kept = new ArrayList<>();
    try (Stream<Path> files = Files.walk(report)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.size(file)).as("%s", file).isLessThan(32L * 1024 * 1024);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).as("%s", file).doesNotContain("planted");
        if (text.contains("[[[[***")) {
          kept.add(file.toString());
        }
      }
    }
    assertThat(kept).as("attachments that show where the secret was").isNotEmpty();
  }

  /** The password lies across the end of what is kept. */
  private static byte[] body() {
    byte[] body = "[".repeat(LENGTH).getBytes(StandardCharsets.US_ASCII);
    byte[] secret = PASSWORD.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(secret, 0, body, KEPT - secret.length / 2, secret.length);
    return body;
  }

  private static void answer(HttpExchange exchange, byte[] nonsense, AtomicInteger count)
      throws IOException {
    try (exchange) {
      String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      byte[] answer = nonsense;
      if (asked.contains("session.login_with_password")) {
        String id = asked.replaceFirst("(?s).*\"id\":(\\d+).*", "$1");
        answer =
            ("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":\"OpaqueRef:a-session\"}")
                .getBytes(StandardCharsets.UTF_8);
      } else {
        count.incrementAndGet();
      }
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
