package org.xapitck.kit.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.xapitck.kit.answer.AnswerPart;
import org.xapitck.kit.answer.FieldTypes;
import org.xapitck.kit.answer.Refusals;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.client.ErrorCodes;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.release.DetectedRelease;

/**
 * What one scenario knows: the account that calls, the task it is about, the last call.
 * PicoContainer creates one for each scenario and gives it to every step class.
 *
 * <p>A server may collect a completed task at any moment. So every act since the task was made is
 * kept, and where a look at a completed task finds it gone, the acts are repeated with a fresh one,
 * {@value #FRESH_TASKS} times at most.
 */
public final class Scenario {
  private static final int FRESH_TASKS = 5;

  private final ScenarioContext context;
  private final ApiCaller caller;
  private final TaskMaker maker;
  private final Instant begun;
  private final List<Runnable> acts = new ArrayList<>();
  private final ScenarioMemory memory = new ScenarioMemory();
  private final List<ScenarioTask> them = new ArrayList<>();
  private ScenarioTask it;
  private ScenarioTask other;
  private boolean completed;
  private int collected;
  private Exchange last;

  /** The refusal to show a completed task that was to be noted; null where it was noted. */
  private Exchange goneBeforeWhen;

  /** The scenario that runs on the present thread. */
  public Scenario() {
    this.context = ScenarioContextLoader.current().context();
    this.caller = new ApiCaller(context);
    this.maker = new TaskMaker(context, caller);
    this.begun = context.supplies().clock().instant();
  }

  /** When it began, by the kit's clock. */
  public Instant begun() {
    return begun;
  }

  /** The client of this wire. */
  public ApiClient api() {
    return context.api();
  }

  /** The requirements that judge. */
  public Catalogue catalogue() {
    return context.catalogue();
  }

  /** What the scenarios of the wire share. */
  public ScenarioContext context() {
    return context;
  }

  /** What the server is judged by. */
  public DetectedRelease detected() {
    return context.detected();
  }

  /** What steps keep for later ones. */
  public ScenarioMemory memory() {
    return memory;
  }

  /** Whoever speaks. */
  public ApiCaller caller() {
    return caller;
  }

  /** Makes tasks. */
  public TaskMaker maker() {
    return maker;
  }

  /** Calls a message of class task in the speaker's session. */
  public Exchange call(String message, Object... own) {
    return caller.call(message, own);
  }

  /** The value of a successful answer as a type of the API, or a {@link ConformanceFailure}. */
  public Object typed(Exchange exchange, ApiType type) {
    return caller.reader().typed(exchange, type);
  }

  /** A value as a type of the API, or a {@link ConformanceFailure} that names where it stood. */
  public Object typed(Value value, ApiType type, AnswerPart part) {
    return caller.reader().typed(value, type, part);
  }

  /** Compares values with the published types. */
  public FieldTypes fieldTypes() {
    return new FieldTypes(caller.reader(), context.catalogue(), context.detected().release());
  }

  // --- acts, which are repeated where a completed task was collected

  /** Does something now, and again with each fresh task. */
  public void act(Runnable act) {
    acts.add(act);
    act.run();
  }

  /** Makes a call: as a When, later steps judge its answer; as a Given it must succeed. */
  public void tryCall(Supplier<Exchange> call) {
    if (context.notes().preparing()) {
      act(() -> mustSucceed(call));
      return;
    }
    act(() -> last = goneBeforeWhen == null ? call.get() : goneBeforeWhen);
  }

  /** Prepares by an account that may, where the speaker may not; a refusal is tolerated. */
  public void prepareAs(Account account, String message, Object... own) {
    act(() -> caller.callAs(account, message, own));
  }

  private void mustSucceed(Supplier<Exchange> call) {
    Exchange exchange = call.get();
    if (exchange.answer() instanceof Answer.Success) {
      return;
    }
    ConformanceFailure refused = Refusals.ofOther(exchange);
    throw Refusals.isDenied(exchange.answer()) && isDeniedAgain(call)
        ? refused.seenTwice()
        : refused;
  }

  /** A role that is refused on a fresh task of its own as well is refused for good. */
  private boolean isDeniedAgain(Supplier<Exchange> call) {
    if (!caller.speaker().isOfItsRole()) {
      return false;
    }
    if (it != null && it.maker().equals(caller.speaker().account())) {
      it = maker.create("made by a conformance test");
    }
    return Refusals.isDenied(call.get().answer());
  }

  /**
   * The answer to the call of the When, after fresh tasks where the server collected a completed
   * one.
   */
  public Exchange last() {
    if (last == null) {
      throw new IllegalStateException("no When of this scenario makes a call");
    }
    while (wasCollected(last)) {
      startAfresh();
    }
    return last;
  }

  /** The answer to the call of the When, even where it says that the task is unknown. */
  public Exchange lastAsItIs() {
    if (last == null) {
      throw new IllegalStateException("no When of this scenario makes a call");
    }
    return last;
  }

  /** A look at the task, after fresh tasks where the server collected a completed one. */
  public Exchange look(Supplier<Exchange> look) {
    Exchange exchange = look.get();
    while (wasCollected(exchange)) {
      startAfresh();
      exchange = look.get();
    }
    return exchange;
  }

  /** Whether the answer says that the server has collected the completed task. */
  public boolean wasCollected(Exchange exchange) {
    return completed && ErrorCodes.isUnknown(exchange.answer());
  }

  void startAfresh() {
    if (++collected > FRESH_TASKS) {
      throw new PreconditionFailed(new Reason.TasksCollected(FRESH_TASKS));
    }
    completed = false;
    it = null;
    them.clear();
    goneBeforeWhen = null;
    List.copyOf(acts).forEach(Runnable::run);
  }

  /** Notes that the task is or may be in a final status, so that the server may collect it. */
  public void taskIsCompleted() {
    completed = true;
  }

  // --- tasks

  /** A text that no other task has. */
  public String freshMark() {
    return context.supplies().marks().get();
  }

  /** Makes a task the one that "it" names. */
  public void takeUp(ScenarioTask subject) {
    it = subject;
    them.add(subject);
  }

  /** All tasks that "it" named, one after the other. */
  public List<ScenarioTask> them() {
    return List.copyOf(them);
  }

  /**
   * The task that the scenario is about.
   *
   * @throws PreconditionFailed where no call gave the reference of one
   */
  public ScenarioTask it() {
    if (it == null && !acts.isEmpty()) {
      throw new PreconditionFailed(
          new Reason.BlockedBy("task.create.result", Reason.Obstacle.NO_REFERENCE));
    }
    if (it == null) {
      throw new IllegalStateException("the scenario has no task yet");
    }
    return it;
  }

  /** The task that the scenario is about, if it has one already. */
  public Optional<ScenarioTask> itIfAny() {
    return Optional.ofNullable(it);
  }

  /** Makes a task "the other one", which no call of the scenario may change. */
  public void setBeside(ScenarioTask subject) {
    other = subject;
  }

  /** The task beside the one that the scenario is about. */
  public ScenarioTask other() {
    if (other == null) {
      throw new IllegalStateException("the scenario has no other task");
    }
    return other;
  }

  /**
   * Keeps the record of the task as it is now, for a later step to compare with. Where the server
   * has collected the task, the call of the When is not made with it but with a fresh one.
   */
  public void note() {
    act(
        () -> {
          Exchange exchange = caller.look("get_record", it().ref());
          if (wasCollected(exchange)) {
            goneBeforeWhen = exchange;
          } else {
            it = it.with(FieldTypes.record(typed(exchange, ApiType.RECORD)));
          }
        });
  }

  /** Keeps the record of the other task, which stays the same one through fresh tasks. */
  public void noteOther() {
    Exchange exchange = caller.look("get_record", other().ref());
    other = other().with(FieldTypes.record(typed(exchange, ApiType.RECORD)));
  }

  /** The fields of a task, read now. */
  public Map<String, Value> record(String ref) {
    return FieldTypes.record(typed(call("get_record", ref), ApiType.RECORD));
  }
}
