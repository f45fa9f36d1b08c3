package org.xapitck.kit.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xapitck.kit.answer.Refusals;
import org.xapitck.kit.catalogue.Field;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.ledger.Admission;
import org.xapitck.kit.ledger.TaskBudget;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.scenario.Scenario;

/** Writes many values to one task, and checks that all of them come back. */
public final class WritingSteps {
  /** 6: numbers, words and escapes are among those that are added, for few calls. */
  private static final int EVERY = 6;

  /** What each wire and each reader writes in its own way. */
  private static final String ABROAD = ", \u00fcber \ud83d\ude80";

  private final Scenario scenario;

  /** What each field of the task was given last. */
  private final Map<String, Object> written = new LinkedHashMap<>();

  private final List<Comparison> compared = new ArrayList<>();
  private int writes;
  private int stayed;

  private record Comparison(String field, Object expected, Object actual) {}

  public WritingSteps(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * Each text by itself: for name_label and name_description one task after the other, for result
   * one after the other; for error_info all as elements of one call, for other_config as values,
   * every sixth added and all others set before by one call. The texts stand below.
   */
  @When("I write {texts} as {field}")
  @Does(
      value = Trait.MAKES_TASKS,
      where = {"name_label", "name_description"})
  public void write(TextGroup group, String field) {
    switch (scenario.catalogue().field(field).type().type()) {
      case STRING_SET -> set(field, group.texts());
      case STRING_MAP -> setAndAdd(field, numbered(group.texts()));
      default ->
          group
              .texts()
              .forEach(
                  text -> {
                    if (field.startsWith("name_")) {
                      create(field, text);
                    } else {
                      set(field, text);
                      compare(field, text);
                      written.remove(field);
                    }
                  });
    }
  }

  /** By both messages that write a value, since each may read it in its own way. */
  private void setAndAdd(String field, Map<String, String> all) {
    Map<String, String> set = new LinkedHashMap<>(all);
    Map<String, String> added = new LinkedHashMap<>();
    List<String> keys = List.copyOf(all.keySet());
    for (int i = 1; i < keys.size(); i += EVERY) {
      added.put(keys.get(i), set.remove(keys.get(i)));
    }
    set(field, set);
    add(field, added);
    written.put(field, all);
  }

  private void add(String field, Map<String, String> pairs) {
    pairs.forEach(
        (key, value) ->
            mustSucceed(scenario.call("add_to_" + field, scenario.it().ref(), key, value), value));
  }

  private static Map<String, String> numbered(List<String> texts) {
    Map<String, String> map = new LinkedHashMap<>();
    texts.forEach(text -> map.put("kit." + (map.size() + 1), text));
    return map;
  }

  /** A task for one text, which goes at once: so many at a time would crowd the server. */
  private void create(String field, String text) {
    if (scenario.context().budget().isPresent()) {
      throw new NotApplicable(new Reason.TaskLimit(scenario.detected().release(), TaskBudget.MOST));
    }
    String mark = scenario.freshMark();
    boolean label = field.equals("name_label");
    Exchange exchange = scenario.call("create", label ? text : mark, label ? mark : text);
    mustSucceed(exchange, text);
    String ref = (String) scenario.typed(exchange, ApiType.REF);
    compared.add(
        new Comparison(
            field,
            text,
            scenario.typed(
                scenario.call("get_" + field, ref),
                scenario.catalogue().field(field).type().type())));
    if (!scenario.caller().disposeOf(ref) && ++stayed >= Admission.TASKS_OF_A_SCENARIO) {
      throw new PreconditionFailed(
          new Reason.BlockedBy("task.destroy.effect", Reason.Obstacle.TASKS_STAY));
    }
  }

  /** Fresh values; the second after the first. */
  @When("I set its {field}, then its {field}")
  public void setBoth(String first, String second) {
    set(first, fresh(first));
    set(second, fresh(second));
  }

  /** Every field that a client may write on a server of its release gets a fresh value. */
  @When("I change all that I may of it")
  public void setAll() {
    // the status first: it stays pending, and the last change of all has to be one
    scenario.catalogue().fields().stream()
        .filter(field -> field.setter().isPresent())
        .map(Field::name)
        .filter(this::mayBeSet)
        .sorted(Comparator.comparing(name -> !name.equals("status")))
        .forEach(name -> set(name, fresh(name, ABROAD)));
  }

  private boolean mayBeSet(String field) {
    return scenario
        .catalogue()
        .find(TaskClass.method("set_" + field) + ".published")
        .flatMap(published -> Release.of(published.since()))
        .filter(scenario.detected().release()::has)
        .isPresent();
  }

  /** A task stays pending: one that ended may be collected at any moment. */
  private Object fresh(String field) {
    return fresh(field, "");
  }

  private Object fresh(String field, String sign) {
    int number = ++writes;
    String text = "number " + number + sign;
    return switch (scenario.catalogue().field(field).type().type()) {
      case FLOAT -> number * 0.0625;
      case STRING_SET -> List.of("KIT_TROUBLE", text);
      case STRING_MAP -> Map.of("kit.number", text);
      default -> field.equals("status") ? TaskClass.PENDING : text;
    };
  }

  /**
   * error_info or other_config gets 0, 1, 2, 3, 10 or 100 entries in the place of the old ones;
   * {@code one by one} adds each pair to other_config.
   */
  @When("I fill its {field} with {size}")
  public void fill(String field, ParameterTypes.Size size) {
    int number = ++writes;
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= size.count(); i++) {
      values.add("value " + i + " of writing " + number);
    }
    if (!size.oneByOne()) {
      boolean map = scenario.catalogue().field(field).type().type() == ApiType.STRING_MAP;
      set(field, map ? numbered(values) : values);
      return;
    }
    add(field, numbered(values));
    written.put(field, numbered(values));
  }

  private void set(String field, Object value) {
    mustSucceed(scenario.call("set_" + field, scenario.it().ref(), value), value);
    written.put(field, value);
  }

  /** That the call is refused belongs to the scenario: it is the value that is to blame. */
  private static void mustSucceed(Exchange exchange, Object value) {
    if (!(exchange.answer() instanceof Answer.Success)) {
      throw Refusals.of(Owner.SCENARIO, "Success with " + quoted(value), exchange);
    }
  }

  private void compare(String field, Object expected) {
    ApiType type = scenario.catalogue().field(field).type().type();
    Exchange exchange = scenario.look(() -> scenario.call("get_" + field, scenario.it().ref()));
    compared.add(new Comparison(field, expected, scenario.typed(exchange, type)));
  }

  /** All of it, and nothing else, by the getters; elements of error_info in any order. */
  @Then("what I wrote comes back")
  public void comesBack() {
    written.forEach(this::compare);
    List<Comparison> wrong =
        compared.stream().filter(one -> !same(one.expected(), one.actual())).toList();
    if (!wrong.isEmpty()) {
      throw new ConformanceFailure(
          shown(wrong.stream().map(one -> difference(one.expected(), one.actual())).toList()),
          shown(wrong.stream().map(one -> difference(one.actual(), one.expected())).toList()),
          TaskClass.method("get_" + wrong.get(0).field()));
    }
    compared.clear();
  }

  private static boolean same(Object expected, Object actual) {
    return expected instanceof List<?> list && actual instanceof List<?> got
        ? got.size() == list.size() && got.containsAll(list) && list.containsAll(got)
        : expected.equals(actual);
  }

  private static String shown(List<String> some) {
    return AnswerText.shortened(String.join(", ", some));
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** What the one has and the other has not. */
  private static String difference(Object one, Object other) {
    if (one instanceof List<?> list && other instanceof List<?> others) {
      List<?> more = list.stream().filter(entry -> !others.contains(entry)).toList();
      return counted(list.size(), "element") + (more.isEmpty() ? "" : ", such as " + quoted(more));
    }
    if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> others) {
      Map<?, ?> more =
          map.entrySet().stream()
              .filter(entry -> !entry.getValue().equals(others.get(entry.getKey())))
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
      return counted(map.size(), "pair") + (more.isEmpty() ? "" : ", such as " + quoted(more));
    }
    return quoted(one);
  }

  private static String quoted(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(WritingSteps::quoted).collect(Collectors.joining(", "));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + "=" + quoted(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    return value instanceof String text
        ? '"' + text.replace("\n", "\\n") + '"'
        : String.valueOf(value);
  }
}
