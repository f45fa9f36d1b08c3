package org.xapitck.simulator.rpc;

import java.util.function.Consumer;

/** Connects a wire with the API behind it. It knows neither HTTP nor any class of the API. */
public final class RpcEndpoint {
  private final Codec codec;
  private final Api api;

  /** Joins a wire and an API. */
  public RpcEndpoint(Codec codec, Api api) {
    this.codec = codec;
    this.api = api;
  }

  /** What answers calls; perhaps later and on another thread, so that a waiting call holds none. */
  @FunctionalInterface
  public interface Api {
    /** Answers one call by giving the answer to {@code then}, exactly once. */
    void call(Call call, Consumer<Answer> then);
  }

  /** The outcome of one body. */
  public sealed interface Reply {

    /**
     * An answer of the API, success or refusal.
     *
     * @param status of HTTP
     * @param dispatched false if it was refused before any message was looked up
     */
    record Answered(String contentType, int status, ByteSink body, boolean dispatched)
        implements Reply {}

    /** No call at all, with the exception that xapi would print. */
    record Malformed(String printed) implements Reply {}
  }

  /** Serves one body and gives the outcome to {@code then}, exactly once. */
  public void serve(byte[] body, Consumer<Reply> then) {
    Codec.Request request;
    try {
      request = codec.read(body);
    } catch (MalformedRequest malformed) {
      then.accept(new Reply.Malformed(malformed.getMessage()));
      return;
    }
    if (request instanceof Codec.Request.Dispatch dispatch) {
      api.call(
          dispatch.call(),
          answer ->
              then.accept(
                  answered(
                      dispatch.writer().status(answer), dispatch.writer().write(answer), true)));
    } else if (request instanceof Codec.Request.Refused refused) {
      then.accept(answered(200, refused.answer(), false));
    }
  }

  private Reply answered(int status, ByteSink body, boolean dispatched) {
    return new Reply.Answered(codec.contentType(), status, body, dispatched);
  }
}
