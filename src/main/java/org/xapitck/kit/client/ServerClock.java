package org.xapitck.kit.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.WrongType;

/** The time of the server, to the second, if the server tells it. */
public final class ServerClock {
  private final ApiClient api;

  /** The clock of the host that a client speaks with. */
  public ServerClock(ApiClient api) {
    this.api = api;
  }

  /** What it shows. */
  public Optional<Instant> now() {
    Account account = api.target().accounts().strongest();
    String session = api.session(account);
    Answer host = api.call(account, "session.get_this_host", List.of(session)).answer();
    if (!(host instanceof Answer.Success success && success.value() instanceof Value.Text ref)) {
      return Optional.empty();
    }
    Answer time = api.call(account, "host.get_servertime", List.of(ref.text())).answer();
    try {
      return time instanceof Answer.Success told
          ? Optional.of((Instant) api.read(ApiType.DATETIME, told.value()))
          : Optional.empty();
    } catch (WrongType unreadable) {
      return Optional.empty();
    }
  }
}
