package org.xapitck.kit.scenario;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.xapitck.kit.answer.AnswerReader;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.explanation.Unavailable;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.TaskBudget;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Call.Purpose;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.WrongType;
import org.xapitck.kit.work.TaskSource;

/** Makes the calls of a scenario in the session of an account, and keeps what they made. */
public final class ApiCaller {
  private final ScenarioContext context;
  private final ApiClient api;
  private final AnswerReader reader;
  private final TaskLifecycle lifecycle;
  private final Speaker speaker;
  private Optional<String> another = Optional.empty();

  /** A caller that has made nothing yet. */
  ApiCaller(ScenarioContext context) {
    this.context = context;
    this.api = context.api();
    this.reader = new AnswerReader(api);
    this.lifecycle = new TaskLifecycle(context);
    this.speaker = new Speaker(context);
  }

  /** Whoever speaks. */
  public Speaker speaker() {
    return speaker;
  }

  /** Reads the answers. */
  public AnswerReader reader() {
    return reader;
  }

  /** Calls a message of class task in the speaker's session. */
  Exchange call(String message, Object... own) {
    return callAs(speaker.account(), message, own);
  }

  Exchange callAs(Account account, String message, Object... own) {
    if (TaskClass.method(message).equals(TaskClass.CREATE)) {
      lifecycle.beforeCreate(own);
    }
    String session = Unavailable.orBlocked(() -> api.session(account));
    return callIn(session, message, List.of(own));
  }

  /** A reference that the server never gave; the guard lets calls about it pass. */
  public String inventedRef() {
    String ref = "OpaqueRef:" + context.supplies().uuids().get();
    api.ledger().invented(ref);
    return ref;
  }

  /** A further session of the speaker's, which ends with the scenario; the same each time. */
  public String anotherSession() {
    if (another.isEmpty()) {
      Account account = speaker.account();
      Exchange login =
          Unavailable.orBlocked(() -> noted(api.login(account.username(), account.password())));
      another = Optional.of((String) reader.typed(login, ApiType.REF));
    }
    return another.get();
  }

  /** Ends the further session, if there is one. */
  public void endAnotherSession() {
    another.ifPresent(
        session ->
            Unavailable.orBlocked(
                () -> api.call(Call.auxiliary("session.logout", List.of(session)))));
    another = Optional.empty();
  }

  /** Calls a message of class task in a session, which may be any text. */
  public Exchange callIn(String session, String message, List<?> own) {
    Purpose purpose = context.notes().preparing() ? Purpose.AUXILIARY : Purpose.JUDGED;
    return callIn(purpose, session, message, own);
  }

  /** Reads what a later step compares with; this answer itself is not judged. */
  Exchange look(String message, Object... own) {
    String session = Unavailable.orBlocked(() -> api.session(speaker.account()));
    return callIn(Purpose.AUXILIARY, session, message, List.of(own));
  }

  private Exchange callIn(Purpose purpose, String session, String message, List<?> own) {
    return noted(
        about(message, own, () -> api.callIn(purpose, session, TaskClass.method(message), own)));
  }

  /** Refuses a call that would write to a task that only stands in. */
  void refuseToWrite(String message, List<?> own) {
    lifecycle.refuseToWrite(TaskClass.method(message), own);
  }

  /** Makes a call of class task, unless it would write to a task that only stands in. */
  Exchange about(String message, List<?> own, Supplier<Exchange> call) {
    refuseToWrite(message, own);
    Exchange exchange = Unavailable.orBlocked(call);
    lifecycle.called(message, own, exchange.answer() instanceof Answer.Success);
    return exchange;
  }

  /**
   * Starts work on the server.
   *
   * @return the answer, and the task that it names where that is new; disposed of at the end
   */
  Started start(TaskSource source) {
    List<Object> own = source.arguments(source.needsHost() ? host() : "");
    Exchange exchange =
        noted(Unavailable.orBlocked(() -> api.start(speaker.account(), source.message(), own)));
    Optional<Ledger.Entry> task =
        AnswerText.reference(exchange).flatMap(api.ledger()::find).filter(Ledger.Entry::serverRun);
    task.ifPresent(entry -> lifecycle.started(entry, source));
    return new Started(exchange.answer(), task.map(Ledger.Entry::ref));
  }

  /** Notes a task of a source in place of one that create did not give. */
  void standsIn(ScenarioTask task, ConformanceFailure noTask) {
    lifecycle.standsIn(task.ref(), noTask);
  }

  Optional<ConformanceFailure> insteadOf(String ref) {
    return lifecycle.insteadOf(ref);
  }

  /** What came of a source. */
  record Started(Answer answer, Optional<String> ref) {}

  /** Is done with the tasks that were started. */
  public void endStarted() {
    lifecycle.endServerRun();
  }

  /** The host that serves the session, which is up; the first of all where the server is silent. */
  private String host() {
    String session = Unavailable.orBlocked(() -> api.session(speaker.account()));
    return AnswerText.reference(asked("session.get_this_host", session))
        .or(
            () ->
                ((Collection<?>) reader.typed(asked("host.get_all"), ApiType.STRING_SET))
                    .stream().findFirst().map(String.class::cast))
        .orElseThrow(() -> new PreconditionFailed(new Reason.NoHost(TaskSource.HOST)));
  }

  private Exchange asked(String message, Object... own) {
    return noted(Unavailable.orBlocked(() -> api.call(speaker.account(), message, List.of(own))));
  }

  /**
   * Notes an exchange of the scenario. Silence is never blamed: a lost connection or a busy server
   * looks just like it, and a must that is not testable keeps a silent server from conformance.
   */
  public Exchange noted(Exchange exchange) {
    notedAll(List.of(exchange));
    return exchange;
  }

  /** The same of several, in this order; what one of them lacks counts when all are noted. */
  void notedAll(List<Exchange> exchanges) {
    exchanges.forEach(context.notes()::add);
    List<String> created =
        exchanges.stream()
            .filter(one -> one.method().endsWith(TaskClass.CREATE))
            .flatMap(one -> AnswerText.reference(one).stream())
            .toList();
    created.forEach(ref -> api.ledger().find(ref).ifPresent(lifecycle::made));
    exchanges.forEach(ApiCaller::refuseSilence);
    created.forEach(this::refuseForeign);
    if (context.supplies().across().first().isEmpty()) {
      created.stream().findFirst().ifPresent(this::noteFirst);
    }
    exchanges.forEach(ApiCaller::refuseIllegible);
  }

  private static void refuseSilence(Exchange exchange) {
    if (!exchange.answered()) {
      throw new PreconditionFailed(
          new Reason.ServerSilent(exchange.method(), AnswerText.of(exchange.answer())));
    }
  }

  /**
   * What cannot be read is blamed once, by the wire's own rule, and says nothing of the message.
   */
  private static void refuseIllegible(Exchange exchange) {
    if (exchange.answer() instanceof Answer.Malformed && !exchange.violations().isEmpty()) {
      throw new PreconditionFailed(
          new Reason.Unreadable(exchange.method(), exchange.violations().get(0).rule()));
    }
  }

  private void refuseForeign(String ref) {
    if (api.ledger().isForeign(ref)) {
      throw new ConformanceFailure(
              "the reference of a new task",
              "one that is no task of this run: " + ref,
              TaskClass.CREATE)
          .of(Owner.of("task.create.unique"));
    }
  }

  /** Whatever this answers, no scenario is to blame or to praise for it. */
  private void noteFirst(String ref) {
    try {
      if (api.call(speaker.account(), "task.get_created", List.of(ref)).answer()
              instanceof Answer.Success success
          && api.read(ApiType.DATETIME, success.value()) instanceof Instant created) {
        Instant now = context.supplies().clock().instant();
        context.supplies().across().note(new AcrossScenarios.First(created, now));
      }
    } catch (Unavailable | WrongType silent) {
      return;
    }
  }

  /** Is done with one task of the scenario already; whether the server has let go of it. */
  public boolean disposeOf(String ref) {
    return api.ledger().find(ref).map(api.disposal()::dispose).orElse(true);
  }

  /** Is done with all tasks of the scenario. */
  public void disposeOfAll() {
    lifecycle.end();
  }

  /** A pending task of the speaker's that another scenario left as it found it. */
  Optional<TaskBudget.Item> borrow() {
    return lifecycle.borrow(speaker.account());
  }

  /** The same beside the one that the scenario has, if one can be spared. */
  Optional<TaskBudget.Item> spare() {
    return lifecycle.spare(speaker.account());
  }
}
