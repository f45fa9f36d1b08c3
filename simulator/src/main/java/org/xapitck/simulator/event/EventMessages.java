package org.xapitck.simulator.event;

import java.util.List;
import java.util.function.Consumer;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Caller;

/** The messages of class event. */
public final class EventMessages {
  private final EventHub hub;

  /** The messages over this hub. */
  public EventMessages(EventHub hub) {
    this.hub = hub;
  }

  /**
   * {@code from}: what happened since a token, if need be after waiting for it.
   *
   * @param timeout in seconds; without any, it never waits
   * @throws ApiFailure EVENT_FROM_TOKEN_PARSE_FAILURE, EVENT_SUBSCRIPTION_PARSE_FAILURE
   */
  public void from(
      Caller caller, List<String> classes, String token, Double timeout, Consumer<Answer> then) {
    Token since = Token.of(token);
    hub.from(caller.session().ref(), Subscription.of(classes), since, timeout, then);
  }

  /**
   * {@code next}: every write since the last call, after waiting for one without end.
   *
   * @throws ApiFailure SESSION_NOT_REGISTERED
   */
  public void next(Caller caller, Consumer<Answer> then) {
    hub.next(caller.session().ref(), then);
  }

  /**
   * {@code inject}: an event of an object that nobody changed.
   *
   * @throws ApiFailure HANDLE_INVALID
   */
  public Value inject(Caller caller, String type, String ref) {
    return Value.of(hub.inject(type, ref));
  }

  /** {@code get_current_id}: the id that the next event of {@code next} takes. */
  public Value getCurrentId(Caller caller) {
    return new Value.Int(hub.currentId());
  }

  /** {@code register}: adds to what {@code next} tells the session. */
  public Value register(Caller caller, List<String> classes) {
    hub.register(caller.session().ref(), Subscription.of(classes));
    return Value.VOID;
  }

  /** {@code unregister}: takes away from what {@code next} tells the session. */
  public Value unregister(Caller caller, List<String> classes) {
    hub.unregister(caller.session().ref(), Subscription.of(classes));
    return Value.VOID;
  }
}
