package org.xapitck.kit.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.target.Account;
import org.xapitck.kit.target.Claim;
import org.xapitck.kit.target.Conversation;
import org.xapitck.kit.target.Said;
import org.xapitck.kit.target.Stock;
import org.xapitck.kit.target.Told;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.ApiType;
import org.xapitck.kit.wire.Exchange;
import org.xapitck.kit.wire.Value;

/**
 * What one scenario knows: whose account speaks, the task it is about, the last call. PicoContainer
 * makes one for each scenario and hands it to every step class.
 *
 * <p>A server may collect a completed task at any moment. So every act since the task was made is
 * kept, and where a look at a completed task finds it gone, the acts are repeated with a fresh one,
 * {@value #FRESH_TASKS} times at most.
 */
public final class World {
  private static final int FRESH_TASKS = 5;

  private final Stage stage;
  private final Voice voice;
  private final List<Runnable> acts = new ArrayList<>();
  private final Map<String, String> told = new LinkedHashMap<>();
  private Subject it;
  private Subject other;
  private List<String> given = List.of();
  private boolean refusalAllowed;
  private boolean completed;
  private int collected;
  private Exchange last;

  /** The world of a scenario on the stage of the present thread. */
  public World() {
    this.stage = StageLoader.current().stage();
    this.voice = new Voice(stage);
  }

  Conversation conversation() {
    return stage.conversation();
  }

  Catalogue catalogue() {
    return stage.catalogue();
  }

  Stage stage() {
    return stage;
  }

  /** What the server is judged by. */
  Claim claim() {
    return stage.claim();
  }

  /** Whoever speaks. */
  Voice voice() {
    return voice;
  }

  /** Calls a message of class task in the speaker's session. */
  Exchange call(String message, Object... own) {
    return voice.call(message, own);
  }

  /** The value of a successful answer as a type of the API, or a Breach. */
  Object typed(Exchange exchange, ApiType type) {
    return voice.typed(exchange, type);
  }

  /** A value as a type of the API, or a Breach that names where it stood. */
  Object typed(Value value, ApiType type, String of) {
    return voice.typed(value, type, of);
  }

  // --- acts, which are repeated where a completed task was collected

  /** Does something now, and again with each fresh task. */
  void act(Runnable act) {
    acts.add(act);
    act.run();
  }

  /** Makes a call: as a When, later steps judge its answer; as a Given it must succeed. */
  void tryCall(Supplier<Exchange> call) {
    if (stage.notes().preparing()) {
      act(() -> mustSucceed(call.get()));
      return;
    }
    act(() -> last = collectedBefore().orElseGet(call));
  }

  /** Prepares by an account that may, where the speaker may not; a refusal is tolerated. */
  void prepareAs(Account account, String message, Object... own) {
    act(() -> voice.callAs(account, message, own));
  }

  private void mustSucceed(Exchange exchange) {
    if (!(exchange.answer() instanceof Answer.Success)) {
      throw new Breach("Success", Said.of(exchange.answer()) + "  (" + exchange.method() + ")");
    }
  }

  /**
   * The answer to the call of the When, after fresh tasks where the server collected a completed
   * one.
   */
  Exchange last() {
    if (last == null) {
      throw new IllegalStateException("no When of this scenario makes a call");
    }
    while (wasCollected(last)) {
      startAfresh();
    }
    return last;
  }

  /** The answer to the call of the When, even where it says that the task is unknown. */
  Exchange lastAsItIs() {
    if (last == null) {
      throw new IllegalStateException("no When of this scenario makes a call");
    }
    return last;
  }

  /** A look at the task, after fresh tasks where the server collected a completed one. */
  Exchange look(Supplier<Exchange> look) {
    Exchange exchange = look.get();
    while (wasCollected(exchange)) {
      startAfresh();
      exchange = look.get();
    }
    return exchange;
  }

  boolean wasCollected(Exchange exchange) {
    return completed && Told.isUnknown(exchange.answer());
  }

  void startAfresh() {
    if (++collected > FRESH_TASKS) {
      throw new Blocked(
          "the server collected "
              + FRESH_TASKS
              + " completed tasks before they could be looked at");
    }
    completed = false;
    it = null;
    List.copyOf(acts).forEach(Runnable::run);
  }

  /** Notes that the task is or may be in a final status, so that the server may collect it. */
  void taskIsCompleted() {
    completed = true;
  }

  // --- tasks

  String freshMark() {
    return stage.marks().get();
  }

  void beAbout(Subject subject) {
    it = subject;
  }

  Subject it() {
    if (it == null && !acts.isEmpty()) {
      throw new Blocked(
          "no call of the scenario gave the reference of a task; task.create.result judges that");
    }
    if (it == null) {
      throw new IllegalStateException("the scenario has no task yet");
    }
    return it;
  }

  Optional<Subject> itIfAny() {
    return Optional.ofNullable(it);
  }

  void standBeside(Subject subject) {
    other = subject;
  }

  Subject other() {
    if (other == null) {
      throw new IllegalStateException("the scenario has no other task");
    }
    return other;
  }

  /** Creates a task by the speaker and notes it; a Breach where the server gives none. */
  Subject create(String label, String description) {
    Optional<Stock.Item> lent = voice.borrow();
    if (lent.isPresent()) {
      return subject(lent.get().entry().ref(), lent.get().label());
    }
    Exchange exchange = call("create", label, description);
    String ref = (String) typed(exchange, ApiType.REF);
    return subject(ref, label);
  }

  /** A task that a call of this scenario made. */
  Subject subject(String ref, String label) {
    return Subject.created(ref, voice.speaker(), label);
  }

  /**
   * Keeps the records as they are before the call under test, where a later step compares.
   *
   * @return the server's refusal where it has collected the task before that
   */
  private Optional<Exchange> collectedBefore() {
    if (other != null && other.snapshot().isEmpty() && compares("the other task is unchanged")) {
      other = other.with(prepared(voice.look("get_record", other.ref())));
    }
    if (it != null && compares("it is unchanged", "nothing changed", "is unchanged")) {
      Exchange exchange = voice.look("get_record", it.ref());
      if (wasCollected(exchange)) {
        return Optional.of(exchange);
      }
      it = it.with(prepared(exchange));
    }
    return Optional.empty();
  }

  private boolean compares(String... phrases) {
    return stage.notes().stepTexts().stream()
        .anyMatch(text -> Stream.of(phrases).anyMatch(text::contains));
  }

  private Map<String, Value> prepared(Exchange record) {
    try {
      return Types.record(typed(record, ApiType.RECORD));
    } catch (Breach e) {
      throw new Blocked(
          "no record to compare with: " + e.getMessage() + "; task.get_record.result judges that");
    }
  }

  Map<String, Value> record(String ref) {
    return Types.record(typed(call("get_record", ref), ApiType.RECORD));
  }

  // --- what the call said, for "the refusal names ..." and "in the order given"

  void giveInOrder(List<String> elements) {
    given = List.copyOf(elements);
  }

  List<String> givenInOrder() {
    return given;
  }

  /** Notes that a refusal of the call was as right as its success. */
  void allowRefusal() {
    refusalAllowed = true;
  }

  boolean refusalAllowed() {
    return refusalAllowed;
  }

  void tell(String what, String value) {
    told.put(what, value);
  }

  String told(String what) {
    return Optional.ofNullable(told.get(what))
        .orElseThrow(() -> new IllegalStateException("no call of this scenario names a " + what));
  }
}
