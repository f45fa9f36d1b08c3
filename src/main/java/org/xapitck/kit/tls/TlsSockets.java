package org.xapitck.kit.tls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.xapitck.kit.address.Endpoint;

/**
 * Makes sockets on which both sides of https prove themselves, without changing the JVM's own
 * settings.
 */
public final class TlsSockets {
  /** The key never leaves this process's memory, so its store needs no secret. */
  private static final char[] NO_PASSWORD = {};

  /** A port that answers at all answers a handshake at once. */
  private static final int PROBE_MILLIS = 2000;

  private TlsSockets() {}

  /**
   * Sockets that trust what the endpoint says.
   *
   * @throws IllegalArgumentException where a file cannot be used, in one sentence that names it
   */
  public static SSLConnectionSocketFactory sockets(Endpoint endpoint) {
    Endpoint.Trust trust = endpoint.trust();
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager manager =
          trust.insecure()
              ? new TrustAnything()
              : new ServerProof(authorities(trust), trust.pin(), host(endpoint));
      context.init(keys(trust.client()), new TrustManager[] {manager}, null);
      // names are the trust manager's business
      return new SSLConnectionSocketFactory(context, NoopHostnameVerifier.INSTANCE);
    } catch (GeneralSecurityException | IOException unusable) {
      throw new IllegalArgumentException(
          "https cannot be used: " + unusable.getMessage(), unusable);
    }
  }

  /**
   * Whether somebody speaks TLS where an endpoint is, as a URL with the wrong scheme shows. Sends
   * the first words of a handshake and nothing else.
   */
  public static boolean areSpokenAt(Endpoint endpoint) {
    int port = endpoint.url().getPort() < 0 ? 80 : endpoint.url().getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host(endpoint), port), PROBE_MILLIS);
      socket.setSoTimeout(PROBE_MILLIS);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustAnything()}, null);
      try (SSLSocket tls =
          (SSLSocket) context.getSocketFactory().createSocket(socket, host(endpoint), port, true)) {
        tls.startHandshake();
        return true;
      }
    } catch (IOException | GeneralSecurityException no) {
      // an alert is a word of TLS as well
      return no instanceof SSLException && String.valueOf(no.getMessage()).contains("alert:");
    }
  }

  /** As certificates name it: an IPv6 address without its brackets. */
  private static String host(Endpoint endpoint) {
    return endpoint.url().getHost().replaceAll("^\\[|\\]$", "");
  }

  private static X509TrustManager authorities(Endpoint.Trust trust)
      throws GeneralSecurityException, IOException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    // null stands for the JDK's own
    factory.init(trust.caFile().isPresent() ? store(Pem.certificates(trust.caFile().get())) : null);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static KeyStore store(List<X509Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    int number = 0;
    for (X509Certificate certificate : certificates) {
      store.setCertificateEntry("ca-" + number++, certificate);
    }
    return store;
  }

  private static KeyManager[] keys(Optional<Endpoint.ClientCertificate> client)
      throws GeneralSecurityException, IOException {
    if (client.isEmpty()) {
      return new KeyManager[0];
    }
    List<X509Certificate> chain = Pem.certificates(client.get().certificates());
    KeyStore store = empty();
    store.setKeyEntry(
        "kit",
        Pem.key(client.get().key(), chain.get(0).getPublicKey().getAlgorithm()),
        NO_PASSWORD,
        chain.toArray(Certificate[]::new));
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
  }

  /** Extended, so that the JDK adds no check of names of its own. */
  private static final class TrustAnything extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
