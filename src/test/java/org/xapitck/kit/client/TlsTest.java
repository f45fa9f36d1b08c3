package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xapitck.kit.model.Answer.Certificate.DISTRUSTED;
import static org.xapitck.kit.model.Answer.Certificate.WANTED;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Waiting;
import org.xapitck.kit.wire.CallSources;
import org.xapitck.kit.wire.WireClient;
import org.xapitck.simulator.tls.Identity;
import org.xapitck.simulator.tls.SelfSigned;

/** Whom the clients believe over https. */
@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
@Tag("slow")
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
                CallSources.timedBy(System::nanoTime))) {
      return client.call("task.create", List.of("a"));
    }
  }

  private static Endpoint endpoint(URI url, Endpoint.Trust trust) {
    return new Endpoint(url, trust, Waiting.LIMIT, Waiting.LIMIT, Endpoint.DEFAULT_ANSWER_LIMIT);
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
    assertThat(Talk.reason(exchange))
        .contains("unknown issuer")
        .containsPattern("--pin: [0-9a-f]{64}");
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
                    Waiting.LIMIT,
                    Duration.ofMillis(300),
                    1000),
                CallSources.timedBy(System::nanoTime))) {
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
              () -> WireClients.open(Wire.XMLRPC, endpoint, CallSources.timedBy(System::nanoTime)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(file.toString());
    }
  }

  /** The server's own certificate and key do for the client: what counts is that it has one. */
  @Test
  void aServerThatAsksForACertificateGetsTheKitsAndIsNamedWhereThereIsNone() throws Exception {
    Identity own =
        SelfSigned.of(
            List.of("localhost"), Instant.now().minusSeconds(60), Instant.now().plusSeconds(3600));
    Path certificate = pem("CERTIFICATE", own.chain().get(0).getEncoded());
    Path key = pem("PRIVATE KEY", own.key().getEncoded());
    Optional<Endpoint.ClientCertificate> client =
        Optional.of(new Endpoint.ClientCertificate(certificate, key));

    Exchange with = mutual(own, client);
    assertThat(with.answer()).isInstanceOf(Answer.Success.class);

    // a server that closes at once may reset the connection before the kit has read why
    assertThat(
            Stream.generate(() -> withoutCertificate(own))
                .limit(20)
                .peek(none -> assertThat(none.certificate()).isNotEqualTo(DISTRUSTED))
                .filter(none -> none.certificate() == WANTED)
                .findFirst())
        .hasValueSatisfying(
            none -> assertThat(none.reason()).contains("--client-cert, --client-key"));
  }

  private static Answer.Malformed withoutCertificate(Identity own) {
    try {
      Exchange exchange = mutual(own, Optional.empty());
      assertThat(exchange.answered()).isFalse();
      return (Answer.Malformed) exchange.answer();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("try") // the server works by being open
  private static Exchange mutual(Identity own, Optional<Endpoint.ClientCertificate> client)
      throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("own", own.key(), new char[0], own.chain().toArray(Certificate[]::new));
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("client", own.chain().get(0));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext both = SSLContext.getInstance("TLS");
    both.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    SSLServerSocket socket =
        (SSLServerSocket)
            both.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    socket.setNeedClientAuth(true);
    String body = Talk.success(Wire.XMLRPC, "\"\"");
    try (ScriptedServer server =
            new ScriptedServer(
                socket,
                (request, connection) -> connection.send(ScriptedServer.ok(body.getBytes())));
        WireClient kit =
            WireClients.open(
                Wire.XMLRPC,
                endpoint(
                    URI.create("https://localhost:" + socket.getLocalPort()),
                    new Endpoint.Trust(Optional.empty(), true, Optional.empty(), client)),
                CallSources.timedBy(System::nanoTime))) {
      return kit.call("task.create", List.of("a"));
    }
  }

  private static Path pem(String kind, byte[] der) throws Exception {
    return Files.writeString(
        folder.resolve(kind.replace(' ', '-') + ".pem"),
        "-----BEGIN "
            + kind
            + "-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END "
            + kind
            + "-----\n");
  }
}
