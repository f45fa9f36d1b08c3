package org.xapitck.kit.model;

/** The types of parameters and results of class task, with the Java type of each. */
public enum ApiType {
  /** Read as {@code ""}: the empty string, nil or null. */
  VOID,
  /** Text, also of an enum: {@code String}. */
  STRING,
  /** An opaque reference: {@code String}. */
  REF,
  /** {@code Double}; a number with or without a fraction. */
  FLOAT,
  /**
   * {@code java.time.Instant}; with or without dashes, {@code Z} or an offset, none meaning UTC.
   */
  DATETIME,
  /** A set of texts, references or enum values: {@code List<String>}, order kept. */
  STRING_SET,
  /** {@code Map<String, String>}, order kept. */
  STRING_MAP,
  /** A record, its fields not yet typed: {@code Map<String, Value>}. */
  RECORD,
  /** Records by reference: {@code Map<String, Map<String, Value>>}. */
  RECORD_MAP
}
