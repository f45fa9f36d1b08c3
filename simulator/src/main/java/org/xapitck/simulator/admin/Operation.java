package org.xapitck.simulator.admin;

import java.util.Map;
import java.util.function.Consumer;
import org.xapitck.simulator.http.Gate;
import org.xapitck.simulator.rpc.Value;

/**
 * One line of the table: what is done at a path, and everything that the OpenAPI document says of
 * it.
 *
 * @param method of HTTP
 * @param path with {@code {name}} for a part that varies
 * @param id its name in the document
 * @param summary what it does
 * @param query the parameters that it takes; each is one text or whole number
 * @param body the form of its body; an empty object where it takes none
 * @param status of its success
 * @param answer the form of its answer
 * @param handler does it
 */
record Operation(
    String method,
    String path,
    String id,
    String summary,
    Schema.Obj query,
    Schema.Obj body,
    int status,
    Schema answer,
    Handler handler) {

  /** An object without members. */
  static final Schema.Obj NOTHING = Schema.object();

  /** A request whose query and body have been checked. */
  record Asked(Map<String, String> path, Fields query, Fields body, Gate.Timer timer) {}

  /** Does an operation. */
  @FunctionalInterface
  interface Handler {
    /**
     * Does it and gives the answer to {@code then}, once, now or later.
     *
     * @return called when the client has gone before it was answered
     * @throws Problem why it is not done
     */
    Runnable handle(Asked asked, Consumer<Value> then) throws Problem;

    /** One that answers at once. */
    static Handler now(Now handler) {
      return (asked, then) -> {
        then.accept(handler.handle(asked));
        return () -> {};
      };
    }
  }

  /** Does an operation at once. */
  @FunctionalInterface
  interface Now {
    Value handle(Asked asked) throws Problem;
  }

  /** One that takes neither query nor body. */
  static Operation get(String path, String id, String summary, Schema answer, Now handler) {
    return new Operation(
        "GET", path, id, summary, NOTHING, NOTHING, 200, answer, Handler.now(handler));
  }

  /** One with a body. */
  static Operation of(
      String method,
      String path,
      String id,
      String summary,
      Schema.Obj body,
      Schema answer,
      Now handler) {
    return new Operation(
        method, path, id, summary, NOTHING, body, 200, answer, Handler.now(handler));
  }

  /** The same with another status. */
  Operation answering(int other) {
    return new Operation(method, path, id, summary, query, body, other, answer, handler);
  }
}
