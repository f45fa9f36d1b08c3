package org.xapitck.simulator.fault.live;

import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.rpc.Exchange;
import org.xapitck.simulator.rpc.MessagePattern;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.Wire;

/**
 * Which calls a fault strikes, and how.
 *
 * @param message by name
 * @param except but not these
 * @param session only of this session
 * @param wire only on this wire
 * @param count at most so many calls
 * @param probability of each call that is meant, 0 to 1
 * @param seed makes the same calls be struck each time
 * @param effect what happens to them
 * @param served whether a call whose answer never comes is done all the same
 */
public record FaultRule(
    MessagePattern message,
    List<MessagePattern> except,
    Optional<String> session,
    Optional<Wire> wire,
    long count,
    double probability,
    long seed,
    Effect effect,
    boolean served) {

  /** Every call of such messages, without end. */
  public static FaultRule on(String message, Effect effect) {
    return new FaultRule(
        MessagePattern.of(message),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Long.MAX_VALUE,
        1,
        0,
        effect,
        false);
  }

  /** The same, but not for these messages. */
  public FaultRule except(String... messages) {
    return new FaultRule(
        message,
        List.of(messages).stream().map(MessagePattern::of).toList(),
        session,
        wire,
        count,
        probability,
        seed,
        effect,
        served);
  }

  /** The same for calls of one session. */
  public FaultRule ofSession(String ref) {
    return new FaultRule(
        message, except, Optional.of(ref), wire, count, probability, seed, effect, served);
  }

  /** The same on one wire. */
  public FaultRule onWire(Wire value) {
    return new FaultRule(
        message, except, session, Optional.of(value), count, probability, seed, effect, served);
  }

  /** The same for the first so many calls. */
  public FaultRule times(long value) {
    return new FaultRule(message, except, session, wire, value, probability, seed, effect, served);
  }

  /** The same for some calls, chosen by chance, the same ones for the same seed. */
  public FaultRule withProbability(double value, long withSeed) {
    return new FaultRule(message, except, session, wire, count, value, withSeed, effect, served);
  }

  /** The same, but the call is done before its answer is lost. */
  public FaultRule afterServing() {
    return new FaultRule(message, except, session, wire, count, probability, seed, effect, true);
  }

  boolean means(Exchange exchange) {
    String method = exchange.call().method();
    List<Value> parameters = exchange.call().parameters();
    return message.matches(method)
        && except.stream().noneMatch(one -> one.matches(method))
        && wire.map(exchange.wire()::equals).orElse(true)
        && session
            .map(
                ref ->
                    !parameters.isEmpty()
                        && parameters.get(0) instanceof Value.Text first
                        && first.text().equals(ref))
            .orElse(true);
  }
}
