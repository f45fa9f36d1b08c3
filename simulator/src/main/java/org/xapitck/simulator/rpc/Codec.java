package org.xapitck.simulator.rpc;

/** One wire: turns a body into a call, and an answer into a body. */
public interface Codec {

  /** The {@code content-type} of every answer; without a charset, which breaks clients. */
  String contentType();

  /**
   * Reads one request.
   *
   * @throws MalformedRequest if the body is no call of this wire
   */
  Request read(byte[] body) throws MalformedRequest;

  /** What a body turned out to be. */
  sealed interface Request {

    /**
     * A call.
     *
     * @param writer how its answer is to be written (the answer echoes version and id)
     * @param wire the wire that it came on
     */
    record Dispatch(Call call, AnswerWriter writer, Wire wire) implements Request {}

    /** A call that is refused before anybody looks at its method. */
    record Refused(ByteSink answer) implements Request {}
  }

  /** Gives an answer its envelope. */
  @FunctionalInterface
  interface AnswerWriter {
    /** The whole body of the answer. */
    ByteSink write(Answer answer);

    /** The HTTP status of it: in xapi a refusal is as good an answer as a success. */
    default int status(Answer answer) {
      return 200;
    }
  }
}
