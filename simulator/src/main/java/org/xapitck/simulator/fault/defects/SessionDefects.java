package org.xapitck.simulator.fault.defects;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Accounts;

/** What goes wrong with sessions. */
final class SessionDefects {
  private static final String LOGIN = "session.login_with_password";
  private static final String LOGOUT = "session.logout";
  private static final Predicate<String> CHECKED =
      method -> method.startsWith("task.") || method.startsWith("session.");

  private SessionDefects() {}

  static void register(DefectBuilder defects) {
    defects
        .must("sessions-unchecked", "any text will do for a session")
        .at("sessions")
        .by(anySession(session -> true))
        .breaks("session.invalid");
    defects
        .must("sessions-outlive-their-logout", "a session that was logged out goes on working")
        .at("sessions")
        .by(outliving())
        .breaks("session.logged_out");
    defects
        .must("session-empty-is-anybody", "the empty text will do for a session")
        .at("sessions")
        .by(anySession(String::isEmpty))
        .breaks("session.empty");
    defects
        .must("session-invalid-is-called-expired", "an unknown session is SESSION_EXPIRED")
        .at("session refusals")
        .by(
            Intercept.refusals(
                "SESSION_INVALID",
                right ->
                    new Answer.Failure("SESSION_EXPIRED", ((Answer.Failure) right).parameters())))
        .breaks("session.invalid");
    defects
        .should("session-invalid-without-the-session", "SESSION_INVALID names no session")
        .at("session refusals")
        .by(
            Intercept.refusals(
                "SESSION_INVALID", right -> new Answer.Failure("SESSION_INVALID", List.of())))
        .breaks("session.named");
    defects
        .must("wrong-password-accepted", "whoever logs in gets a session, whatever the password")
        .at(LOGIN)
        .by(
            Intercept.refusal(
                LOGIN,
                "SESSION_AUTHENTICATION_FAILED",
                right -> new Answer.Success(Value.of("OpaqueRef:NULL"))))
        .breaks("session.login_refused", "session.wrong_password");
    defects
        .must("any-password-will-do", "an existing user gets in with any password")
        .at("passwords")
        .by(
            new Alteration() {
              @Override
              public Accounts accounts(Accounts right) {
                return right.withAnyPassword();
              }
            })
        .breaks("session.wrong_password");
    defects
        .must("wrong-password-is-an-internal-error", "a wrong password is an INTERNAL_ERROR")
        .at(LOGIN)
        .by(
            Intercept.refusal(
                LOGIN,
                "SESSION_AUTHENTICATION_FAILED",
                right -> new Answer.Failure("INTERNAL_ERROR", List.of("Not_found"))))
        .breaks("session.login_refused");
    defects
        .must("login-gives-an-array", "every login but a user's first gives an array")
        .at(LOGIN)
        .by(arrayOfSession())
        .breaks("session.login");
    defects
        .must("logout-fails", "logout ends the session and fails")
        .at(LOGOUT)
        .by(
            Intercept.answers(
                LOGOUT,
                answer ->
                    answer instanceof Answer.Success
                        ? new Answer.Failure("INTERNAL_ERROR", List.of("Not_found"))
                        : answer))
        .breaks("session.logout");
  }

  /** A session that does not count is replaced by one that does. */
  private static Alteration anySession(Predicate<String> which) {
    return Intercept.stateful(
        CHECKED,
        () -> {
          AtomicReference<Value> good = new AtomicReference<>(Value.VOID);
          return (call, server) -> {
            Answer answer = server.answer(call);
            if (call.method().equals("task.get_all") && answer instanceof Answer.Success) {
              good.compareAndSet(Value.VOID, call.parameters().get(0));
            }
            if (call.method().equals("task.create") && answer instanceof Answer.Success) {
              good.set(call.parameters().get(0));
            }
            boolean refused = Intercept.isFailure(answer, "SESSION_INVALID");
            return refused && which.test(Parameters.text(call, 0))
                ? server.answer(Parameters.with(call, 0, good.get()))
                : answer;
          };
        });
  }

  /** A logout that ends nothing, until the server stops. */
  private static Alteration outliving() {
    return Intercept.stateful(
        CHECKED,
        () -> {
          Set<String> left = ConcurrentHashMap.newKeySet();
          return (call, server) -> {
            String session = Parameters.text(call, 0);
            if (!call.method().equals(LOGOUT)) {
              return server.answer(call);
            }
            if (left.contains(session)) {
              return new Answer.Failure("SESSION_INVALID", List.of(session));
            }
            Answer probe = server.answer(probe(session));
            if (probe instanceof Answer.Success) {
              left.add(session);
              return new Answer.Success(Value.VOID);
            }
            return probe;
          };
        });
  }

  private static Call probe(String session) {
    return new Call("task.get_all", List.of(Value.of(session)));
  }

  private static Alteration arrayOfSession() {
    return Intercept.stateful(
        LOGIN::equals,
        () -> {
          Set<String> seen = ConcurrentHashMap.newKeySet();
          return (call, server) -> {
            Answer answer = server.answer(call);
            boolean first = seen.add(Parameters.text(call, 0));
            return first ? answer : Intercept.ofSuccess(answer, SessionDefects::array);
          };
        });
  }

  private static Value array(Value session) {
    return new Value.Array(new ArrayList<>(List.of(session)));
  }
}
