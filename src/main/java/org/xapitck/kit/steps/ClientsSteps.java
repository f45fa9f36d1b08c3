package org.xapitck.kit.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xapitck.kit.answer.AnswerPart;
import org.xapitck.kit.answer.FieldTypes;
import org.xapitck.kit.answer.Refusals;
import org.xapitck.kit.catalogue.Field;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.scenario.Clients;
import org.xapitck.kit.scenario.Clients.Turn;
import org.xapitck.kit.scenario.Scenario;
import org.xapitck.kit.scenario.ScenarioTask;

/** Several clients of one account, each in a session of its own, call at once. */
public final class ClientsSteps {
  private static final int KEYS = 5;
  private static final String ADD = "add_to_other_config";

  /** One for each client, of two digits; neither the sum nor the mean of two is a third. */
  private static final List<Double> PROGRESSES =
      List.of(0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 0.93);

  private static final List<String> FIELDS = List.of("name_label", "result");

  private final Scenario scenario;
  private final Clients clients;
  private final FieldTypes types;
  private final List<ScenarioTask> own = new ArrayList<>();
  private List<List<Turn>> turns = List.of();
  private List<List<Exchange>> answers = List.of();

  public ClientsSteps(Scenario scenario) {
    this.scenario = scenario;
    this.clients = new Clients(scenario);
    this.types = scenario.fieldTypes();
  }

  /** Pending tasks, each with a label and a result that no other has. */
  @Given("a task for each of eight clients")
  @Does(Trait.MANY_TASKS)
  public void aTaskForEach() {
    for (int client = 0; client < clients.count(); client++) {
      ScenarioTask task = scenario.maker().create("made by a conformance test");
      own.add(task);
      Exchange set = scenario.call("set_result", task.ref(), resultOf(task));
      if (!(set.answer() instanceof Answer.Success)) {
        throw Refusals.ofOther(set);
      }
    }
  }

  private static String resultOf(ScenarioTask task) {
    return "result of " + task.label();
  }

  /**
   * All at once, each in a session of its own of the strongest account; fewer clients if fewer
   * tasks may exist. Not applicable if {@code --max-rate} lets fewer calls begin within a second.
   */
  @When("eight clients {deed}")
  @Does(Trait.MANY_CLIENTS)
  @Does(
      value = Trait.MAKES_TASKS,
      where = {"create a task", "create a task with one label"})
  @Does(
      value = Trait.MANY_TASKS,
      where = {"create a task", "create a task with one label"})
  @Does(value = Trait.USES_UP_A_TASK, where = "destroy it")
  public void clientsDo(Deed deed) {
    scenario.act(
        () -> {
          String label = scenario.freshMark();
          turns =
              IntStream.range(0, clients.count())
                  .mapToObj(client -> turns(deed, client, label))
                  .toList();
          answers = clients.atOnce(turns::get);
        });
  }

  private List<Turn> turns(Deed deed, int client, String label) {
    return switch (deed) {
      case ADD_KEYS ->
          IntStream.range(0, KEYS)
              .mapToObj(
                  key ->
                      Turn.of(
                          ADD,
                          scenario.it().ref(),
                          "client-" + client + "-key-" + key,
                          "value " + key + " of client " + client))
              .toList();
      case ADD_ONE_KEY ->
          List.of(Turn.of(ADD, scenario.it().ref(), "one-key", "value of client " + client));
      case SET_PROGRESS ->
          List.of(Turn.of("set_progress", scenario.it().ref(), PROGRESSES.get(client)));
      case CREATE -> List.of(Turn.of("create", scenario.freshMark(), "made by a conformance test"));
      case CREATE_ALIKE -> List.of(Turn.of("create", label, "made by a conformance test"));
      case READ ->
          Stream.of("get_name_label", "get_result", "get_record")
              .map(getter -> Turn.of(getter, own.get(client).ref()))
              .toList();
      case DESTROY -> List.of(Turn.of("destroy", scenario.it().ref()));
    };
  }

  private List<Exchange> all() {
    return answers.stream().flatMap(List::stream).toList();
  }

  /** Of all clients. */
  @Then("every call succeeds")
  public void everyCallSucceeds() {
    ClientsJudge.allSucceed(all());
  }

  /**
   * {@code exactly one call}, {@code at least one call}; if a server may have collected the task
   * before, fresh ones are tried, five at most.
   */
  @Then("{quota} succeeds, and every other is refused as {code}")
  public void someSucceed(ParameterTypes.Quota quota, String code) {
    scenario.look(() -> ClientsJudge.telling(all()));
    List<Exchange> all = all();
    ClientsJudge.someSucceed(quota == ParameterTypes.Quota.EXACTLY ? 1 : all.size(), code, all);
  }

  /**
   * {@code what the clients added}: in other_config the entries of all calls that succeeded, and no
   * other; {@code what one of the clients set}: in progress the value of one of them.
   */
  @Then("its {field} holds {gift}")
  public void holds(String field, String gift) {
    switch (field) {
      case "other_config" -> holdsWhatWasAdded();
      case "progress" -> holdsWhatOneSet();
      default -> throw new IllegalArgumentException("several clients do not write " + field);
    }
  }

  private void holdsWhatOneSet() {
    List<Double> set = turns.stream().map(one -> (Double) one.get(0).own().get(1)).toList();
    Exchange read = scenario.call("get_progress", scenario.it().ref());
    ClientsJudge.ofOne(set, (Double) scenario.typed(read, ApiType.FLOAT));
  }

  private void holdsWhatWasAdded() {
    Map<String, String> added = new LinkedHashMap<>();
    for (int client = 0; client < turns.size(); client++) {
      for (int call = 0; call < turns.get(client).size(); call++) {
        if (answers.get(client).get(call).answer() instanceof Answer.Success) {
          List<Object> given = turns.get(client).get(call).own();
          added.put((String) given.get(1), (String) given.get(2));
        }
      }
    }
    Exchange read = scenario.call("get_other_config", scenario.it().ref());
    Map<String, String> held = new LinkedHashMap<>();
    ((Map<?, ?>) scenario.typed(read, ApiType.STRING_MAP))
        .forEach((key, value) -> held.put(key.toString(), value.toString()));
    ClientsJudge.holds(added, held);
  }

  /**
   * {@code has a task of its own}: a reference that no other client was given, of a task with the
   * label that it gave, as get_all_records has it; {@code finds its task with those of the others}:
   * get_by_name_label and get_all_records hold the tasks of all; {@code got the answers to its own
   * calls}: each answer tells of the task that was asked for.
   */
  @Then("each client {gain}")
  public void eachClient(String gain) {
    switch (gain) {
      case "has a task of its own" -> hasATask();
      case "finds its task with those of the others" -> findsItsTask();
      default -> gotItsAnswers();
    }
  }

  private void hasATask() {
    List<String> refs = created();
    Map<String, Map<String, Value>> records = records();
    ClientsJudge.holdAll(refs, records.keySet(), TaskClass.GET_ALL_RECORDS);
    Field label = scenario.catalogue().field("name_label");
    ClientsJudge.own(
        List.of(AnswerPart.of(TaskClass.GET_ALL_RECORDS, "name_label")),
        turns.stream().map(one -> List.of((String) one.get(0).own().get(0))).toList(),
        refs.stream()
            .map(ref -> types.checkField(records.get(ref), label, TaskClass.GET_ALL_RECORDS))
            .map(value -> List.of((String) value))
            .toList());
  }

  private void findsItsTask() {
    List<String> refs = created();
    Exchange byLabel = scenario.call("get_by_name_label", turns.get(0).get(0).own().get(0));
    ClientsJudge.holdAll(
        refs, (Collection<?>) scenario.typed(byLabel, ApiType.STRING_SET), byLabel.method());
    ClientsJudge.holdAll(refs, records().keySet(), TaskClass.GET_ALL_RECORDS);
  }

  private List<String> created() {
    List<String> refs = all().stream().map(one -> text(one, ApiType.REF)).toList();
    ClientsJudge.differ(refs);
    return refs;
  }

  private Map<String, Map<String, Value>> records() {
    return FieldTypes.records(scenario.typed(scenario.call("get_all_records"), ApiType.RECORD_MAP));
  }

  private String text(Exchange exchange, ApiType type) {
    return (String) scenario.typed(exchange, type);
  }

  private void gotItsAnswers() {
    ClientsJudge.own(
        List.of(
            AnswerPart.of("task.get_name_label"),
            AnswerPart.of("task.get_result"),
            AnswerPart.of(TaskClass.GET_RECORD, "name_label"),
            AnswerPart.of(TaskClass.GET_RECORD, "result")),
        own.stream()
            .map(task -> List.of(task.label(), resultOf(task), task.label(), resultOf(task)))
            .toList(),
        answers.stream().map(this::texts).toList());
  }

  private List<String> texts(List<Exchange> some) {
    Map<String, Value> record = FieldTypes.record(scenario.typed(some.get(2), ApiType.RECORD));
    return Stream.concat(
            some.stream().limit(2).map(one -> text(one, ApiType.STRING)),
            FIELDS.stream()
                .map(name -> scenario.catalogue().field(name))
                .map(field -> (String) types.checkField(record, field, TaskClass.GET_RECORD)))
        .toList();
  }
}
