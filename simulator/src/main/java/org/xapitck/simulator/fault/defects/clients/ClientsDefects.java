package org.xapitck.simulator.fault.defects.clients;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Meeting;
import org.xapitck.simulator.fault.alter.Meeting.Answers;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.RightServer;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.fault.defects.DefectBuilder;
import org.xapitck.simulator.fault.defects.Names;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong where several clients call at once, and for no client alone. */
public final class ClientsDefects {
  private static final String DESTROY = "task.destroy";
  private static final String ADD = "task.add_to_other_config";
  private static final String REMOVE = "task.remove_from_other_config";
  private static final String SET = "task.set_other_config";
  private static final String PROGRESS = "task.set_progress";
  private static final String GET = "task.get_other_config";
  private static final String GET_ALL = "task.get_all";

  private static final Answer DONE = new Answer.Success(Value.VOID);
  static final Answer BROKEN =
      new Answer.Failure("INTERNAL_ERROR", List.of("Db_exn.Transaction_conflict"));

  /** 3 s: the clients of a kit begin at once, so an even number of calls is never alone. */
  static final Duration ONCE = Duration.ofSeconds(3);

  /** 0.3 s: of many calls one after the other the last ones are alone. */
  static final Duration OFTEN = Duration.ofMillis(300);

  private ClientsDefects() {}

  /** Adds these to the table. */
  public static void register(DefectBuilder defects) {
    adding(defects);
    addingOne(defects);
    setting(defects);
    reading(defects);
    destroying(defects);
  }

  static Alteration meeting(
      String method, Function<Call, String> key, Duration patience, Meeting.Pair pair) {
    return Meeting.at(new Meeting.Place(method::equals, key, patience), pair);
  }

  /** Whether both calls are about one task, and each about a key of its own. */
  private static Alteration differentKeys(Meeting.Pair pair) {
    return meeting(
        ADD,
        Parameters::ref,
        OFTEN,
        (first, second, server) ->
            Parameters.text(first, 2).equals(Parameters.text(second, 2))
                ? right(first, second, server)
                : pair.answer(first, second, server));
  }

  static Answers right(Call first, Call second, RightServer server) {
    return new Answers(server.answer(first), server.answer(second));
  }

  private static void adding(DefectBuilder defects) {
    defects
        .must(
            "adds-at-once-lose-one",
            "of two clients that add a key at once the second writes the map without the first's")
        .at(ADD)
        .by(
            differentKeys(
                (first, second, server) -> {
                  Value before = server.value(first, GET, Parameters.ref(first)).orElse(Value.VOID);
                  Answers answers = right(first, second, server);
                  Value entry = second.parameters().get(3);
                  server.call(
                      second,
                      SET,
                      Parameters.ref(second),
                      Values.with(before, Parameters.text(second, 2), entry));
                  return answers;
                }))
        .breaks("clients.add_keys");
    defects
        .must(
            "adds-at-once-swap-values",
            "two clients that add a key at once have their values exchanged")
        .at(ADD)
        .by(
            differentKeys(
                (first, second, server) ->
                    right(
                        Parameters.with(first, 3, second.parameters().get(3)),
                        Parameters.with(second, 3, first.parameters().get(3)),
                        server)))
        .breaks("clients.add_keys");
    defects
        .must(
            "adds-at-once-conflict", "of two clients that add a key at once the second is refused")
        .at(ADD)
        .by(differentKeys((first, second, server) -> new Answers(server.answer(first), BROKEN)))
        .breaks("clients.add_keys");
  }

  private static void addingOne(DefectBuilder defects) {
    Function<Call, String> taskAndKey =
        call -> Parameters.ref(call) + " " + Parameters.text(call, 2);
    defects
        .must("adders-of-a-key-all-succeed", "two clients that add one key at once both succeed")
        .at(ADD)
        .by(
            meeting(
                ADD,
                taskAndKey,
                OFTEN,
                (first, second, server) -> new Answers(server.answer(first), DONE)))
        .breaks("clients.one_key");
    defects
        .must(
            "last-adder-of-a-key-wins",
            "of two clients that add one key at once the second is refused, and its value is kept")
        .at(ADD)
        .by(
            meeting(
                ADD,
                taskAndKey,
                OFTEN,
                (first, second, server) -> {
                  Answers answers = right(first, second, server);
                  server.call(second, REMOVE, Parameters.ref(second), Parameters.text(second, 2));
                  server.answer(second);
                  return answers;
                }))
        .breaks("clients.one_key");
  }

  private static void setting(DefectBuilder defects) {
    defects
        .must(
            "progresses-at-once-mix",
            "two clients that set the progress at once leave the mean of both")
        .at(PROGRESS)
        .by(
            sets(
                (first, second, server) -> {
                  Answers answers = right(first, second, server);
                  Value mean = new Value.Real((number(first) + number(second)) / 2);
                  server.call(second, PROGRESS, Parameters.ref(second), mean);
                  return answers;
                }))
        .breaks("clients.set_progress");
    defects
        .must(
            "progresses-at-once-are-lost", "of two clients that set the progress at once none does")
        .at(PROGRESS)
        .by(sets((first, second, server) -> new Answers(DONE, DONE)))
        .breaks("clients.set_progress");
    defects
        .must(
            "progresses-at-once-conflict",
            "of two clients that set the progress at once the second is refused")
        .at(PROGRESS)
        .by(sets((first, second, server) -> new Answers(server.answer(first), BROKEN)))
        .breaks("clients.set_progress");
  }

  private static Alteration sets(Meeting.Pair pair) {
    return meeting(PROGRESS, Parameters::ref, ONCE, pair);
  }

  private static double number(Call call) {
    return call.parameters().get(2) instanceof Value.Real real ? real.number() : 0;
  }

  private static void reading(DefectBuilder defects) {
    defects
        .must(
            "getters-at-once-swap-answers",
            "two clients that call get_name_label at once get the answers of each other")
        .at("task.get_name_label")
        .by(
            reads(
                "task.get_name_label",
                (first, second, server) ->
                    new Answers(server.answer(second), server.answer(first))))
        .breaks("clients.getters");
    for (String method : List.of("task.get_result", "task.get_record")) {
      String name = method.substring("task.".length());
      defects
          .must(
              Names.dashed(name) + "-at-once-answers-both-alike",
              "two clients that call " + name + " at once both get the answer to the first call")
          .at(method)
          .by(
              reads(
                  method,
                  (first, second, server) -> {
                    Answer one = server.answer(first);
                    return new Answers(one, one);
                  }))
          .breaks("clients.getters");
    }
  }

  private static Alteration reads(String method, Meeting.Pair pair) {
    return meeting(method, call -> "", ONCE, pair);
  }

  private static void destroying(DefectBuilder defects) {
    defects
        .must(
            "destroys-at-once-conflict",
            "two clients that destroy a task at once are both refused, though it goes")
        .at(DESTROY)
        .by(
            destroys(
                (first, second, server) -> {
                  server.answer(first);
                  return new Answers(BROKEN, BROKEN);
                }))
        .breaks("clients.destroy");
    defects
        .must(
            "destroys-at-once-leave-the-task",
            "two clients that destroy a task at once succeed, and it stays")
        .at(DESTROY)
        .by(destroys((first, second, server) -> new Answers(DONE, DONE)))
        .breaks("clients.destroy");
    defects
        .must(
            "destroys-at-once-bring-it-back",
            "a task that two clients destroyed at once is listed ever after")
        .at(DESTROY)
        .by(broughtBack())
        .breaks("clients.destroy");
  }

  private static Alteration destroys(Meeting.Pair pair) {
    return meeting(DESTROY, Parameters::ref, ONCE, pair);
  }

  private static Alteration broughtBack() {
    // references are unique, so that simulators may share this memory
    Set<String> back = ConcurrentHashMap.newKeySet();
    return Intercept.together(
        Intercept.value(
            GET_ALL,
            all -> {
              List<Value> refs = new ArrayList<>(((Value.Array) all).items());
              back.forEach(ref -> refs.add(Value.of(ref)));
              return new Value.Array(refs);
            }),
        destroys(
            (first, second, server) -> {
              Answers answers = right(first, second, server);
              back.add(Parameters.ref(first));
              return answers;
            }));
  }
}
