package org.xapitck.kit.explanation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.xapitck.kit.model.Release;

/** Writes the sentence of each {@link Reason}; {@code reports/README.md} explains each of them. */
public final class ReasonText {
  private static final Map<Class<?>, Function<Reason, String>> SENTENCES = sentences();

  private ReasonText() {}

  /** The sentence of a reason. */
  public static String of(Reason reason) {
    return reason instanceof Reason.Plain plain
        ? sentence(plain)
        : SENTENCES.get(reason.getClass()).apply(reason);
  }

  private static String sentence(Reason.Plain reason) {
    return switch (reason) {
      case BROKEN_OFF -> "the run was broken off";
      case FIRST_FAILURE -> "stopped at the first failure (--fail-fast)";
      case CLEANUP_BROKEN_OFF -> "the cleanup was broken off";
      case KIT_FAILED_BEFORE -> "the kit failed before it came to this";
      case NO_SCENARIO_RAN -> "no scenario of it ran";
      case NO_OUTCOME -> "the scenario left no outcome";
      case OTHER_WIRES_ONLY -> "is about other wires only";
      case NEVER_JUDGED -> "never judged";
      case TRIED_ON_ANOTHER_WIRE -> "tried once per run, on another wire";
      case WRONG_LOGIN_LEFT_OUT -> "left out by --no-wrong-password";
      case WRONG_LOGIN_READ_ONLY -> "--read-only: no wrong password of an account was tried";
      case WRONG_LOGIN_IN_WHOLE_RUNS ->
          "only a whole run tries a wrong password of an account, so without --tags and without"
              + " rerun";
      case WRONG_LOGIN_OF_ROOT ->
          "the only account is root, and the kit tries no wrong password of root";
      case STOPPED_ANSWERING -> "the server stopped answering";
      case CUT_OFF -> "the server stopped answering during this";
      case TASK_REMOVED -> "the server has already removed the task";
      case WHOLE_REMOVED -> "the server removed the task before its subtasks could be compared";
      case CANCEL_REFUSED -> "the cancel was refused, and the work goes on";
      case NOT_PENDING_ANY_MORE -> "the server has ended the task that was cancelled";
      case NO_NEAR_MISS -> "there is no similar text to try, or another task has it";
      case ONE_WIRE -> "the run speaks one wire only";
      case SHORT_RUN -> "the first task of the run is less than two seconds old";
      case NO_SOURCE -> "no --task-source names a message that starts work on this server";
    };
  }

  private static String sentence(Reason.Obstacle obstacle) {
    return switch (obstacle) {
      case NO_REFERENCE -> "no call of the scenario gave the reference of a task";
      case SAME_REFERENCE_TWICE -> "create gave the same reference twice";
      case ERROR_PARAMETERS -> "the parameters of the error cannot be trusted";
      case NO_PART_POINTS -> "no task names it in subtask_of, or none any more";
      case TASKS_STAY -> "tasks that were destroyed stay, so no more of them are made";
      case NO_PART_LISTED -> "it lists no task, or none any more";
    };
  }

  private static Map<Class<?>, Function<Reason, String>> sentences() {
    Sentences all = new Sentences();
    ofAccounts(all);
    ofLogins(all);
    ofReleases(all);
    ofServer(all);
    ofScenarios(all);
    ofSources(all);
    all.add(Reason.Stated.class, r -> r.words());
    all.add(
        Reason.KitError.class,
        r ->
            r.place()
                + ": "
                + (r.problem().isEmpty() ? "the step is undefined or ambiguous" : r.problem()));
    all.add(Reason.Unexplained.class, r -> r.verdict() + " by scenario: " + r.scenario());
    all.add(Reason.Restored.class, r -> r.words());
    return Map.copyOf(all.byType);
  }

  private static void ofAccounts(Sentences all) {
    all.add(Reason.AccountMissing.class, r -> "no account for the role " + r.role());
    all.add(
        Reason.AccountIsSuperuser.class,
        r -> "the account given for " + r.given() + " is a local superuser");
    all.add(
        Reason.AccountOfAnotherRole.class,
        r ->
            "the account given for "
                + r.given()
                + " has "
                + r.shown().map(role -> role + "'s").orElse("a lower role's")
                + " permissions");
    all.add(
        Reason.RoleOutsideScope.class,
        r -> "the role " + r.role() + " is outside the declared scope, which is " + r.scope());
    all.add(
        Reason.MessageOutsideScope.class,
        r -> "--read-only: " + r.message() + " writes, so it was not sent");
    all.add(
        Reason.LoginFailed.class, r -> "the login of " + r.account() + " failed: " + r.answer());
  }

  private static void ofLogins(Sentences all) {
    all.add(Reason.LoginRefused.class, r -> "the login was refused: " + r.answer());
    all.add(
        Reason.LoginUnreadable.class,
        r -> "no session can be read from the answer to the login: " + r.answer());
    all.add(Reason.WireNotServed.class, r -> "the server does not offer it: " + r.answer());
    all.add(Reason.Unreachable.class, r -> r.problem());
  }

  private static void ofReleases(Sentences all) {
    all.add(Reason.PublishedLater.class, r -> came(r.since(), r.release()));
    all.add(Reason.RolesCameLater.class, r -> "roles " + came("midnight-ride (5.6)", r.release()));
    all.add(
        Reason.WireCameLater.class,
        r ->
            switch (r.wire()) {
              case JSONRPC2 -> "JSON-RPC 2.0 " + came("inverness (7.3)", r.release());
              default -> "JSON-RPC " + came("clearwater (6.2)", r.release());
            });
    all.add(
        Reason.MapIsOpen.class,
        r ->
            "this server lets every role write other_config of its own tasks, so no role is refused"
                + " this call; the contract does not say what else a low role may be refused"
                + " (judged as release "
                + r.release()
                + ")");
    all.add(
        Reason.TaskLimit.class,
        r ->
            "on "
                + r.release()
                + " tasks stay for up to a day, so the kit makes "
                + r.most()
                + " at most, and other scenarios needed them");
  }

  private static void ofServer(Sentences all) {
    all.add(Reason.NobodyAnswers.class, r -> "the server has stopped answering on " + r.wire());
    all.add(Reason.ServerSilent.class, r -> FailureText.withCall(r.answer(), r.call()));
    all.add(
        Reason.Unreadable.class,
        r -> judged("the answer to " + r.call() + " cannot be read", r.rule()));
    all.add(
        Reason.TasksCollected.class,
        r ->
            "the server collected "
                + r.tasks()
                + " completed tasks before they could be looked at");
    all.add(
        Reason.CollectedBeforeRead.class,
        r -> "the server collected the task before its " + r.field() + " could be read");
    all.add(Reason.NoHost.class, r -> "the server reports no host for " + r.placeholder());
    all.add(
        Reason.OperationNeverShown.class,
        r -> "the server never showed the operation " + r.operation());
    all.add(
        Reason.TooSlowForClients.class,
        r ->
            "--max-rate lets fewer than "
                + r.clients()
                + " calls begin within a second, so "
                + r.clients()
                + " clients cannot call at once");
    all.add(
        Reason.LedgerUnwritable.class,
        r -> "the ledger " + r.file() + " cannot be written: " + r.problem());
    all.add(
        Reason.LedgerFull.class,
        r ->
            "the server does not delete the kit's tasks, and at most "
                + r.mostAllowed()
                + " may exist (--max-live-tasks)");
  }

  private static void ofScenarios(Sentences all) {
    all.add(
        Reason.Blocked.class, r -> "blocked by " + r.requirement() + ", which fails: " + r.seen());
    all.add(
        Reason.Contradicted.class,
        r -> "unexplained, because " + r.requirement() + " does not fail: " + r.seen());
    all.add(Reason.BlockedBy.class, r -> judged(sentence(r.obstacle()), r.requirement()));
    all.add(
        Reason.NotPrepared.class,
        r ->
            judged(
                "cannot be prepared ("
                    + r.step()
                    + "): "
                    + FailureText.inOneLine(r.expected(), r.actual(), r.call()),
                r.requirement()));
  }

  private static void ofSources(Sentences all) {
    all.add(
        Reason.NoSuchOutcome.class,
        r -> "of the tasks started by " + r.sources() + ", none " + r.outcome());
    all.add(
        Reason.SourceAnswersOtherwise.class,
        r -> FailureText.inOneLine(r.expected(), r.actual(), r.call()));
    all.add(Reason.SourceGaveNoTask.class, r -> r.source() + " gave no new task: " + r.answer());
    all.add(Reason.SourceGaveUnknownTask.class, r -> r.source() + " gave a reference of no task");
    all.add(
        Reason.SourceTaskRemoved.class,
        r -> "the server removed the task of " + r.source() + " before its end could be seen");
    all.add(
        Reason.SourceTaskStill.class,
        r ->
            "the task of "
                + r.source()
                + " was still "
                + r.status()
                + " after "
                + r.patience()
                + " (--task-patience)");
    all.add(Reason.SourceTaskDoesNotStop.class, r -> "the task of " + r.source() + " did not stop");
    all.add(
        Reason.SourceTaskStays.class,
        r ->
            "the task of "
                + r.source()
                + " ended, but the server does not remove it: task.destroy answered "
                + r.answer());
  }

  private static String came(String since, Release release) {
    return "came with " + since + "; this server is judged as release " + release;
  }

  /** A sentence with the requirement that judges what it says, if any does. */
  private static String judged(String sentence, String requirement) {
    return requirement.isEmpty() ? sentence : sentence + "; " + requirement + " judges that";
  }

  /** Gathers a sentence for each type. */
  private static final class Sentences {
    private final Map<Class<?>, Function<Reason, String>> byType = new HashMap<>();

    <T extends Reason> void add(Class<T> type, Function<T, String> sentence) {
      byType.put(type, reason -> sentence.apply(type.cast(reason)));
    }
  }
}
