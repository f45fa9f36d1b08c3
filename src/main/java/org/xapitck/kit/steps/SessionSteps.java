package org.xapitck.kit.steps;

import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.explanation.Unavailable;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.scenario.Scenario;

/** Logging in and out, apart from the run's own sessions. */
public final class SessionSteps {
  /** No directory has this user, so no account can be locked by the wrong password. */
  private static final String NOBODY = "xapi-task-tck-no-such-user";

  private static final String WRONG = "wrong on purpose";

  private final Scenario scenario;
  private String session;

  public SessionSteps(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * {@code in}, {@code in as an unknown user}, {@code in to an account with a wrong password},
   * {@code out}: a session apart from the run's; {@code an account} is that of the lowest role
   * given.
   */
  @When("I log {passage}")
  public void log(String passage) {
    switch (passage) {
      case "in" -> logIn();
      case "out" -> logOut();
      case "in to an account with a wrong password" -> logInToAnAccountWrongly();
      default -> logInWrongly();
    }
  }

  /** Once per run: three wires need not look like three attacks. */
  private void logInWrongly() {
    orSpared(scenario.context().passwords().ofNobodySpared());
    scenario.tryCall(() -> logIn(NOBODY, WRONG));
  }

  private static void orSpared(Optional<Reason> spared) {
    spared.ifPresent(
        why -> {
          throw new NotApplicable(why);
        });
  }

  /**
   * Once per run, and directly before a right login of the same account: most directories then
   * forget the wrong one.
   */
  private void logInToAnAccountWrongly() {
    orSpared(scenario.context().passwords().ofAccountSpared());
    Account account = scenario.api().target().accounts().weakest().orElseThrow();
    scenario.tryCall(() -> Unavailable.orBlocked(() -> wrongThenRight(account)));
  }

  private Exchange wrongThenRight(Account account) {
    // an account whose own password is refused may be near its lock
    scenario.api().session(account);
    try {
      return scenario.caller().noted(scenario.api().loginWrongly(account.username(), WRONG));
    } finally {
      Exchange right = scenario.api().login(account.username(), account.password());
      scenario.context().notes().add(right);
      AnswerText.reference(right).ifPresent(opened -> session = opened);
    }
  }

  private void logIn() {
    Account account = scenario.caller().speaker().account();
    scenario.tryCall(
        () -> {
          Exchange login = logIn(account.username(), account.password());
          AnswerText.reference(login).ifPresent(opened -> session = opened);
          return login;
        });
  }

  private Exchange logIn(String username, String password) {
    return Unavailable.orBlocked(
        () -> scenario.caller().noted(scenario.api().login(username, password)));
  }

  /** Out of the session that this scenario opened, or of a fresh one. */
  private void logOut() {
    scenario.tryCall(
        () -> {
          if (session == null) {
            Account account = scenario.caller().speaker().account();
            session =
                (String) scenario.typed(logIn(account.username(), account.password()), ApiType.REF);
          }
          scenario.memory().keep("session", session);
          String leaving = session;
          session = null;
          return Unavailable.orBlocked(
              () ->
                  scenario
                      .caller()
                      .noted(scenario.api().call(Call.judged("session.logout", List.of(leaving)))));
        });
  }

  /** Closes what a scenario opened and left; after a break the client itself does. */
  @io.cucumber.java.After
  public void close() {
    if (session != null && scenario.api().end().isEmpty()) {
      scenario.api().call(Call.auxiliary("session.logout", List.of(session)));
    }
  }
}
