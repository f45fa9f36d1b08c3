package org.xapitck.simulator.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.xapitck.simulator.rbac.Permission;
import org.xapitck.simulator.record.Ids;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Caller;
import org.xapitck.simulator.session.Session;
import org.xapitck.simulator.session.Sessions;

/**
 * Answers calls. Every call is checked in one order, xapi's: name, count, types, session, {@code
 * Async.} form, role; then the handler checks owner, object and value. The client learns of the
 * first fault found.
 */
public final class Dispatcher {
  private static final List<String> PREFIXES = List.of("Async.", "InternalAsync.");

  private static final String LIST_METHODS = "system.listMethods";

  private final MessageTable table;
  private final Extension extension;
  private final Logins logins;
  private final Sessions sessions;
  private final Ids ids;

  /**
   * A dispatcher over these messages.
   *
   * @param extension what else there is, asked for names that the table lacks
   */
  public Dispatcher(
      MessageTable table, Extension extension, Logins logins, Sessions sessions, Ids ids) {
    this.table = table;
    this.extension = extension;
    this.logins = logins;
    this.sessions = sessions;
    this.ids = ids;
  }

  /** Answers one call, perhaps later: see {@link WaitingHandler}. */
  public void answer(Call call, Consumer<Answer> then) {
    Optional<Answer> answer;
    try {
      answer = answerNow(call, then);
    } catch (ApiFailure refusal) {
      answer = Optional.of(refusal.answer());
    }
    answer.ifPresent(then);
  }

  private Optional<Answer> answerNow(Call call, Consumer<Answer> then) {
    if (call.method().equals(LIST_METHODS)) {
      return Optional.of(new Answer.Bare(Value.texts(listed())));
    }
    Optional<Value> login = logins.answer(call);
    return login.isPresent() ? login.map(Answer.Success::new) : dispatch(call, then);
  }

  private List<String> listed() {
    List<String> names = new ArrayList<>(ownNames());
    names.addAll(extension.names());
    return names;
  }

  /** The names of the messages that it has whatever the extension is. */
  public List<String> ownNames() {
    List<String> names = new ArrayList<>(logins.names());
    names.addAll(table.names());
    names.add(LIST_METHODS);
    return names;
  }

  private Optional<Answer> dispatch(Call call, Consumer<Answer> then) {
    String prefix = prefixOf(call.method());
    String name = call.method().substring(prefix.length());
    Optional<Message> byName = table.find(name);
    Optional<Message> found = byName.or(() -> table.findAlias(name));
    if (found.isEmpty()) {
      return extra(prefix, name, call, then);
    }
    return dispatch(found.get(), byName.isEmpty(), call, then);
  }

  /** A message that the table lacks. */
  private Optional<Answer> extra(String prefix, String name, Call call, Consumer<Answer> then) {
    Optional<Extension.Free> free =
        extension.find(prefix.isEmpty() ? name : PREFIXES.get(0) + name);
    if (free.isEmpty()) {
      Message message = extension.object(name).orElseThrow(() -> unknown(name, call.parameters()));
      return dispatch(message, false, call, then);
    }
    List<Value> received = call.parameters();
    if (received.isEmpty()) {
      throw ApiFailure.countMismatch(name, 0, -1);
    }
    Session session = sessions.check(ParameterType.REF.decode(received.get(0)));
    Caller caller = new Caller(session, () -> ids.dummyRef(name));
    free.get().handle(caller, call.method(), received.subList(1, received.size()), then);
    return Optional.empty();
  }

  private Optional<Answer> dispatch(
      Message message, boolean alias, Call call, Consumer<Answer> then) {
    String prefix = prefixOf(call.method());
    String name = call.method().substring(prefix.length());
    List<Object> decoded = decode(message, name, call.parameters());
    Session session = sessions.check((String) decoded.get(0));
    List<Object> parameters = decoded.subList(1, decoded.size());
    if (!prefix.isEmpty() && !message.asynchronous()) {
      throw ApiFailure.noAsyncMode(name);
    }
    Permission permission =
        // a name with an underscore for the dot needs a permission of its own, which no role has
        alias ? Permission.ofNobody(name) : message.access().needed(message.name(), parameters);
    if (!prefix.isEmpty() && message.handler() instanceof TaskHandler handler) {
      Caller caller = new Caller(session, () -> ids.dummyRef(name));
      Optional<Answer.Failure> refusal = permission.refusal(session.rights());
      return success(Value.of(handler.start(caller, call.method(), refusal, parameters)));
    }
    if (!prefix.isEmpty()) {
      return success(unattended(message, permission, session, call.method(), parameters));
    }
    permission.require(session.rights());
    Caller caller = new Caller(session, () -> ids.dummyRef(name));
    if (message.handler() instanceof WaitingHandler waiting) {
      waiting.handle(caller, parameters, then);
      return Optional.empty();
    }
    return success(message.handler().handle(caller, parameters));
  }

  private static Optional<Answer> success(Value value) {
    return Optional.of(new Answer.Success(value));
  }

  /**
   * The {@code Async.} form of a message of class task: no task is made for it, so what comes back
   * is a reference to nothing, and a refusal of the call itself is lost.
   */
  private Value unattended(
      Message message,
      Permission permission,
      Session session,
      String method,
      List<Object> parameters) {
    String callRef = ids.dummyRef(method);
    if (permission.heldBy(session.rights())) {
      try {
        message.handler().handle(new Caller(session, () -> callRef), parameters);
      } catch (ApiFailure lost) {
        // nobody can ask for the outcome of a call that has no task
      }
    }
    return Value.of(callRef);
  }

  /**
   * Counts and decodes all parameters, the session first. Neither number of a mismatch counts the
   * session, so that no parameter at all is one less than none.
   */
  private static List<Object> decode(Message message, String name, List<Value> received) {
    int count = received.size() - 1;
    if (count != message.types().size()) {
      throw ApiFailure.countMismatch(name, message.types().size(), count);
    }
    List<Object> decoded = new ArrayList<>(received.size());
    decoded.add(ParameterType.REF.decode(received.get(0)));
    for (int i = 0; i < count; i++) {
      decoded.add(message.types().get(i).decode(received.get(i + 1)));
    }
    return decoded;
  }

  private static String prefixOf(String method) {
    for (String prefix : PREFIXES) {
      if (method.startsWith(prefix)) {
        return prefix;
      }
    }
    return "";
  }

  /** An unknown name is tried as an extension first, and that takes a session of a pool-admin. */
  private ApiFailure unknown(String name, List<Value> received) {
    if (!received.isEmpty()) {
      Session session = sessions.check(ParameterType.REF.decode(received.get(0)));
      Permission.EXTENSION.require(session.rights());
    }
    return ApiFailure.methodUnknown(name);
  }
}
