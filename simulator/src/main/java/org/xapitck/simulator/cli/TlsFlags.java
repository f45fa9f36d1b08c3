package org.xapitck.simulator.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The options of the command line for https.
 *
 * @param wanted whether to serve https
 * @param certificate PEM file of one's own certificate; without it one is made
 * @param key PEM file of its key
 */
public record TlsFlags(boolean wanted, Optional<Path> certificate, Optional<Path> key) {
  /** Plain http. */
  static final TlsFlags NONE = new TlsFlags(false, Optional.empty(), Optional.empty());

  TlsFlags on() {
    return new TlsFlags(true, certificate, key);
  }

  TlsFlags withCertificate(Path file) {
    return new TlsFlags(true, Optional.of(file), key);
  }

  TlsFlags withKey(Path file) {
    return new TlsFlags(true, certificate, Optional.of(file));
  }

  /** A certificate without its key, or the other way round, is of no use. */
  TlsFlags checked() throws UsageException {
    if (certificate.isPresent() != key.isPresent()) {
      throw new UsageException(
          "Option "
              + (certificate.isPresent() ? "--tls-cert" : "--tls-key")
              + " needs "
              + (certificate.isPresent() ? "--tls-key" : "--tls-cert")
              + " beside it; --tls alone makes a certificate.");
    }
    return this;
  }
}
