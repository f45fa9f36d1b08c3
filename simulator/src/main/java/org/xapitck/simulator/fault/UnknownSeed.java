package org.xapitck.simulator.fault;

/**
 * Somebody asked for a defect or variant that does not exist, or for two that exclude each other.
 */
public final class UnknownSeed extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownSeed(String message) {
    super(message);
  }
}
