package org.xapitck.kit.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;

/** How a server of https proves itself; nothing of the JVM's own settings is changed. */
final class Tls {
  private Tls() {}

  /**
   * Sockets that trust what the endpoint says.
   *
   * @throws IllegalArgumentException where the CA file cannot be read or holds no certificate
   */
  static SSLConnectionSocketFactory sockets(Endpoint.Trust trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(trust), null);
      return new SSLConnectionSocketFactory(
          context,
          trust.insecure() ? NoopHostnameVerifier.INSTANCE : new DefaultHostnameVerifier());
    } catch (GeneralSecurityException | IOException unusable) {
      String file = trust.caFile().map(Path::toString).orElse("the trust store of the JDK");
      throw new IllegalArgumentException(
          "cannot trust by " + file + ": " + unusable.getMessage(), unusable);
    }
  }

  /** Null means the JDK's own. */
  private static TrustManager[] managers(Endpoint.Trust trust)
      throws GeneralSecurityException, IOException {
    if (trust.insecure()) {
      return new TrustManager[] {new TrustAnything()};
    }
    if (trust.caFile().isEmpty()) {
      return null;
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(keyStore(trust.caFile().get()));
    return factory.getTrustManagers();
  }

  private static KeyStore keyStore(Path pem) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    Collection<? extends Certificate> certificates;
    try (InputStream in = Files.newInputStream(pem)) {
      certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
    if (certificates.isEmpty()) {
      throw new IOException("no PEM certificate in it");
    }
    int number = 0;
    for (Certificate certificate : certificates) {
      store.setCertificateEntry("ca-" + number++, certificate);
    }
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
