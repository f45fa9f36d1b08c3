package org.xapitck.simulator.journal;

import java.util.Optional;
import org.xapitck.simulator.rpc.MessagePattern;
import org.xapitck.simulator.rpc.Value;

/**
 * Which calls of the journal are meant.
 *
 * @param message by name
 * @param session by the session that they carried
 * @param wire by the name of the wire that they came on
 * @param outcome by what became of them: {@code ok} or a code
 * @param parameter by a text among their parameters
 * @param after only those with a greater number
 */
public record Query(
    MessagePattern message,
    Optional<String> session,
    Optional<String> wire,
    Optional<String> outcome,
    Optional<String> parameter,
    long after) {

  /** All calls. */
  public static final Query ALL =
      new Query(
          MessagePattern.ANY,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0);

  /** All calls of messages with such a name. */
  public static Query of(String message) {
    return new Query(
        MessagePattern.of(message),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** The same, of those after the call of that number. */
  public Query after(long number) {
    return new Query(message, session, wire, outcome, parameter, number);
  }

  /** Whether a call is meant. */
  public boolean matches(Entry entry) {
    return entry.number() > after
        && message.matches(entry.call().method())
        && session.map(entry.session()::equals).orElse(true)
        && wire.map(entry.wire()::equals).orElse(true)
        && outcome.map(entry.outcome()::equals).orElse(true)
        && parameter
            .map(text -> entry.call().parameters().contains(new Value.Text(text)))
            .orElse(true);
  }
}
