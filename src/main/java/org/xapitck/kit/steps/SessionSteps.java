package org.xapitck.kit.steps;

import io.cucumber.java.en.When;
import java.util.List;
import org.xapitck.kit.target.Account;
import org.xapitck.kit.target.Said;
import org.xapitck.kit.wire.ApiType;
import org.xapitck.kit.wire.Call;
import org.xapitck.kit.wire.Exchange;

/** Logging in and out, apart from the run's own sessions. */
public final class SessionSteps {
  /** No directory has this user, so no account can be locked by the wrong password. */
  private static final String NOBODY = "xapi-task-tck-no-such-user";

  private final World world;
  private String session;

  public SessionSteps(World world) {
    this.world = world;
  }

  /** {@code in}, {@code in with a wrong password}, {@code out}. */
  @When("I log {passage}")
  public void log(String passage) {
    switch (passage) {
      case "in" -> logIn();
      case "out" -> logOut();
      default -> logInWrongly();
    }
  }

  /** Once per run: three wires need not look like three attacks. */
  private void logInWrongly() {
    if (!world.stage().triesWrongPassword()) {
      throw new Inapplicable("tried once per run, on another wire");
    }
    world.tryCall(() -> logIn(NOBODY, "wrong on purpose"));
  }

  private void logIn() {
    Account account = world.voice().speaker();
    world.tryCall(
        () -> {
          Exchange login = logIn(account.username(), account.password());
          Said.reference(login).ifPresent(opened -> session = opened);
          return login;
        });
  }

  private Exchange logIn(String username, String password) {
    return world
        .voice()
        .orBlocked(() -> world.voice().noted(world.conversation().login(username, password)));
  }

  /** Out of the session that this scenario opened, or of a fresh one. */
  private void logOut() {
    world.tryCall(
        () -> {
          if (session == null) {
            Account account = world.voice().speaker();
            session =
                (String) world.typed(logIn(account.username(), account.password()), ApiType.REF);
          }
          world.tell("session", session);
          String leaving = session;
          session = null;
          return world
              .voice()
              .orBlocked(
                  () ->
                      world
                          .voice()
                          .noted(
                              world
                                  .conversation()
                                  .call(Call.judged("session.logout", List.of(leaving)))));
        });
  }

  /** Closes what a scenario opened and left; after a break the conversation itself does. */
  @io.cucumber.java.After
  public void close() {
    if (session != null && world.conversation().end().isEmpty()) {
      world.conversation().call(Call.auxiliary("session.logout", List.of(session)));
    }
  }
}
