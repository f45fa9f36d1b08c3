package org.xapitck.kit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message to call.
 *
 * @param method the full name, such as {@code task.create}
 * @param parameters in order: {@code String}, {@code Double}, {@code Integer}, {@code Long}, {@code
 *     Boolean}, {@code List} or {@code Map<String, ?>} of these
 * @param purpose what the answer is for
 * @param form how the request is written; empty where the wire's client library writes it
 */
public record Call(String method, List<?> parameters, Purpose purpose, Optional<RequestForm> form) {

  /** A call that is written as usual. */
  public Call(String method, List<?> parameters, Purpose purpose) {
    this(method, parameters, purpose, Optional.empty());
  }

  /** What an answer is for. */
  public enum Purpose {
    /** A verdict depends on it: the client library of the wire encodes and decodes the call. */
    JUDGED,
    /**
     * Preparation, snapshots and clean-up, some 60 % of a run: the strict parser alone reads the
     * answer, and over JSON-RPC Jackson alone writes the call, which takes a tenth of the time.
     */
    AUXILIARY,
    /**
     * A verdict depends on it, and it gets ten seconds at least: so long may a directory take to
     * refuse a password.
     */
    JUDGED_IN_PATIENCE
  }

  /** A call whose answer decides a verdict. */
  public static Call judged(String method, List<?> parameters) {
    return new Call(method, parameters, Purpose.JUDGED);
  }

  /** A call that prepares, looks or cleans up. */
  public static Call auxiliary(String method, List<?> parameters) {
    return new Call(method, parameters, Purpose.AUXILIARY);
  }

  /**
   * A call in a session, whose reference is the first parameter.
   *
   * @param own the parameters that follow it
   */
  public static Call inSession(String session, String method, List<?> own, Purpose purpose) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(session);
    parameters.addAll(own);
    return new Call(method, parameters, purpose);
  }

  /** The same call, written in a form. */
  public Call in(RequestForm other) {
    return new Call(method, parameters, purpose, Optional.of(other));
  }

  /** Whether a verdict depends on its answer. */
  public boolean isJudged() {
    return purpose != Purpose.AUXILIARY;
  }

  /** Whether it only reads, so that it does no harm to send it twice. */
  public boolean isRepeatable() {
    return Effect.ofName(method).equals(Optional.of(Effect.READS));
  }
}
