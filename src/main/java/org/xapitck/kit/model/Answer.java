package org.xapitck.kit.model;

import java.util.List;

/** What a server said to one call. */
public sealed interface Answer {

  /** The call succeeded with this value. */
  record Success(Value value) implements Answer {}

  /**
   * The server refused the call by an error of the API.
   *
   * @param code the error code, such as {@code HANDLE_INVALID}
   * @param parameters the texts that came with it, in order
   */
  record Failure(String code, List<String> parameters) implements Answer {
    public Failure {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * The answer cannot be understood, or there was none.
   *
   * @param reason one sentence for people
   * @param certificate whether a certificate kept the kit from asking
   */
  record Malformed(String reason, Certificate certificate) implements Answer {

    /** Of a server that was asked. */
    public Malformed(String reason) {
      this(reason, Certificate.NO_MATTER);
    }
  }

  /** Whether a certificate kept the kit from asking. */
  enum Certificate {
    /** They did not. */
    NO_MATTER,
    /** The kit does not trust the server's. */
    DISTRUSTED,
    /** The server wants one of the kit's. */
    WANTED
  }
}
