package org.xapitck.simulator.rpc;

import java.util.function.Consumer;

/** Connects a wire with the API behind it. It knows neither HTTP nor any class of the API. */
public final class RpcEndpoint {
  private final Codec codec;
  private final Api api;
  private final Exchange.Passage passage;

  /** Joins a wire and an API, through a passage. */
  public RpcEndpoint(Codec codec, Api api, Exchange.Passage passage) {
    this.codec = codec;
    this.api = api;
    this.passage = passage;
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
     * @param outcome {@code ok} or the code of the refusal
     */
    record Answered(
        String contentType, int status, ByteSink body, boolean dispatched, String outcome)
        implements Reply {}

    /** No call at all, with the exception that xapi would print. */
    record Malformed(String printed) implements Reply {}

    /** An answer of which a part is sent before the connection ends. */
    record Cut(Answered whole, int bytes) implements Reply {}

    /** An HTTP status with a page, as from a server or proxy that is in trouble. */
    record Trouble(int status) implements Reply {}

    /** A connection that is reset without a word. */
    record Reset() implements Reply {}

    /** Nothing, ever, on a connection that stays open. */
    record Silence() implements Reply {}
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
      passage.pass(new Dispatched(codec.contentType(), api, dispatch), then);
    } else if (request instanceof Codec.Request.Refused refused) {
      then.accept(
          new Reply.Answered(codec.contentType(), 200, refused.answer(), false, "INVALID_VALUE"));
    }
  }

  private record Dispatched(String contentType, Api api, Codec.Request.Dispatch request)
      implements Exchange {
    @Override
    public Call call() {
      return request.call();
    }

    @Override
    public Wire wire() {
      return request.wire();
    }

    @Override
    public void serve(Consumer<Reply> then) {
      api.call(request.call(), answer -> then.accept(reply(answer)));
    }

    @Override
    public Reply reply(Answer answer) {
      return new Reply.Answered(
          contentType,
          request.writer().status(answer),
          request.writer().write(answer),
          true,
          answer instanceof Answer.Failure failure ? failure.code() : "ok");
    }
  }
}
