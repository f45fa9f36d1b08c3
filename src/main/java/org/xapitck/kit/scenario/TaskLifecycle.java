package org.xapitck.kit.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.client.NoSession;
import org.xapitck.kit.client.ServerGone;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.RunMark;
import org.xapitck.kit.ledger.Stay;
import org.xapitck.kit.ledger.TaskBudget;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.work.TaskSource;

/**
 * The tasks of one scenario and their end. Usually each is completed and destroyed; on a server
 * where tasks stay, those that are as they were made are lent to the next scenario.
 */
final class TaskLifecycle {
  private final ApiClient api;
  private final ScenarioContext context;
  private final Optional<TaskBudget> budget;
  private final List<Ledger.Entry> made = new ArrayList<>();
  private final Map<Ledger.Entry, TaskSource> serverRun = new LinkedHashMap<>();
  private final Map<String, ConformanceFailure> standIns = new HashMap<>();
  private final List<TaskBudget.Item> held = new ArrayList<>();
  private final Map<String, Set<String>> calls = new HashMap<>();
  private Optional<Boolean> first = Optional.empty();
  private String label = "";

  TaskLifecycle(ScenarioContext context) {
    this.context = context;
    this.api = context.api();
    this.budget = context.budget();
  }

  /**
   * Notes the label of a task that is about to be made.
   *
   * @throws NotApplicable where no more may be made on this server
   */
  void beforeCreate(Object... own) {
    label = own.length > 0 && own[0] instanceof String text ? text : "";
    if (budget.isPresent()) {
      boolean costly = says(Intent.USES_UP_A_TASK) || says(Intent.MAKES_TASKS);
      refuseUnless(!costly || isFirst());
      refuseUnless(budget.get().mayMake(costly));
    }
  }

  private void refuseUnless(boolean allowed) {
    if (!allowed) {
      throw new NotApplicable(new Reason.TaskLimit(context.detected().release(), TaskBudget.MOST));
    }
  }

  private boolean says(Intent intent) {
    return context.notes().intents().contains(intent);
  }

  private boolean isFirst() {
    if (first.isEmpty()) {
      first = budget.map(some -> some.first(api.wire(), context.notes().requirements()));
    }
    return first.orElse(true);
  }

  /** Notes a task that was made. */
  void made(Ledger.Entry entry) {
    made.add(entry);
    budget.ifPresent(
        some -> {
          some.made();
          held.add(new TaskBudget.Item(entry, label, false));
        });
  }

  /** Notes a task that the server runs; it ends by itself, also where other tasks stay. */
  void started(Ledger.Entry entry, TaskSource source) {
    serverRun.put(entry, source);
  }

  /** Is done with the tasks that the server runs; none of them has to wait for the scenario. */
  void endServerRun() {
    serverRun.forEach(
        (entry, source) -> {
          if (!api.disposal().dispose(entry)) {
            api.ledger()
                .stay(entry.ref())
                .ifPresent(why -> context.sources().stays(source, reason(source, why)));
          }
        });
    serverRun.clear();
  }

  private static Reason reason(TaskSource source, Stay why) {
    return why.ended()
        ? new Reason.SourceTaskStays(source.toString(), AnswerText.of(why.answer()))
        : new Reason.SourceTaskDoesNotStop(source.toString());
  }

  /**
   * A task that an earlier scenario left, where there is one that will do.
   *
   * @throws NotApplicable where the scenario would use up a task to show what another has shown
   */
  Optional<TaskBudget.Item> borrow(Account account) {
    if (budget.isEmpty()) {
      return Optional.empty();
    }
    boolean usesUp = says(Intent.USES_UP_A_TASK);
    refuseUnless(!usesUp || isFirst());
    Optional<TaskBudget.Item> lent = budget.get().borrow(account, usesUp);
    lent.ifPresent(held::add);
    return lent;
  }

  /** A task beside the one that the scenario has, if one can be spared. */
  Optional<TaskBudget.Item> spare(Account account) {
    Optional<TaskBudget.Item> lent = budget.flatMap(some -> some.spare(account));
    lent.ifPresent(held::add);
    return lent;
  }

  /** Notes a task of a source in place of one that create did not give. */
  void standsIn(String ref, ConformanceFailure noTask) {
    standIns.put(ref, noTask);
  }

  /** What create did instead, where a task stands in. */
  Optional<ConformanceFailure> insteadOf(String ref) {
    return Optional.ofNullable(standIns.get(ref));
  }

  /**
   * Refuses to write to a task that stands in: it is work of the server's, which only a cancel may
   * end.
   *
   * @throws ConformanceFailure of create, for want of which there is no task to write to
   */
  void refuseToWrite(String method, List<?> own) {
    if (!own.isEmpty()
        && own.get(0) instanceof String ref
        && TaskClass.alters(method)
        && !method.equals(TaskClass.CANCEL)) {
      insteadOf(ref)
          .ifPresent(
              noTask -> {
                throw noTask;
              });
    }
  }

  /** Notes a call about a task. */
  void called(String message, List<?> own, boolean succeeded) {
    if (succeeded && budget.isPresent() && !own.isEmpty() && own.get(0) instanceof String ref) {
      calls.computeIfAbsent(ref, any -> new HashSet<>()).add(TaskClass.method(message));
    }
  }

  /** The end of the scenario. */
  void end() {
    if (budget.isEmpty()) {
      made.forEach(api.disposal()::dispose);
    }
    endServerRun();
    held.forEach(item -> giveBack(item, calls.getOrDefault(item.entry().ref(), Set.of())));
  }

  private void giveBack(TaskBudget.Item item, Set<String> messages) {
    boolean cancelled = item.cancelled() || messages.contains(TaskClass.CANCEL);
    boolean ours = RunMark.isIn(item.label());
    if (ours
        && !messages.contains(TaskClass.DESTROY)
        && (!cancelled || isPending(item))
        && emptied(item, messages)) {
      budget.orElseThrow().giveBack(new TaskBudget.Item(item.entry(), item.label(), cancelled));
    }
  }

  private boolean isPending(TaskBudget.Item item) {
    return asked(item, TaskClass.GET_STATUS, List.of(item.entry().ref()))
            instanceof Answer.Success success
        && success.value().equals(new Value.Text(TaskClass.PENDING));
  }

  private boolean emptied(TaskBudget.Item item, Set<String> messages) {
    boolean written = messages.stream().anyMatch(TaskClass::writesMap);
    return !written
        || asked(item, TaskClass.SET_OTHER_CONFIG, List.of(item.entry().ref(), Map.of()))
            instanceof Answer.Success;
  }

  private Answer asked(TaskBudget.Item item, String message, List<?> own) {
    try {
      return api.call(api.target().accounts().strongest(), message, own).answer();
    } catch (NoSession | ServerGone unreachable) {
      return new Answer.Malformed("no answer about " + item.entry().ref());
    }
  }
}
