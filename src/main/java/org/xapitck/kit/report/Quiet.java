package org.xapitck.kit.report;

/** Keeps libraries from talking on the console, which belongs to the run. */
final class Quiet {

  private static final String VERBOSITY = "slf4j.internal.verbosity";

  private Quiet() {}

  /** Without a logging provider, slf4j warns of that on stderr once; nobody here can act on it. */
  static void slf4j() {
    if (System.getProperty(VERBOSITY) == null) {
      System.setProperty(VERBOSITY, "ERROR");
    }
  }
}
