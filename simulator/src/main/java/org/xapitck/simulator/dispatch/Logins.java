package org.xapitck.simulator.dispatch;

import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.SessionMessages;

/**
 * The messages that start a session. Only they take no session and have optional parameters: {@code
 * (username, password [, version [, originator]])}.
 */
public final class Logins {
  private static final List<String> NAMES =
      List.of("session.login_with_password", "session.slave_local_login_with_password");
  private static final List<String> ALIASES =
      List.of("session_login_with_password", "session_slave_local_login_with_password");
  private static final int REQUIRED = 2;

  /** With all four known, xapi ignores whatever follows; servers before it counted strictly. */
  private static final int ALL = 4;

  private final SessionMessages messages;
  private final int known;

  /**
   * The logins of a server.
   *
   * @param known how many parameters its release knows, 2 to 4
   */
  public Logins(SessionMessages messages, int known) {
    this.messages = messages;
    this.known = known;
  }

  List<String> names() {
    return NAMES;
  }

  /**
   * Answers a login, and nothing else.
   *
   * @throws ApiFailure MESSAGE_PARAMETER_COUNT_MISMATCH, INTERNAL_ERROR on a wrong type,
   *     SESSION_AUTHENTICATION_FAILED
   */
  Optional<Value> answer(Call call) {
    if (!NAMES.contains(call.method()) && !ALIASES.contains(call.method())) {
      return Optional.empty();
    }
    List<Value> received = call.parameters();
    int count = received.size();
    if (count < REQUIRED || count > known && known < ALL) {
      throw ApiFailure.countMismatch(call.method(), REQUIRED, count);
    }
    List<String> texts = received.stream().limit(known).map(ParameterType.STRING::decode).toList();
    String version = texts.size() > 2 ? texts.get(2) : "1.1";
    String originator = texts.size() > 3 ? texts.get(3) : "";
    return Optional.of(messages.login(texts.get(0), texts.get(1), version, originator));
  }
}
