package org.xapitck.kit.tls;

import java.security.cert.CertificateException;

/** Why the kit does not trust a server's certificate, and which option trusts it. */
public final class CertificateProblem extends CertificateException {
  private static final long serialVersionUID = 1L;

  CertificateProblem(String problem, String fingerprint) {
    super(problem + "; its SHA-256 fingerprint, for --pin: " + fingerprint);
  }
}
