package org.xapitck.kit.explanation;

import java.util.Optional;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.TaskOutcome;
import org.xapitck.kit.model.Wire;

/**
 * Why something was not testable or not applicable, or why the kit failed; {@link ReasonText}
 * writes it.
 *
 * <p>An {@code answer} is what the server said, in words and shortened; a {@code call} is the
 * message that it answered; a {@code source} is what starts work on the server, as the user named
 * it.
 */
public sealed interface Reason extends Explanation {

  @Override
  default String text() {
    return ReasonText.of(this);
  }

  @Override
  default String headline() {
    return text().lines().findFirst().orElse("");
  }

  @Override
  default String seen() {
    return headline();
  }

  @Override
  default Reason redacted(Redaction redaction) {
    return this instanceof Record data ? (Reason) RecordTexts.redacted(data, redaction) : this;
  }

  /** A reason that needs no data. */
  enum Plain implements Reason {
    // the run
    BROKEN_OFF,
    FIRST_FAILURE,
    CLEANUP_BROKEN_OFF,
    KIT_FAILED_BEFORE,
    NO_SCENARIO_RAN,
    NO_OUTCOME,
    OTHER_WIRES_ONLY,
    NEVER_JUDGED,
    TRIED_ON_ANOTHER_WIRE,
    WRONG_LOGIN_LEFT_OUT,
    WRONG_LOGIN_READ_ONLY,
    WRONG_LOGIN_IN_WHOLE_RUNS,
    WRONG_LOGIN_OF_ROOT,
    // the server
    STOPPED_ANSWERING,
    CUT_OFF,
    TASK_REMOVED,
    WHOLE_REMOVED,
    CANCEL_REFUSED,
    NOT_PENDING_ANY_MORE,
    NO_NEAR_MISS,
    ONE_WIRE,
    SHORT_RUN,
    // what the user named
    NO_SOURCE
  }

  // --- accounts and scope

  /** The accounts file lacks the role. */
  record AccountMissing(Role role) implements Reason {}

  /** The account given for a role is a local superuser, for whom no role counts. */
  record AccountIsSuperuser(Role given) implements Reason {}

  /** The account given for a role has the permissions of another, or of a lower one. */
  record AccountOfAnotherRole(Role given, Optional<Role> shown) implements Reason {}

  /** The user declared a scope without the role. */
  record RoleOutsideScope(Role role, String scope) implements Reason {}

  /** The user declared a scope without messages that write. */
  record MessageOutsideScope(String message) implements Reason {}

  /** An account got no session. */
  record LoginFailed(String account, String answer) implements Reason {}

  // --- the login over a wire

  /** The server refused the first login of a wire. */
  record LoginRefused(String answer) implements Reason {}

  /** The answer to the first login of a wire has not the wire's form. */
  record LoginUnreadable(String answer) implements Reason {}

  /** The server has no such wire. */
  record WireNotServed(String answer) implements Reason {}

  /**
   * No answer by HTTP came.
   *
   * @param problem one sentence
   * @param certificate whether a certificate is why
   */
  record Unreachable(String problem, Answer.Certificate certificate) implements Reason {}

  // --- the release

  /** Published after the release that judges. */
  record PublishedLater(String since, Release release) implements Reason {}

  /** Roles came after the release that judges. */
  record RolesCameLater(Release release) implements Reason {}

  /** The wire came after the release that judges; of both JSON-RPC wires the first. */
  record WireCameLater(Wire wire, Release release) implements Reason {}

  /** The server lets every role write the map of its own tasks. */
  record MapIsOpen(Release release) implements Reason {}

  /** Tasks stay on the server, and no more of them may be made. */
  record TaskLimit(Release release, int most) implements Reason {}

  // --- the server

  /** Nobody answers over a wire any more. */
  record NobodyAnswers(Wire wire) implements Reason {}

  /** A call got no answer by HTTP. */
  record ServerSilent(String call, String answer) implements Reason {}

  /** The answer breaks a rule of the wire so that it cannot be read. */
  record Unreadable(String call, String rule) implements Reason {}

  /** The server collected so many completed tasks before they could be looked at. */
  record TasksCollected(int tasks) implements Reason {}

  /** The server collected the task before a field could be read. */
  record CollectedBeforeRead(String field) implements Reason {}

  /** The server tells no host to put where the user named one. */
  record NoHost(String placeholder) implements Reason {}

  /** The server never showed an operation. */
  record OperationNeverShown(String operation) implements Reason {}

  /** The user lets fewer calls begin within a second than several clients make at once. */
  record TooSlowForClients(int clients) implements Reason {}

  // --- the ledger

  /** The ledger cannot be written. */
  record LedgerUnwritable(String file, String problem) implements Reason {}

  /** So many tasks live that no other may be made. */
  record LedgerFull(int mostAllowed) implements Reason {}

  // --- what a scenario stands on

  /** Another requirement is broken, which explains what was seen. */
  record Blocked(String requirement, String seen) implements Reason {}

  /** What was seen should be explained by another requirement, but that one passes. */
  record Contradicted(String requirement, String seen) implements Reason {}

  /** Another requirement is broken, or has nothing to show. */
  record BlockedBy(String requirement, Obstacle obstacle) implements Reason {}

  /** What a broken requirement takes from those that stand on it. */
  enum Obstacle {
    NO_REFERENCE,
    SAME_REFERENCE_TWICE,
    ERROR_PARAMETERS,
    NO_PART_POINTS,
    NO_PART_LISTED,
    TASKS_STAY
  }

  /**
   * A Given was refused.
   *
   * @param requirement what judges that; empty where nothing of the catalogue does
   */
  record NotPrepared(String step, String expected, String actual, String call, String requirement)
      implements Reason {}

  // --- tasks that the server runs itself

  /** No source's task came to this. */
  record NoSuchOutcome(TaskOutcome outcome, String sources) implements Reason {}

  /** A source was answered otherwise than its start needs. */
  record SourceAnswersOtherwise(String expected, String actual, String call) implements Reason {}

  /** A source started nothing new. */
  record SourceGaveNoTask(String source, String answer) implements Reason {}

  /** A source gave a reference that the server does not know. */
  record SourceGaveUnknownTask(String source) implements Reason {}

  /** The task of a source went before its end was seen. */
  record SourceTaskRemoved(String source) implements Reason {}

  /** The task of a source did not end in time. */
  record SourceTaskStill(String source, String status, String patience) implements Reason {}

  /** The task of a source went on after a cancel. */
  record SourceTaskDoesNotStop(String source) implements Reason {}

  /** The task of a source ended, but the server refused to remove it. */
  record SourceTaskStays(String source, String answer) implements Reason {}

  // --- the catalogue, the kit and the archive

  /** The catalogue says why, in its own words. */
  record Stated(String words) implements Reason {}

  /**
   * The kit failed at a step.
   *
   * @param problem empty where Cucumber found no step for the text
   */
  record KitError(String step, String problem) implements Reason {

    /** Where the kit failed, without what differs from wire to wire. */
    public String place() {
      return "the kit failed at \"" + step + '"';
    }
  }

  /**
   * A scenario gave no reason.
   *
   * @param verdict what it ended with, as the reports call it
   */
  record Unexplained(String verdict, String scenario) implements Reason {}

  /**
   * What an older run said, of which nothing but the text is left.
   *
   * @param because in one word, as {@link Because} gives it
   */
  record Restored(String words, String because) implements Reason {

    /** Where the older run gave no other word for it. */
    public Restored(String words) {
      this(words, Because.Word.UNEXPLAINED.id());
    }
  }
}
