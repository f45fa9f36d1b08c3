package org.xapitck.kit.explanation;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a requirement was not tested, for programs: the id of the requirement that blocks it, or one
 * of {@link Word}.
 */
public final class Because {
  private static final Set<String> WORDS =
      Stream.of(Word.values()).map(Word::id).collect(Collectors.toUnmodifiableSet());

  private Because() {}

  /** Where no requirement blocks it; the closed list of {@code results.json}. */
  public enum Word {
    ACCOUNT_MISSING("account-missing"),
    ACCOUNT_OF_ANOTHER_ROLE("account-of-another-role"),
    LOGIN_REFUSED("login-refused"),
    SERVER_SILENT("server-silent"),
    TASK_COLLECTED("task-collected"),
    TASK_LIMIT("task-limit"),
    LEDGER("ledger"),
    NO_SOURCE("no-source"),
    SOURCE_IDLE("source-idle"),
    OPTION("option"),
    BROKEN_OFF("broken-off"),
    KIT_ERROR("kit-error"),
    FILTERED_OUT("filtered-out"),
    UNEXPLAINED("unexplained");

    private final String id;

    Word(String id) {
      this.id = id;
    }

    /** The word itself. */
    public String id() {
      return id;
    }
  }

  /** Whether it is a word of the closed list. */
  public static boolean isWord(String because) {
    return WORDS.contains(because);
  }

  /** A requirement's id or a word. */
  public static String of(Explanation why) {
    return why instanceof Reason.Restored r
        ? r.because()
        : requirement(Optional.of(why)).orElseGet(() -> word(why).id());
  }

  /** The requirement that the reason names as the one to judge what was seen. */
  public static Optional<String> requirement(Optional<Explanation> why) {
    return why.flatMap(Because::requirement);
  }

  private static Optional<String> requirement(Explanation why) {
    if (why instanceof Reason.Blocked r) {
      return Optional.of(r.requirement());
    }
    if (why instanceof Reason.BlockedBy r) {
      return Optional.of(r.requirement());
    }
    if (why instanceof Reason.Unreadable r) {
      return Optional.of(r.rule());
    }
    if (why instanceof Reason.Restored r) {
      return Optional.of(r.because()).filter(because -> !isWord(because));
    }
    return why instanceof Reason.NotPrepared r
        ? Optional.of(r.requirement()).filter(id -> !id.isEmpty())
        : Optional.empty();
  }

  private static Word word(Explanation why) {
    if (why instanceof Reason.Plain plain) {
      return word(plain);
    }
    if (why instanceof Reason.AccountMissing) {
      return Word.ACCOUNT_MISSING;
    }
    if (why instanceof Reason.AccountIsSuperuser || why instanceof Reason.AccountOfAnotherRole) {
      return Word.ACCOUNT_OF_ANOTHER_ROLE;
    }
    if (why instanceof Reason.RoleOutsideScope
        || why instanceof Reason.MessageOutsideScope
        || why instanceof Reason.TooSlowForClients) {
      return Word.OPTION;
    }
    if (why instanceof Reason.LoginFailed
        || why instanceof Reason.LoginRefused
        || why instanceof Reason.LoginUnreadable) {
      return Word.LOGIN_REFUSED;
    }
    if (why instanceof Reason.Unreachable
        || why instanceof Reason.NobodyAnswers
        || why instanceof Reason.ServerSilent
        || why instanceof Reason.WireNotServed) {
      return Word.SERVER_SILENT;
    }
    return wordOfWork(why);
  }

  private static Word word(Reason.Plain plain) {
    return switch (plain) {
      case BROKEN_OFF, CLEANUP_BROKEN_OFF -> Word.BROKEN_OFF;
      case FIRST_FAILURE,
          WRONG_LOGIN_LEFT_OUT,
          WRONG_LOGIN_READ_ONLY,
          WRONG_LOGIN_IN_WHOLE_RUNS,
          WRONG_LOGIN_OF_ROOT ->
          Word.OPTION;
      case KIT_FAILED_BEFORE, NO_OUTCOME -> Word.KIT_ERROR;
      case NO_SCENARIO_RAN -> Word.FILTERED_OUT;
      case STOPPED_ANSWERING, CUT_OFF -> Word.SERVER_SILENT;
      case TASK_REMOVED, WHOLE_REMOVED, NOT_PENDING_ANY_MORE -> Word.TASK_COLLECTED;
      case NO_SOURCE -> Word.NO_SOURCE;
      case OTHER_WIRES_ONLY,
          NEVER_JUDGED,
          TRIED_ON_ANOTHER_WIRE,
          CANCEL_REFUSED,
          NO_NEAR_MISS,
          ONE_WIRE,
          SHORT_RUN ->
          Word.UNEXPLAINED;
    };
  }

  private static Word wordOfWork(Explanation why) {
    if (why instanceof Reason.TaskLimit) {
      return Word.TASK_LIMIT;
    }
    if (why instanceof Reason.TasksCollected || why instanceof Reason.CollectedBeforeRead) {
      return Word.TASK_COLLECTED;
    }
    if (why instanceof Reason.LedgerUnwritable || why instanceof Reason.LedgerFull) {
      return Word.LEDGER;
    }
    if (why instanceof Reason.KitError) {
      return Word.KIT_ERROR;
    }
    boolean idle =
        why instanceof Reason.NoSuchOutcome
            || why instanceof Reason.SourceAnswersOtherwise
            || why instanceof Reason.SourceGaveNoTask
            || why instanceof Reason.SourceGaveUnknownTask
            || why instanceof Reason.SourceTaskRemoved
            || why instanceof Reason.SourceTaskStill
            || why instanceof Reason.SourceTaskStays
            || why instanceof Reason.SourceTaskDoesNotStop
            || why instanceof Reason.NoHost;
    return idle ? Word.SOURCE_IDLE : Word.UNEXPLAINED;
  }
}
