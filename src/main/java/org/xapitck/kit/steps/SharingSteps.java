package org.xapitck.kit.steps;

import io.cucumber.java.en.Then;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.xapitck.kit.answer.AnswerPart;
import org.xapitck.kit.answer.FieldTypes;
import org.xapitck.kit.answer.Refusals;
import org.xapitck.kit.catalogue.Field;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.explanation.Unavailable;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.WrongType;
import org.xapitck.kit.scenario.Scenario;
import org.xapitck.kit.scenario.Speaker;

/** Checks whether others read the same: another session, another wire, a low role. */
public final class SharingSteps {
  /** What a server may show to one and not to another, or move at any moment. */
  private static final List<String> OPERATIONS =
      List.of("allowed_operations", "current_operations");

  /** 4: a value that is kept for two or three reads is met, at the cost of eight calls. */
  private static final int RESULTS = 4;

  private final Scenario scenario;

  public SharingSteps(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Somebody who reads: by a message of class task about one thing, as a type of the API. */
  private interface Reader {
    Object read(String message, List<?> own, ApiType type);

    /** The value of a field of a record that was read so. */
    Object field(Value value, ApiType type, String method, String name);
  }

  /**
   * {@code another session} of the same account, {@code another wire} of the run in a session of
   * its own (not applicable where there is one wire), or {@code read-only}. {@code what I read and
   * lists it}: get_record gives the same in each field but the operations, get_all has it, and its
   * uuid leads to it. {@code what I read, also among all}: get_record and get_all_records give the
   * same, and its name_label leads to it. {@code each of four results as I set it}: get_result
   * gives each right after set_result was answered.
   */
  @Then("{reader} reads {sight}")
  public void reads(String who, String sight) {
    Consumer<Reader> check =
        switch (sight) {
          case "what I read and lists it" -> this::readAndList;
          case "what I read, also among all" -> this::readAmongAll;
          default -> this::follow;
        };
    switch (who) {
      case "another session" -> {
        String session = scenario.caller().anotherSession();
        check.accept(reader((message, own) -> scenario.caller().callIn(session, message, own)));
      }
      case "another wire" -> check.accept(overAnotherWire());
      default -> asReadOnly(check);
    }
  }

  private void asReadOnly(Consumer<Reader> check) {
    Speaker speaker = scenario.caller().speaker();
    Account before = speaker.account();
    Account low = speaker.accountOf(Role.READ_ONLY);
    check.accept(
        reader(
            (message, own) -> {
              speaker.become(low);
              try {
                return scenario.call(message, own.toArray());
              } finally {
                speaker.become(before);
              }
            }));
  }

  /** By the wire of this run; what is wrong with an answer belongs to its message. */
  private Reader reader(BiFunction<String, List<?>, Exchange> call) {
    return new Reader() {
      @Override
      public Object read(String message, List<?> own, ApiType type) {
        Exchange exchange = call.apply(message, own);
        refuse(exchange);
        return scenario.typed(exchange, type);
      }

      @Override
      public Object field(Value value, ApiType type, String method, String name) {
        return scenario.typed(value, type, AnswerPart.of(method, name));
      }
    };
  }

  /** By the session of that wire; what is wrong with its answers is judged over there. */
  private Reader overAnotherWire() {
    ApiClient other =
        scenario
            .context()
            .supplies()
            .across()
            .otherWire()
            .orElseThrow(() -> new NotApplicable(Reason.Plain.ONE_WIRE));
    return new Reader() {
      @Override
      public Object read(String message, List<?> own, ApiType type) {
        Exchange exchange =
            Unavailable.orBlocked(
                () ->
                    other.call(
                        scenario.caller().speaker().account(), TaskClass.method(message), own));
        if (exchange.answer() instanceof Answer.Malformed malformed) {
          throw new PreconditionFailed(
              exchange.violations().isEmpty()
                  ? new Reason.ServerSilent(exchange.method(), malformed.reason())
                  : new Reason.Unreadable(exchange.method(), exchange.violations().get(0).rule()));
        }
        refuse(exchange);
        return typed(((Answer.Success) exchange.answer()).value(), type, exchange.method());
      }

      @Override
      public Object field(Value value, ApiType type, String method, String name) {
        return typed(value, type, method);
      }

      private Object typed(Value value, ApiType type, String method) {
        try {
          return other.read(type, value);
        } catch (WrongType e) {
          throw new PreconditionFailed(
              new Reason.NotPrepared(
                  "another wire", e.expected(), e.actual(), method, method + ".result"));
        }
      }
    };
  }

  /** A task that somebody does not know is not shared. */
  private static void refuse(Exchange exchange) {
    if (exchange.answer() instanceof Answer.Failure) {
      throw Refusals.of(Owner.SCENARIO, "Success, as for whoever made the task", exchange);
    }
  }

  private void follow(Reader reader) {
    String ref = scenario.it().ref();
    for (int i = 1; i <= RESULTS; i++) {
      String result = "result " + i + " of " + RESULTS;
      Exchange set = scenario.call("set_result", ref, result);
      if (!(set.answer() instanceof Answer.Success)) {
        throw Refusals.ofOther(set);
      }
      Object read = reader.read("get_result", List.of(ref), ApiType.STRING);
      if (!read.equals(result)) {
        throw new ConformanceFailure(
            "the result as it was just set: " + result,
            AnswerText.shortened(String.valueOf(read)),
            "task.get_result");
      }
    }
  }

  private void readAndList(Reader reader) {
    String ref = scenario.it().ref();
    Map<String, Value> mine = scenario.record(ref);
    compare(mine, recordOf(ref, reader), reader, TaskClass.GET_RECORD);
    Collection<?> all = (Collection<?>) reader.read("get_all", List.of(), ApiType.STRING_SET);
    if (!all.contains(ref)) {
      throw new ConformanceFailure("a list with " + ref, "it is left out", "task.get_all");
    }
    if (!mine.containsKey("uuid")) {
      return;
    }
    Object byUuid = reader.read("get_by_uuid", List.of(text(mine, "uuid")), ApiType.REF);
    if (!byUuid.equals(ref)) {
      throw new ConformanceFailure(
          "the task " + ref + " by its uuid", String.valueOf(byUuid), "task.get_by_uuid");
    }
  }

  private void readAmongAll(Reader reader) {
    String ref = scenario.it().ref();
    Map<String, Value> mine = scenario.record(ref);
    compare(mine, recordOf(ref, reader), reader, TaskClass.GET_RECORD);
    Map<String, Value> listed =
        FieldTypes.records(reader.read("get_all_records", List.of(), ApiType.RECORD_MAP)).get(ref);
    if (listed == null) {
      throw new ConformanceFailure(
          "a map with " + ref, "it is left out", TaskClass.GET_ALL_RECORDS);
    }
    compare(mine, listed, reader, TaskClass.GET_ALL_RECORDS);
    String label = text(mine, "name_label");
    Collection<?> found =
        (Collection<?>) reader.read("get_by_name_label", List.of(label), ApiType.STRING_SET);
    if (!found.contains(ref)) {
      throw new ConformanceFailure(
          "the task " + ref + " under its label", "it is left out", "task.get_by_name_label");
    }
  }

  private static Map<String, Value> recordOf(String ref, Reader reader) {
    return FieldTypes.record(reader.read("get_record", List.of(ref), ApiType.RECORD));
  }

  private String text(Map<String, Value> record, String field) {
    return (String)
        scenario.typed(
            record.get(field), ApiType.STRING, AnswerPart.of(TaskClass.GET_RECORD, field));
  }

  private void compare(
      Map<String, Value> mine, Map<String, Value> theirs, Reader reader, String method) {
    for (Field field : scenario.catalogue().fields()) {
      String name = field.name();
      if (mine.containsKey(name) && theirs.containsKey(name) && !OPERATIONS.contains(name)) {
        Object own =
            scenario.typed(
                mine.get(name), field.type().type(), AnswerPart.of(TaskClass.GET_RECORD, name));
        Object other = reader.field(theirs.get(name), field.type().type(), method, name);
        if (!own.equals(other)) {
          throw new ConformanceFailure(
              name + " as it was written: " + AnswerText.shortened(String.valueOf(own)),
              AnswerText.shortened(String.valueOf(other)),
              method);
        }
      }
    }
  }
}
