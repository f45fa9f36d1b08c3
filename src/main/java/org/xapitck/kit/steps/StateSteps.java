package org.xapitck.kit.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.xapitck.kit.target.Said;
import org.xapitck.kit.target.Told;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.ApiType;
import org.xapitck.kit.wire.Exchange;
import org.xapitck.kit.wire.Value;

/** What became of the tasks: unchanged, gone, or untouched by an attempt to write. */
public final class StateSteps {
  /** Every field that a client can set; the others may move by themselves. */
  private static final List<String> SETTABLE =
      List.of(
          "name_label",
          "name_description",
          "status",
          "progress",
          "result",
          "error_info",
          "other_config");

  private final World world;
  private final List<Exchange> attempts = new ArrayList<>();
  private Value before;
  private String field;

  public StateSteps(World world) {
    this.world = world;
  }

  /** The task or the other task, in every field that a client can set. */
  @Then("{whom} is unchanged")
  public void isUnchanged(String whom) {
    compare(whom.equals("it") ? world::it : world::other);
  }

  private void compare(Supplier<Subject> subject) {
    if (subject.get().started().isPresent()) {
      // the server itself moves it, so a change shows nothing
      return;
    }
    Exchange exchange = world.look(() -> world.call("get_record", subject.get().ref()));
    Map<String, Value> now = Types.record(world.typed(exchange, ApiType.RECORD));
    Map<String, Value> then = subject.get().snapshot().orElseThrow();
    for (String name : SETTABLE) {
      Value was = then.get(name);
      if (was != null && now.get(name) != null && !was.equals(now.get(name))) {
        throw new Breach(
            name + " unchanged: " + Said.of(was), Said.of(now.get(name)) + "  (task.get_record)");
      }
    }
  }

  /** By its getters, and by every look-up. */
  @Then("the server no longer knows it")
  public void isGone() {
    String ref = world.it().ref();
    for (String getter : List.of("get_status", "get_record")) {
      Exchange exchange = world.call(getter, ref);
      if (!Told.isUnknown(exchange.answer())) {
        throw new Breach(
            "Failure HANDLE_INVALID",
            Said.of(exchange.answer()) + "  (" + exchange.method() + " after task.destroy)");
      }
    }
    Collection<?> all = (Collection<?>) world.typed(world.call("get_all"), ApiType.STRING_SET);
    if (all.contains(ref)) {
      throw new Breach("no " + ref + " in the list of all tasks", "it is listed  (task.get_all)");
    }
    Exchange byLabel = world.call("get_by_name_label", world.it().label());
    if (((Collection<?>) world.typed(byLabel, ApiType.STRING_SET)).contains(ref)) {
      throw new Breach("no " + ref + " under its label", "it is found  (task.get_by_name_label)");
    }
  }

  /** By each setter that a writable field of this type would have; one attempt a call. */
  @When("I try to write its {field}")
  public void tryToWrite(String name) {
    field = name;
    String type = world.catalogue().fieldTypes().get(name);
    String ref = world.it().ref();
    before = valueOf(name);
    attempts.add(world.call("set_" + name, ref, sample(type)));
    if (type.endsWith(" set")) {
      attempts.add(world.call("add_" + name, ref, "x"));
    }
    if (type.endsWith(" map")) {
      attempts.add(world.call("add_to_" + name, ref, "x", "cancel"));
      attempts.add(world.call("remove_from_" + name, ref, "x"));
    }
  }

  private static Object sample(String type) {
    return switch (Types.of(type)) {
      case STRING_SET -> List.of("x");
      case STRING_MAP -> Map.of("x", "cancel");
      default -> "x";
    };
  }

  private Value valueOf(String name) {
    Exchange exchange = world.call("get_" + name, world.it().ref());
    if (exchange.answer() instanceof Answer.Success success) {
      return success.value();
    }
    throw new Blocked(
        "task.get_"
            + name
            + " answered "
            + Said.of(exchange.answer())
            + ", so a change cannot be seen");
  }

  @Then("every attempt is refused and it is unchanged")
  public void everyAttemptFailed() {
    for (Exchange attempt : attempts) {
      if (attempt.answer() instanceof Answer.Success || !attempt.answered()) {
        throw new Breach("a refusal", Said.of(attempt.answer()) + "  (" + attempt.method() + ")");
      }
    }
    Value now = valueOf(field);
    if (!now.equals(before)) {
      throw new Breach(
          field + " unchanged: " + Said.of(before), Said.of(now) + "  (task.get_" + field + ")");
    }
  }
}
