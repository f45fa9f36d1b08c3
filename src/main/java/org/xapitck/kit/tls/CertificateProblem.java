package org.xapitck.kit.tls;

import java.security.cert.CertificateException;

/** Why a server's certificate is not believed, and how to believe it all the same. */
public final class CertificateProblem extends CertificateException {
  private static final long serialVersionUID = 1L;

  CertificateProblem(String problem, String fingerprint) {
    super(problem + "; its SHA-256 fingerprint, for --pin: " + fingerprint);
  }
}
