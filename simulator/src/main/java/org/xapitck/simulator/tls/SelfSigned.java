package org.xapitck.simulator.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes certificates that sign themselves. The JDK can read certificates and not make them, and its
 * keytool takes a second; an X.509 certificate is four nested lists in DER (RFC 5280, section 4.1).
 * Bouncy Castle, which could write them, takes 8 MB.
 */
public final class SelfSigned {
  /** 2,048 bits: what hosts of XenServer generate, and made in a quarter of a second. */
  private static final int BITS = 2048;

  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int UTF8_STRING = 0x0C;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int UTC_TIME = 0x17;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int VERSION = 0xA0;
  private static final int EXTENSIONS = 0xA3;
  private static final int DNS_NAME = 0x82;
  private static final int IP_ADDRESS = 0x87;

  private static final byte[] NULL = {0x05, 0x00};
  private static final byte[] TRUE = {0x01, 0x01, (byte) 0xFF};
  private static final byte[] SHA256_WITH_RSA = oid(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 11);
  private static final byte[] COMMON_NAME = oid(0x55, 4, 3);
  private static final byte[] ALTERNATIVE_NAME = oid(0x55, 0x1D, 17);
  private static final byte[] BASIC_CONSTRAINTS = oid(0x55, 0x1D, 19);

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  /** From 2050 on a date has four digits of the year. */
  private static final Instant LONG_DATES = Instant.parse("2050-01-01T00:00:00Z");

  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private SelfSigned() {}

  /**
   * An RSA key and its certificate.
   *
   * @param names host names and IPv4 addresses that it is good for; the first is its subject
   * @param from when it begins to be good
   * @param until when it ceases to be
   */
  public static Identity of(List<String> names, Instant from, Instant until) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      KeyPair pair = generator.generateKeyPair();
      byte[] algorithm = der(SEQUENCE, SHA256_WITH_RSA, NULL);
      byte[] body = body(names, from, until, algorithm, pair.getPublic().getEncoded());
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(body);
      byte[] whole = der(SEQUENCE, body, algorithm, der(BIT_STRING, new byte[1], signature.sign()));
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(whole));
      return new Identity(pair.getPrivate(), List.of(certificate));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has RSA, SHA-256 and X.509", impossible);
    }
  }

  private static byte[] body(
      List<String> names, Instant from, Instant until, byte[] algorithm, byte[] publicKey) {
    // 64 bits of chance: browsers refuse two certificates of one issuer and number
    byte[] serial = new BigInteger(63, new SecureRandom()).add(BigInteger.ONE).toByteArray();
    byte[] name =
        der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, text(UTF8_STRING, names.get(0)))));
    return der(
        SEQUENCE,
        der(VERSION, der(INTEGER, new byte[] {2})),
        der(INTEGER, serial),
        algorithm,
        name,
        der(SEQUENCE, date(from), date(until)),
        name,
        publicKey,
        der(EXTENSIONS, der(SEQUENCE, alternativeNames(names), ownAuthority())));
  }

  private static byte[] alternativeNames(List<String> names) {
    byte[][] all =
        names.stream()
            .map(n -> IPV4.matcher(n).matches() ? der(IP_ADDRESS, ipv4(n)) : text(DNS_NAME, n))
            .toArray(byte[][]::new);
    return der(SEQUENCE, ALTERNATIVE_NAME, der(OCTET_STRING, der(SEQUENCE, all)));
  }

  /** So that the certificate itself can be the file of trusted authorities. */
  private static byte[] ownAuthority() {
    return der(
        SEQUENCE, BASIC_CONSTRAINTS, TRUE, der(OCTET_STRING, der(SEQUENCE, new byte[][] {TRUE})));
  }

  private static byte[] ipv4(String address) {
    byte[] bytes = new byte[4];
    String[] parts = address.split("\\.");
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    return bytes;
  }

  private static byte[] date(Instant instant) {
    return instant.isBefore(LONG_DATES)
        ? text(UTC_TIME, SHORT.format(instant))
        : text(GENERALIZED_TIME, LONG.format(instant));
  }

  private static byte[] text(int tag, String text) {
    return der(tag, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] oid(int... bytes) {
    byte[] body = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      body[i] = (byte) bytes[i];
    }
    return der(0x06, body);
  }

  /** Tag, length, then the parts; a length beyond 127 is told by how many bytes it takes. */
  private static byte[] der(int tag, byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 4);
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
