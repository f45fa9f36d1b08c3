package org.xapitck.simulator.dispatch;

import java.util.List;

/**
 * One line of the table: everything that the dispatcher needs to know about a message.
 *
 * @param name its name, with the dot
 * @param access the role that it asks for
 * @param asynchronous whether it has an {@code Async.} form
 * @param types its parameters without the session
 * @param handler what it does
 */
public record Message(
    String name,
    Access access,
    boolean asynchronous,
    List<ParameterType<?>> types,
    Handler handler) {

  /** The same message with another handler: the place where a seeded defect goes. */
  public Message withHandler(Handler other) {
    return new Message(name, access, asynchronous, types, other);
  }

  /** The same message with an {@code Async.} form. */
  Message withAsync() {
    return new Message(name, access, true, types, handler);
  }
}
