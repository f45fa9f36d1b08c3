package org.xapitck.kit.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.client.ServerGone;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.verdict.FailureText;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.Outcome.Result;

/**
 * Before any scenario: can the strongest account log in over this wire, and if not, whose fault is
 * that?
 */
final class Preflight {
  private static final String NAME = "preflight: log in";
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
    /** The answer breaks the form of the wire. */
    WRONG_FORM,
    /** The user stopped the run. */
    BROKEN_OFF
  }

  /**
   * The outcome of a preflight.
   *
   * @param wire over which it went
   * @param state what became of it
   * @param cause one sentence; empty when ready
   * @param outcomes what it says about requirements
   * @param confession what the server says to be wrong with it on purpose; empty for a server that
   *     means it
   */
  record Finding(Wire wire, State state, String cause, List<Outcome> outcomes, String confession) {

    /** Of a server that means what it does. */
    Finding(Wire wire, State state, String cause, List<Outcome> outcomes) {
      this(wire, state, cause, outcomes, "");
    }

    private Finding confessing(String what) {
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
      return new Finding(wire, State.BROKEN_OFF, e.getMessage(), List.of());
    }
    return judge(api, login).confessing(confession(login));
  }

  /** A test server that is wrong on purpose says so in this header of its answers. */
  private static String confession(Exchange login) {
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
      String why = ((Answer.Malformed) login.answer()).reason();
      return new Finding(wire, State.UNREACHABLE, why, List.of());
    }
    if (login.answer() instanceof Answer.Success success
        && success.value() instanceof Value.Text text
        && !text.text().isEmpty()) {
      return new Finding(wire, State.READY, "", List.of());
    }
    if (login.answer() instanceof Answer.Failure) {
      return new Finding(
          wire, State.REFUSED, "the login was refused: " + said, refused(wire, said));
    }
    if (!wireNamed && isNotServed(login)) {
      return new Finding(
          wire, State.NOT_SERVED, "the server does not offer it: " + said, List.of());
    }
    return new Finding(
        wire,
        State.WRONG_FORM,
        "the answer to the login breaks the form of the wire: " + said,
        wrongForm(wire, login, said));
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
    return List.of(failed("session.login", wire, "a session", said));
  }

  private List<Outcome> wrongForm(Wire wire, Exchange login, String said) {
    List<Outcome> outcomes = new ArrayList<>();
    Map<String, String> breaches =
        new Assessment(catalogue, wire, rerun, () -> false).breaches(List.of(login));
    breaches.forEach(
        (rule, message) -> outcomes.add(new Outcome(rule, wire, NAME, Result.FAILED, message)));
    if (outcomes.isEmpty()) {
      outcomes.add(failed(wire.rule("well_formed"), wire, "the reference of a session", said));
    }
    return outcomes;
  }

  private Outcome failed(String id, Wire wire, String expected, String actual) {
    String message =
        FailureText.of(
                catalogue.need(id), wire, expected, actual + "  (session.login_with_password)")
            .rerun(rerun)
            .render();
    return new Outcome(id, wire, NAME, Result.FAILED, message);
  }
}
