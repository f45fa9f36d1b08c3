package org.xapitck.simulator.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that is made here is one that everybody can read. */
@Tag("slow")
class SelfSignedTest {
  private static final Instant FROM = Instant.parse("2026-01-02T03:04:05Z");
  private static final Instant UNTIL = Instant.parse("2051-06-07T08:09:10Z");

  @TempDir Path folder;

  @Test
  void namesDatesAndSignatureAreWhatWasAskedFor() throws Exception {
    Identity identity = SelfSigned.of(List.of("pool.example", "192.0.2.7"), FROM, UNTIL);
    X509Certificate certificate = identity.chain().get(0);

    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=pool.example");
    assertThat(certificate.getNotBefore().toInstant()).isEqualTo(FROM);
    // beyond 2050 a date has another form
    assertThat(certificate.getNotAfter().toInstant()).isEqualTo(UNTIL);
    assertThat(certificate.getSubjectAlternativeNames().toString())
        .isEqualTo("[[2, pool.example], [7, 192.0.2.7]]");
    assertThat(certificate.getVersion()).isEqualTo(3);
    assertThat(certificate.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void itsPemFilesReadBackAsTheSame() throws Exception {
    Identity identity = SelfSigned.of(List.of("localhost"), FROM, UNTIL);
    Path certificate = pem("CERTIFICATE", identity.chain().get(0).getEncoded());
    Path key = pem("PRIVATE KEY", identity.key().getEncoded());
    assertThat(Identity.read(certificate, key)).isEqualTo(identity);
  }

  @Test
  void aFileOfAnotherKindIsNamed() throws Exception {
    Identity identity = SelfSigned.of(List.of("localhost"), FROM, UNTIL);
    Path certificate = pem("CERTIFICATE", identity.chain().get(0).getEncoded());
    Path key = pem("RSA PRIVATE KEY", identity.key().getEncoded());
    assertThatThrownBy(() -> Identity.read(certificate, key))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(key.toString())
        .hasMessageContaining("PKCS#8");
    assertThatThrownBy(() -> Identity.read(key, key))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no PEM certificate");
  }

  private Path pem(String kind, byte[] der) throws IOException {
    return Files.writeString(
        folder.resolve(kind + ".pem"),
        "-----BEGIN "
            + kind
            + "-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END "
            + kind
            + "-----\n");
  }
}
