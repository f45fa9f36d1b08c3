package org.xapitck.kit.cli;

import org.xapitck.kit.run.Certification;
import org.xapitck.kit.run.RunOptions;
import org.xapitck.kit.run.Surroundings;

/** A certification in this process, which the user may break off. */
final class Certifying {

  private Certifying() {}

  /** Certifies; returns the exit code. */
  static int certify(RunOptions options) {
    Certification certification = new Certification(options, Surroundings.ofProcess());
    Thread cleaning = new Thread(certification::breakOff, "clean-up");
    Runtime.getRuntime().addShutdownHook(cleaning);
    int code = certification.certify();
    Runtime.getRuntime().removeShutdownHook(cleaning);
    return code;
  }
}
