package org.xapitck.simulator.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * The certificate and key with which an https server proves itself.
 *
 * @param key of the first certificate
 * @param chain the server's own certificate first, then those that signed it
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  public Identity {
    Objects.requireNonNull(key, "key");
    chain = List.copyOf(chain);
  }

  /**
   * Reads PEM files.
   *
   * @param certificates the server's own first
   * @param key PKCS#8 of an RSA or EC key, not encrypted
   * @throws IOException in one sentence that names the file, where one of them will not do
   */
  public static Identity read(Path certificates, Path key) throws IOException {
    List<X509Certificate> chain = chain(certificates);
    return new Identity(key(key, chain.get(0).getPublicKey().getAlgorithm()), chain);
  }

  private static List<X509Certificate> chain(Path file) throws IOException {
    try {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (GeneralSecurityException unreadable) {
      throw new IOException(file + " holds no PEM certificate", unreadable);
    }
    throw new IOException(file + " holds no PEM certificate");
  }

  private static PrivateKey key(Path file, String algorithm) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    int from = text.indexOf(BEGIN);
    int to = text.indexOf(END);
    try {
      if (from >= 0 && to > from) {
        byte[] der = Base64.getMimeDecoder().decode(text.substring(from + BEGIN.length(), to));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      }
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      throw new IOException(file + " holds no private key of the certificate", unreadable);
    }
    throw new IOException(file + " holds no PEM private key in PKCS#8 form (" + BEGIN + ")");
  }
}
