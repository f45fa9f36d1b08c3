package org.xapitck.simulator.stub;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.simulator.rpc.Value;

/**
 * Answers that a user gives for what the simulator does not have; immutable.
 *
 * @param messages by name, {@code Async.} included; a {@code *} stands for any letters
 * @param plugins by the name of the plugin and of its function; each gives a text, fails or runs
 * @param objects by the name of the class; a class may be without objects
 */
public record Stubs(
    Map<String, Reply> messages,
    Map<String, Map<String, Reply>> plugins,
    Map<String, List<StubObject>> objects) {

  /** No stubs. */
  public static final Stubs NONE = new Stubs(Map.of(), Map.of(), Map.of());

  /** Takes copies, in order. */
  public Stubs {
    messages = copy(messages);
    Map<String, Map<String, Reply>> functions = new LinkedHashMap<>();
    for (Map.Entry<String, Map<String, Reply>> plugin : plugins.entrySet()) {
      functions.put(plugin.getKey(), copy(plugin.getValue()));
    }
    plugins = Collections.unmodifiableMap(functions);
    Map<String, List<StubObject>> lists = new LinkedHashMap<>();
    for (Map.Entry<String, List<StubObject>> ofClass : objects.entrySet()) {
      lists.put(ofClass.getKey(), List.copyOf(ofClass.getValue()));
    }
    objects = Collections.unmodifiableMap(lists);
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * Reads stubs from a tree: a struct of {@code messages}, {@code plugins} and {@code objects}. A
   * body of JSON is such a tree, and {@code cli.StubsFile} makes one of YAML.
   *
   * @throws StubRefusal naming the place by its JSON pointer, and what is allowed
   */
  public static Stubs of(Value tree) {
    return new StubReader().read(tree);
  }

  /** These as a tree, of which {@link #of} makes them again. */
  public Value.Struct tree() {
    return StubWriter.write(this);
  }

  /** These and those; where both have something of one name, those win. */
  public Stubs plus(Stubs more) {
    Map<String, Reply> bothMessages = new LinkedHashMap<>(messages);
    bothMessages.putAll(more.messages);
    Map<String, Map<String, Reply>> bothPlugins = new LinkedHashMap<>(plugins);
    more.plugins.forEach(
        (plugin, functions) -> {
          Map<String, Reply> both = new LinkedHashMap<>(plugins.getOrDefault(plugin, Map.of()));
          both.putAll(functions);
          bothPlugins.put(plugin, both);
        });
    Map<String, List<StubObject>> bothObjects = new LinkedHashMap<>(objects);
    more.objects.forEach(
        (type, list) -> {
          Map<String, StubObject> byRef = new LinkedHashMap<>();
          objects.getOrDefault(type, List.of()).forEach(one -> byRef.put(one.ref(), one));
          list.forEach(one -> byRef.put(one.ref(), one));
          bothObjects.put(type, new ArrayList<>(byRef.values()));
        });
    return new Stubs(bothMessages, bothPlugins, bothObjects);
  }

  /** These and a message. */
  public Stubs withMessage(String name, Reply reply) {
    return plus(new Stubs(Map.of(name, reply), Map.of(), Map.of()));
  }

  /** These and a function of a plugin. */
  public Stubs withPlugin(String plugin, String function, Reply reply) {
    return plus(new Stubs(Map.of(), Map.of(plugin, Map.of(function, reply)), Map.of()));
  }

  /** These and an object. */
  public Stubs withObject(String type, StubObject object) {
    return plus(new Stubs(Map.of(), Map.of(), Map.of(type, List.of(object))));
  }
}
