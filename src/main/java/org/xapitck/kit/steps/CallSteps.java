package org.xapitck.kit.steps;

import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.xapitck.kit.catalogue.Message;
import org.xapitck.kit.target.Account;
import org.xapitck.kit.target.Said;
import org.xapitck.kit.target.Told;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.ApiType;
import org.xapitck.kit.wire.Call;
import org.xapitck.kit.wire.Exchange;

/** Any message of the page is called, soundly or with one fault. */
public final class CallSteps {
  private static final String KEY = "xapi-task-tck";

  private final World world;

  public CallSteps(World world) {
    this.world = world;
  }

  /** With sound parameters, about the scenario's task where the message is about one. */
  @When("I call {message}")
  public void call(String name) {
    Message message = world.catalogue().message(name);
    world.tryCall(
        () -> {
          Exchange exchange = world.call(name, sound(message).toArray());
          afterwards(message, exchange);
          return exchange;
        });
  }

  private void afterwards(Message message, Exchange exchange) {
    if (message.name().equals("create")) {
      Said.reference(exchange).ifPresent(ref -> world.beAbout(world.subject(ref, "")));
    }
    boolean ends = message.name().equals("set_status") || message.name().equals("cancel");
    if (ends && exchange.answer() instanceof Answer.Success) {
      world.taskIsCompleted();
    }
  }

  @When("I call {message} with {fault}")
  public void callWithFault(String name, ParameterTypes.Fault fault) {
    Message message = world.catalogue().message(name);
    world.tell("message", message.wireName());
    world.tryCall(() -> world.call(name, spoilt(message, fault).toArray()));
  }

  /** The reference is made up, or of a task that this step makes, completes and destroys. */
  @When("I call {message} for a task that {absence}")
  public void callForAbsent(String name, String absence) {
    Message message = world.catalogue().message(name);
    String ref = absence.equals("never existed") ? inventedRef() : destroyedRef();
    world.tell("reference", ref);
    world.tryCall(() -> world.call(name, soundAbout(message, ref).toArray()));
  }

  /** One fault per call: everything but the session is sound. */
  @When("I call {message} in {session}")
  public void callInSession(String name, String kind) {
    Message message = world.catalogue().message(name);
    List<Object> own = sound(message);
    String session =
        switch (kind) {
          case "an unknown session" -> "OpaqueRef:" + UUID.randomUUID();
          case "a logged-out session" -> loggedOutSession();
          default -> "";
        };
    world.tell("session", session);
    world.tryCall(() -> world.voice().callIn(session, name, own));
  }

  private String loggedOutSession() {
    Account account = world.voice().speaker();
    Exchange login =
        world.voice().noted(world.conversation().login(account.username(), account.password()));
    String session = (String) world.typed(login, ApiType.REF);
    Exchange logout =
        world
            .voice()
            .noted(world.conversation().call(Call.auxiliary("session.logout", List.of(session))));
    if (!(logout.answer() instanceof Answer.Success)) {
      throw new Blocked("the session could not be logged out; session.logout judges that");
    }
    return session;
  }

  private String inventedRef() {
    String ref = "OpaqueRef:" + UUID.randomUUID();
    world.conversation().ledger().invented(ref);
    return ref;
  }

  private String destroyedRef() {
    Subject subject = madeToBeDestroyed();
    Exchange status = world.call("set_status", subject.ref(), "success");
    if (!Told.isUnknown(status.answer())) {
      mustHaveWorked(status);
      Exchange destroy = world.call("destroy", subject.ref());
      if (!Told.isUnknown(destroy.answer())) {
        mustHaveWorked(destroy);
      }
    }
    return subject.ref();
  }

  private Subject madeToBeDestroyed() {
    try {
      return world.create(world.freshMark(), "made to be destroyed");
    } catch (Breach e) {
      throw new Blocked(
          "there is no task to destroy: " + e.getMessage() + "; task.create.result judges that");
    }
  }

  private static void mustHaveWorked(Exchange exchange) {
    if (!(exchange.answer() instanceof Answer.Success)) {
      throw new Blocked(
          exchange.method()
              + " answered "
              + Said.of(exchange.answer())
              + ", so there is no destroyed task; "
              + exchange.method()
              + ".result judges that");
    }
  }

  /** Sound own parameters about the scenario's task. */
  private List<Object> sound(Message message) {
    return soundAbout(message, message.takesTask() ? world.it().ref() : "");
  }

  private List<Object> soundAbout(Message message, String ref) {
    return new ArrayList<>(
        switch (message.name()) {
          case "create" -> List.of(world.freshMark(), "made by a conformance test");
          case "get_by_uuid" -> List.of(uuid());
          case "get_by_name_label" ->
              List.of(world.itIfAny().map(Subject::label).orElseGet(world::freshMark));
          case "set_status" -> List.of(ref, "success");
          case "set_progress" -> List.of(ref, 0.5);
          case "set_result" -> List.of(ref, "a result");
          case "set_error_info" -> List.of(ref, List.of("AN_ERROR", "a parameter"));
          case "set_other_config" -> List.of(ref, Map.of(KEY, "a value"));
          case "add_to_other_config" -> List.of(ref, KEY, "a value");
          case "remove_from_other_config" -> List.of(ref, KEY);
          default -> message.takesTask() ? List.of(ref) : List.of();
        });
  }

  private Object uuid() {
    if (world.itIfAny().isEmpty()) {
      return UUID.randomUUID().toString();
    }
    return world.typed(world.call("get_uuid", world.it().ref()), ApiType.STRING);
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
    String type = message.parameters().get(message.parameters().size() - 1);
    return switch (Types.of(type)) {
      case STRING_SET, STRING_MAP -> "neither a set nor a map";
      default -> List.of("a set instead of one value");
    };
  }

  /** A message that no page names. */
  @When("I call the unknown message {text}")
  public void callUnknown(ParameterTypes.Text name) {
    world.tell("message", "task." + name.value());
    world.tryCall(() -> world.call(name.value(), world.freshMark()));
  }
}
