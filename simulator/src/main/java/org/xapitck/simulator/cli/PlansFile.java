package org.xapitck.simulator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.xapitck.simulator.plan.Plan;
import org.xapitck.simulator.plan.Plans;
import org.xapitck.simulator.rpc.Answer;

/** Reads a file of plans; the head of the built-in one says what a plan may contain. */
public final class PlansFile {
  private static final String SHIPPED = "plans.yaml";
  private static final List<String> KEYS =
      List.of("steps", "after", "result", "error", "stuck", "cancel", "subtasks");
  private static final List<String> STEP_KEYS = List.of("after", "progress");

  private final YamlFile file;

  private PlansFile(String name) {
    this.file = new YamlFile(name);
  }

  /** The plans that ship, read when the first is needed. */
  public static Plans shipped() {
    return Plans.later(
        () -> {
          try (InputStream in = PlansFile.class.getResourceAsStream(SHIPPED)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new PlansFile("The plan file that ships").plans(text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (UsageException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /**
   * Reads a file.
   *
   * @throws UsageException naming the file, the line and the key
   */
  public static Plans read(Path path) throws UsageException {
    PlansFile plans = new PlansFile("The plan file " + path);
    return Plans.of(plans.plans(plans.file.text(path)));
  }

  private Map<String, Plan> plans(String text) throws UsageException {
    Map<String, Node> nodes = file.map(file.root(text), "the file");
    Map<String, Plan> plans = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : nodes.entrySet()) {
      plans.put(entry.getKey(), plan(entry.getKey(), entry.getValue()));
    }
    for (Map.Entry<String, Plan> entry : plans.entrySet()) {
      for (String part : entry.getValue().subtasks()) {
        Plan plan = plans.get(part);
        if (plan == null || !plan.subtasks().isEmpty()) {
          throw file.wrong(
              nodes.get(entry.getKey()),
              entry.getKey()
                  + " has the subtask "
                  + part
                  + ", which is "
                  + (plan == null ? "no plan of the file" : "a plan with subtasks itself"));
        }
      }
    }
    return plans;
  }

  private Plan plan(String name, Node node) throws UsageException {
    Map<String, Node> keys = file.map(node, name, KEYS);
    List<Plan.Step> steps = new ArrayList<>();
    if (keys.containsKey("steps")) {
      for (Node step : file.list(keys.get("steps"), "steps of " + name)) {
        steps.add(step(name, step));
      }
    }
    List<String> subtasks =
        keys.containsKey("subtasks")
            ? texts(keys.get("subtasks"), "subtasks of " + name)
            : List.of();
    return new Plan(
        steps,
        seconds(keys, "after", name).orElse(Duration.ZERO),
        outcome(name, node, keys),
        seconds(keys, "cancel", name),
        subtasks);
  }

  private Plan.Step step(String name, Node node) throws UsageException {
    String what = "a step of " + name;
    Map<String, Node> keys = file.map(node, what, STEP_KEYS);
    if (!keys.containsKey("progress")) {
      throw file.wrong(node, what + " needs a progress");
    }
    return new Plan.Step(
        seconds(keys, "after", what).orElse(Duration.ZERO),
        file.number(keys.get("progress"), "progress of " + name));
  }

  private Plan.Outcome outcome(String name, Node node, Map<String, Node> keys)
      throws UsageException {
    List<String> given =
        List.of("result", "error", "stuck").stream().filter(keys::containsKey).toList();
    if (given.size() != 1) {
      throw file.wrong(node, name + " needs exactly one of result, error and stuck");
    }
    Node value = keys.get(given.get(0));
    switch (given.get(0)) {
      case "result":
        return new Plan.Outcome.Succeeds(file.text(value, "result of " + name));
      case "error":
        List<String> error = texts(value, "error of " + name);
        if (error.isEmpty()) {
          throw file.wrong(value, "error of " + name + " needs a code");
        }
        return new Plan.Outcome.Fails(
            new Answer.Failure(error.get(0), error.subList(1, error.size())));
      default:
        if (!file.text(value, "stuck of " + name).equals("true")) {
          throw file.wrong(value, "stuck of " + name + " must be true");
        }
        return new Plan.Outcome.Hangs();
    }
  }

  private List<String> texts(Node node, String what) throws UsageException {
    List<String> texts = new ArrayList<>();
    for (Node item : file.list(node, what)) {
      texts.add(file.text(item, what));
    }
    return texts;
  }

  private Optional<Duration> seconds(Map<String, Node> keys, String key, String what)
      throws UsageException {
    Node node = keys.get(key);
    return node == null
        ? Optional.empty()
        : Optional.of(Duration.ofNanos((long) (file.number(node, key + " of " + what) * 1e9)));
  }
}
