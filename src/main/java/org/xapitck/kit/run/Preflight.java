package org.xapitck.kit.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.client.ServerGone;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.Outcome.Result;

/**
 * Before any scenario: can the strongest account log in over this wire, and if not, whose fault is
 * that?
 */
final class Preflight {
  private static final String NAME = "preflight: log in";
  private static final String LOGIN = "session.login";
  private static final String CONFESSION = "X-Seeded-Defects:";

  /** 200 characters: some ten ids, enough to know the server by. */
  private static final int LONGEST_CONFESSION = 200;

  private final Catalogue catalogue;
  private final boolean wireNamed;
  private final String rerun;

  Preflight(Catalogue catalogue, boolean wireNamed, String rerun) {
    this.catalogue = catalogue;
    this.wireNamed = wireNamed;
    this.rerun = rerun;
  }

  /** What became of the login. */
  enum State {
    READY,
    /** No HTTP answer came. */
    UNREACHABLE,
    /** The API refused the login. */
    REFUSED,
    /** The server offers no such wire. */
    NOT_SERVED,
    /** The answer breaks the form of the wire, or is something else than a session. */
    UNREADABLE,
    /** The user stopped the run. */
    BROKEN_OFF
  }

  /**
   * The outcome of a preflight.
   *
   * @param wire over which it went
   * @param state what became of it
   * @param cause why it is not ready; empty when it is
   * @param outcomes what it says about requirements
   * @param seededDefects what the server says to be wrong with it on purpose; empty for a server
   *     that means it
   */
  record Finding(
      Wire wire,
      State state,
      Optional<Reason> cause,
      List<Outcome> outcomes,
      String seededDefects) {

    /** Of a server that means what it does. */
    Finding(Wire wire, State state, Reason cause, List<Outcome> outcomes) {
      this(wire, state, Optional.of(cause), outcomes, "");
    }

    private static Finding ready(Wire wire) {
      return new Finding(wire, State.READY, Optional.empty(), List.of(), "");
    }

    private Finding admitting(String what) {
      return new Finding(wire, state, cause, outcomes, what);
    }

    boolean ready() {
      return state == State.READY;
    }
  }

  Finding check(ApiClient api) {
    Wire wire = api.wire();
    Exchange login;
    try {
      login = api.loginOf(api.target().accounts().strongest());
    } catch (ServerGone e) {
      return new Finding(wire, State.BROKEN_OFF, e.reason(), List.of());
    }
    return judge(api, login).admitting(seededDefects(login));
  }

  /** A test server that is wrong on purpose says so in this header of its answers. */
  private static String seededDefects(Exchange login) {
    return login.headers().stream()
        .filter(line -> line.regionMatches(true, 0, CONFESSION, 0, CONFESSION.length()))
        .map(line -> line.substring(CONFESSION.length()).strip())
        .map(ids -> Excerpt.shortened(ids, LONGEST_CONFESSION))
        .findFirst()
        .orElse("");
  }

  private Finding judge(ApiClient api, Exchange login) {
    Wire wire = api.wire();
    String said = AnswerText.of(login.answer());
    if (!login.answered()) {
      // whole, as it may hold the fingerprint of a certificate
      Answer.Malformed none = (Answer.Malformed) login.answer();
      Reason why = new Reason.Unreachable(none.reason(), none.certificate());
      return new Finding(wire, State.UNREACHABLE, why, List.of());
    }
    if (login.answer() instanceof Answer.Success success
        && success.value() instanceof Value.Text text
        && !text.text().isEmpty()) {
      return Finding.ready(wire);
    }
    if (login.answer() instanceof Answer.Failure) {
      return new Finding(wire, State.REFUSED, new Reason.LoginRefused(said), refused(wire, said));
    }
    if (!wireNamed && isNotServed(login)) {
      return new Finding(wire, State.NOT_SERVED, new Reason.WireNotServed(said), List.of());
    }
    return new Finding(
        wire, State.UNREADABLE, new Reason.LoginUnreadable(said), unreadable(wire, login, said));
  }

  private static boolean isNotServed(Exchange login) {
    boolean page =
        login.headers().stream()
            .map(line -> line.toLowerCase(Locale.ROOT))
            .anyMatch(line -> line.startsWith("content-type:") && line.contains("html"));
    return login.answer() instanceof Answer.Malformed
        && (List.of(404, 405, 410, 501).contains(login.status()) || page && login.status() < 500);
  }

  private List<Outcome> refused(Wire wire, String said) {
    return List.of(failed(LOGIN, wire, "a session", said));
  }

  private List<Outcome> unreadable(Wire wire, Exchange login, String said) {
    List<Outcome> outcomes = new ArrayList<>();
    new Assessment(catalogue, any -> true, wire, rerun, () -> false)
        .deviations(List.of(login))
        .forEach(
            one -> outcomes.add(new Outcome(one.requirement(), wire, NAME, Result.FAILED, one)));
    if (outcomes.isEmpty()) {
      String owner = login.answer() instanceof Answer.Success ? LOGIN : wire.rule("well_formed");
      outcomes.add(failed(owner, wire, "the reference of a session", said));
    }
    return outcomes;
  }

  private Outcome failed(String id, Wire wire, String expected, String actual) {
    Deviation deviation =
        Deviation.of(
            catalogue.need(id),
            wire,
            new ConformanceFailure(expected, actual, "session.login_with_password"),
            rerun);
    return new Outcome(id, wire, NAME, Result.FAILED, deviation);
  }
}
