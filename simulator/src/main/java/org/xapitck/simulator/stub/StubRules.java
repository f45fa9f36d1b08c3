package org.xapitck.simulator.stub;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xapitck.simulator.plan.Plans;
import org.xapitck.simulator.plan.PluginMessages;
import org.xapitck.simulator.text.Nearest;

/**
 * What no stub may do: stand before class task or anything else that the simulator has, or run a
 * plan that is not there.
 */
final class StubRules {
  private static final String TASK = "task";

  private final List<String> ownNames;
  private final Set<String> ownClasses;
  private final Plans plans;

  /** Rules for a simulator with these messages and plans. */
  StubRules(List<String> ownNames, Plans plans) {
    this.ownNames = ownNames;
    this.ownClasses = ownNames.stream().map(StubRules::classOf).collect(Collectors.toSet());
    this.plans = plans;
  }

  void check(Stubs stubs) {
    stubs.messages().forEach(this::message);
    stubs
        .plugins()
        .forEach(
            (plugin, functions) -> {
              plugin(plugin);
              functions.forEach(
                  (name, reply) ->
                      plan(reply, StubReader.at(StubReader.at("/plugins", plugin), name)));
            });
    stubs.objects().keySet().forEach(this::objects);
  }

  private void message(String name, Reply reply) {
    String place = StubReader.at("/messages", name);
    String plain = name.startsWith(StubIndex.ASYNC) ? name.substring(6) : name;
    if (classOf(plain).equals(TASK)) {
      throw new StubRefusal(
          place, "class task is the simulator's own; allowed are messages of other classes");
    }
    if (ownNames.contains(plain)) {
      throw new StubRefusal(
          place,
          "the simulator has "
              + plain
              + " itself; allowed are messages that system.listMethods does not tell");
    }
    plan(reply, place);
  }

  private void plugin(String name) {
    if (name.equals(PluginMessages.PLUGIN)) {
      throw new StubRefusal(
          StubReader.at("/plugins", name), "the simulator has the plugin " + name + " itself");
    }
  }

  private void objects(String type) {
    if (ownClasses.contains(type)) {
      throw new StubRefusal(
          StubReader.at("/objects", type),
          "the simulator has class " + type + " itself; allowed are objects of other classes");
    }
  }

  private void plan(Reply reply, String place) {
    if (reply instanceof Reply.Runs runs && plans.find(runs.plan()).isEmpty()) {
      throw new StubRefusal(
          StubReader.at(place, "plan"),
          "unknown plan "
              + runs.plan()
              + "; allowed are "
              + String.join(", ", plans.names())
              + Nearest.of(runs.plan(), plans.names()).stream()
                  .findFirst()
                  .map(nearest -> ", and the nearest is " + nearest)
                  .orElse(""));
    }
  }

  private static String classOf(String message) {
    return message.substring(0, message.indexOf('.'));
  }
}
