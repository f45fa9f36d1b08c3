package org.xapitck.simulator.dispatch;

import java.util.List;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Caller;

/**
 * Does what a message does, after the parameters are decoded and the caller's role is checked. The
 * numbered forms tie the types of a handler's parameters to those of its line in the table.
 */
@FunctionalInterface
public interface Handler {

  /**
   * Runs the message.
   *
   * @param caller whose session and role have been checked
   * @param parameters decoded, without the session
   */
  Value handle(Caller caller, List<Object> parameters);

  /** A handler without parameters. */
  @FunctionalInterface
  interface Of0 {
    Value handle(Caller caller);
  }

  /** A handler of one parameter. */
  @FunctionalInterface
  interface Of1<A> {
    Value handle(Caller caller, A first);
  }

  /** A handler of two parameters. */
  @FunctionalInterface
  interface Of2<A, B> {
    Value handle(Caller caller, A first, B second);
  }

  /** A handler of three parameters. */
  @FunctionalInterface
  interface Of3<A, B, C> {
    Value handle(Caller caller, A first, B second, C third);
  }
}
