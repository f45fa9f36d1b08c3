package org.xapitck.kit.target;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.ApiType;
import org.xapitck.kit.wire.Value;
import org.xapitck.kit.wire.WrongType;

/** The time of the server, to the second, where it tells. */
public final class ServerClock {
  private final Conversation conversation;

  /** The clock of the host that a conversation is with. */
  public ServerClock(Conversation conversation) {
    this.conversation = conversation;
  }

  /** What it shows. */
  public Optional<Instant> now() {
    Account account = conversation.target().accounts().strongest();
    String session = conversation.session(account);
    Answer host = conversation.call(account, "session.get_this_host", List.of(session)).answer();
    if (!(host instanceof Answer.Success success && success.value() instanceof Value.Text ref)) {
      return Optional.empty();
    }
    Answer time = conversation.call(account, "host.get_servertime", List.of(ref.text())).answer();
    try {
      return time instanceof Answer.Success told
          ? Optional.of((Instant) conversation.read(ApiType.DATETIME, told.value()))
          : Optional.empty();
    } catch (WrongType unreadable) {
      return Optional.empty();
    }
  }
}
