package org.xapitck.kit.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.text.Sha256;

/**
 * Believes a server by its certificate, and says of one that it does not believe what is wrong with
 * it. Extended, so that the JDK adds no checks of its own, whose words tell less.
 */
final class ServerProof extends X509ExtendedTrustManager {
  /** Long enough for a host's name, short enough for a line. */
  private static final int NAME = 80;

  private final X509TrustManager authorities;
  private final Optional<String> pin;
  private final String host;

  /**
   * A judge of certificates.
   *
   * @param authorities who may sign them
   * @param pin the fingerprint of the only one to believe, whoever signed it
   * @param host the name that it must be of
   */
  ServerProof(X509TrustManager authorities, Optional<String> pin, String host) {
    this.authorities = authorities;
    this.pin = pin;
    this.host = host;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    X509Certificate own = chain[0];
    String fingerprint = fingerprint(own);
    if (pin.isPresent()) {
      if (!pin.get().equals(fingerprint)) {
        throw new CertificateProblem("the certificate is not the pinned one", fingerprint);
      }
      return;
    }
    checkDates(own, fingerprint);
    try {
      authorities.checkServerTrusted(chain, type);
    } catch (CertificateException refused) {
      throw new CertificateProblem(
          "unknown issuer: nobody whom the kit trusts signed the certificate (issuer "
              + Excerpt.line(own.getIssuerX500Principal().getName(), NAME)
              + ")",
          fingerprint);
    }
    checkName(own, fingerprint);
  }

  /** The JDK does not look at the dates of a certificate that it was told to trust. */
  private static void checkDates(X509Certificate own, String fingerprint)
      throws CertificateProblem {
    try {
      own.checkValidity();
    } catch (CertificateExpiredException expired) {
      throw new CertificateProblem(
          "the certificate expired on " + own.getNotAfter().toInstant(), fingerprint);
    } catch (CertificateNotYetValidException early) {
      throw new CertificateProblem(
          "the certificate is not good before " + own.getNotBefore().toInstant(), fingerprint);
    }
  }

  private void checkName(X509Certificate own, String fingerprint) throws CertificateProblem {
    try {
      new DefaultHostnameVerifier().verify(host, own);
    } catch (SSLException other) {
      throw new CertificateProblem(
          "wrong name: the certificate is not for "
              + host
              + " (subject "
              + Excerpt.line(own.getSubjectX500Principal().getName(), NAME)
              + ")",
          fingerprint);
    }
  }

  private static String fingerprint(X509Certificate certificate) throws CertificateException {
    return Sha256.hex(certificate.getEncoded());
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("the kit is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities.getAcceptedIssuers();
  }
}
