package org.xapitck.kit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom the clients believe over https. */
@Timeout(20)
class TlsTest {
  @TempDir static Path folder;
  private static Path pem;
  private static SSLContext context;

  @BeforeAll
  static void aCertificateForLocalhostOnly() throws Exception {
    Path store = folder.resolve("key.p12");
    pem = folder.resolve("ca.pem");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    run(
        keytool,
        "-genkeypair",
        "-alias",
        "k",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost",
        "-keystore",
        store.toString(),
        "-storepass",
        "changeit");
    run(
        keytool,
        "-exportcert",
        "-rfc",
        "-alias",
        "k",
        "-keystore",
        store.toString(),
        "-storepass",
        "changeit",
        "-file",
        pem.toString());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
  }

  @SuppressWarnings("try") // the server works by being open
  private static Exchange call(Wire wire, String host, Endpoint.Trust trust) throws Exception {
    ServerSocket socket =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    String body = Talk.success(wire, "\"\"");
    try (ScriptedServer server =
            new ScriptedServer(
                socket,
                (request, connection) ->
                    connection.send(
                        ScriptedServer.ok(body.replace("{id}", request.id()).getBytes())));
        WireClient client =
            WireClients.open(
                wire,
                endpoint(URI.create("https://" + host + ":" + socket.getLocalPort()), trust),
                WireClients.Sources.standard())) {
      return client.call("task.create", List.of("a"));
    }
  }

  private static Endpoint endpoint(URI url, Endpoint.Trust trust) {
    Duration patience = Duration.ofSeconds(5);
    return new Endpoint(url, trust, patience, patience, Endpoint.DEFAULT_ANSWER_LIMIT);
  }

  @ParameterizedTest
  @EnumSource
  void aServerIsTrustedByItsCaFile(Wire wire) throws Exception {
    Exchange exchange = call(wire, "localhost", new Endpoint.Trust(Optional.of(pem), false));
    assertThat(exchange.answer()).isInstanceOf(Answer.Success.class);
  }

  @ParameterizedTest
  @EnumSource
  void anotherNameIsNotTrusted(Wire wire) throws Exception {
    Exchange exchange = call(wire, "127.0.0.1", new Endpoint.Trust(Optional.of(pem), false));
    assertThat(exchange.answered()).isFalse();
    assertThat(Talk.reason(exchange)).contains("127.0.0.1");
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownCertificateIsNotTrusted(Wire wire) throws Exception {
    Exchange exchange = call(wire, "localhost", Endpoint.Trust.standard());
    assertThat(exchange.answered()).isFalse();
    assertThat(Talk.reason(exchange)).contains("unable to find valid certification path");
  }

  @ParameterizedTest
  @EnumSource
  void insecureTakesAnyCertificateAndName(Wire wire) throws Exception {
    Exchange exchange = call(wire, "127.0.0.1", new Endpoint.Trust(Optional.empty(), true));
    assertThat(exchange.answer()).isInstanceOf(Answer.Success.class);
  }

  @ParameterizedTest
  @EnumSource
  void httpsToAPlainServerIsNoAnswer(Wire wire) throws Exception {
    try (ScriptedServer plain = ScriptedServer.sending("HTTP/1.1 400 Bad\r\n\r\n".getBytes());
        WireClient client =
            WireClients.open(
                wire,
                new Endpoint(
                    URI.create(plain.url().toString().replace("http:", "https:")),
                    Endpoint.Trust.standard(),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(300),
                    1000),
                WireClients.Sources.standard())) {
      assertThat(client.call("task.create", List.of()).answered()).isFalse();
    }
  }

  @Test
  void aCaFileWithoutACertificateIsNamed() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path missing = folder.resolve("missing.pem");
    for (Path file : List.of(empty, missing)) {
      Endpoint endpoint =
          endpoint(URI.create("https://localhost/"), new Endpoint.Trust(Optional.of(file), false));
      assertThatThrownBy(
              () -> WireClients.open(Wire.XMLRPC, endpoint, WireClients.Sources.standard()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cannot trust by " + file);
    }
  }
}
