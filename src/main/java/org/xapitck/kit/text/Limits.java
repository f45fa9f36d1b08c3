package org.xapitck.kit.text;

/** Limits of what the kit reads; each is far above what a right answer of class task needs. */
public final class Limits {
  /** Arrays and structs within each other: records by reference with a map inside take 4. */
  public static final int DEPTH = 64;

  /**
   * Values in one answer: some 5,000 records, where xapi allows 200 tasks. 16 MiB of empty arrays
   * would take more memory than the 256 MiB that the kit has to get by with.
   */
  public static final int VALUES = 100_000;

  /** Characters of one number: a double written without an exponent takes up to 1,075. */
  public static final int NUMBER_LENGTH = 1100;

  /** Digits of an exponent: ten make Java's decimals overflow, nine cost nothing. */
  public static final int EXPONENT_LENGTH = 9;

  /** Header lines of an answer: xapi sends 6. */
  public static final int HEADER_COUNT = 200;

  /** Characters of one header line. */
  public static final int HEADER_LENGTH = 16 * 1024;

  /** Characters of a value that a message or a violation quotes. */
  public static final int QUOTE = 200;

  private Limits() {}
}
