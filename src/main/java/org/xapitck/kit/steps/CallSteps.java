package org.xapitck.kit.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xapitck.kit.answer.Refusals;
import org.xapitck.kit.catalogue.Message;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ErrorCodes;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Effect;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.scenario.Scenario;
import org.xapitck.kit.scenario.ScenarioTask;
import org.xapitck.kit.scenario.SilentMessage;

/** Calls any message of the page, correctly or with one fault. */
public final class CallSteps {
  private final Scenario scenario;

  /** What a task had that was destroyed. */
  private Optional<String> uuidOfGone = Optional.empty();

  private Optional<String> labelOfGone = Optional.empty();

  public CallSteps(Scenario scenario) {
    this.scenario = scenario;
  }

  /** With sound parameters, about it where the message is about a task. */
  @When("I call {message}")
  @Does(
      value = Trait.USES_UP_A_TASK,
      where = {"cancel", "destroy"})
  @Does(value = Trait.MAKES_TASKS, where = "create")
  public void call(String name) {
    Message message = scenario.catalogue().message(name);
    scenario.tryCall(
        () -> {
          Exchange exchange = called(message);
          afterwards(message, exchange);
          return exchange;
        });
  }

  /** What reads may be asked for again; whatever else was not answered may have been done. */
  private Exchange called(Message message) {
    Object[] own = sound(message).toArray();
    return message.effect() == Effect.READS
        ? new SilentMessage(scenario).answer(() -> scenario.call(message.name(), own))
        : scenario.call(message.name(), own);
  }

  private void afterwards(Message message, Exchange exchange) {
    if (message.effect() == Effect.CREATES) {
      AnswerText.reference(exchange)
          .ifPresent(ref -> scenario.takeUp(scenario.maker().subject(ref, "")));
    }
    boolean ends = TaskClass.mayEnd(message.wireName());
    if (ends && exchange.answer() instanceof Answer.Success) {
      scenario.taskIsCompleted();
    }
  }

  /**
   * {@code a parameter missing}, {@code a parameter too many}, {@code a value of the wrong type}
   * (one that no lenient server could read: a list for a text or a number, a text for a list or a
   * map).
   */
  @When("I call {message} with {fault}")
  @Does(value = Trait.MAKES_TASKS, where = "create")
  public void callWithFault(String name, ParameterTypes.Fault fault) {
    Message message = scenario.catalogue().message(name);
    scenario.memory().keep("message", message.wireName());
    if (fault != ParameterTypes.Fault.WRONG_TYPE) {
      mustBeRefused(message, "count");
    }
    scenario.tryCall(() -> scenario.call(name, spoilt(message, fault).toArray()));
  }

  /**
   * {@code never existed}: the reference is made up; {@code was destroyed}: this step makes,
   * completes and destroys a task; a look-up asks for the uuid or label that it had.
   */
  @When("I call {message} for a task that {absence}")
  public void callForAbsent(String name, String absence) {
    Message message = scenario.catalogue().message(name);
    boolean invented = absence.equals("never existed");
    String ref = invented ? scenario.caller().inventedRef() : destroyedRef(message);
    if (invented) {
      mustBeRefused(message, "handle");
    } else if (message.takesTask()) {
      scenario.memory().mustBeRefused(Owner.of("error.destroyed"), Owner.SCENARIO);
    }
    scenario.memory().keep("reference", ref);
    scenario.tryCall(() -> scenario.call(name, soundAbout(message, ref).toArray()));
  }

  /**
   * {@code an unknown session}, {@code a logged-out session}, {@code an empty session}; all else is
   * sound.
   */
  @When("I call {message} in {session}")
  @Does(value = Trait.MAKES_TASKS, where = "create")
  public void callInSession(String name, String kind) {
    Message message = scenario.catalogue().message(name);
    List<Object> own = sound(message);
    String session =
        switch (kind) {
          case "an unknown session" -> "OpaqueRef:" + scenario.context().supplies().uuids().get();
          case "a logged-out session" -> loggedOutSession();
          default -> "";
        };
    if (kind.equals("an unknown session")) {
      mustBeRefused(message, "session");
    }
    scenario.memory().keep("session", session);
    scenario.tryCall(() -> scenario.caller().callIn(session, name, own));
  }

  private void mustBeRefused(Message message, String aspect) {
    Owner owner = Owner.of(message.wireName() + "." + aspect);
    scenario.memory().mustBeRefused(owner, owner);
  }

  private String loggedOutSession() {
    Account account = scenario.caller().speaker().account();
    Exchange login =
        scenario.caller().noted(scenario.api().login(account.username(), account.password()));
    String session = (String) scenario.typed(login, ApiType.REF);
    Exchange logout =
        scenario
            .caller()
            .noted(scenario.api().call(Call.auxiliary("session.logout", List.of(session))));
    if (!(logout.answer() instanceof Answer.Success)) {
      throw Refusals.of(Owner.of("session.logout"), "Success", logout);
    }
    return session;
  }

  private String destroyedRef(Message message) {
    ScenarioTask subject = scenario.maker().create("made to be destroyed");
    if (!message.takesTask()) {
      labelOfGone = Optional.of(subject.label());
      uuidOfGone = Optional.of(uuidOf(subject.ref()));
      // found once, it must not be found for ever
      mustHaveWorked(scenario.call(message.name(), soundAbout(message, subject.ref()).toArray()));
    }
    destroy(subject);
    return subject.ref();
  }

  /**
   * Another task that was made with its name_label, completed and destroyed; a server may have
   * collected it meanwhile.
   */
  @Given("a twin of it was destroyed")
  public void destroyTwin() {
    ScenarioTask twin =
        scenario.maker().create(scenario.it().label(), "a twin, made to be destroyed");
    if (twin.ref().equals(scenario.it().ref())) {
      throw new PreconditionFailed(
          new Reason.BlockedBy("task.create.unique", Reason.Obstacle.SAME_REFERENCE_TWICE));
    }
    destroy(twin);
  }

  private void destroy(ScenarioTask subject) {
    Exchange status = scenario.call("set_status", subject.ref(), "success");
    if (!ErrorCodes.isUnknown(status.answer())) {
      mustHaveWorked(status);
      Exchange destroy = scenario.call("destroy", subject.ref());
      if (!ErrorCodes.isUnknown(destroy.answer())) {
        mustHaveWorked(destroy);
      }
    }
  }

  private static void mustHaveWorked(Exchange exchange) {
    if (!(exchange.answer() instanceof Answer.Success)) {
      throw Refusals.ofOther(exchange);
    }
  }

  /** Sound own parameters about the scenario's task. */
  private List<Object> sound(Message message) {
    return soundAbout(message, message.takesTask() ? scenario.it().ref() : "");
  }

  private List<Object> soundAbout(Message message, String ref) {
    List<Object> own = new ArrayList<>();
    for (Fact.Parameter parameter : message.ownParameters()) {
      own.add(parameter.sample().map(this::valueOf).orElse(ref));
    }
    return own;
  }

  private Object valueOf(Fact.Sample sample) {
    if (sample instanceof Fact.Sample.Literal literal) {
      return literal.value();
    }
    return switch ((Fact.Sample.Supplied) sample) {
      case MARK -> scenario.freshMark();
      case ITS_UUID -> uuidOfGone.map(Object.class::cast).orElseGet(this::uuid);
      case ITS_LABEL ->
          labelOfGone.isPresent()
              ? labelOfGone.get()
              : scenario.itIfAny().map(ScenarioTask::label).orElseGet(scenario::freshMark);
    };
  }

  private Object uuid() {
    if (scenario.itIfAny().isEmpty()) {
      return scenario.context().supplies().uuids().get();
    }
    return uuidOf(scenario.it().ref());
  }

  private String uuidOf(String ref) {
    return (String) scenario.typed(scenario.call("get_uuid", ref), ApiType.STRING);
  }

  private List<Object> spoilt(Message message, ParameterTypes.Fault fault) {
    List<Object> own = sound(message);
    switch (fault) {
      case MISSING -> own.remove(own.size() - 1);
      case TOO_MANY -> own.add("one too many");
      default -> own.set(own.size() - 1, wrongFor(message));
    }
    return own;
  }

  /** A value that no lenient server could read as the type of the last parameter. */
  private static Object wrongFor(Message message) {
    return switch (message.parameters().get(message.parameters().size() - 1).type().type()) {
      case STRING_SET, STRING_MAP -> "neither a set nor a map";
      default -> List.of("a set instead of one value");
    };
  }

  /** A message that the class lacks. */
  @When("I call the unknown message {text}")
  public void callUnknown(ParameterTypes.Text name) {
    scenario.memory().keep("message", TaskClass.method(name.value()));
    scenario.tryCall(() -> scenario.call(name.value(), scenario.freshMark()));
  }
}
