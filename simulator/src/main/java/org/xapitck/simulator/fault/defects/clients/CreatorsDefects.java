package org.xapitck.simulator.fault.defects.clients;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Meeting;
import org.xapitck.simulator.fault.alter.Meeting.Answers;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.fault.defects.DefectBuilder;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong where several clients create at once, and for no client alone. */
public final class CreatorsDefects {
  private static final String CREATE = "task.create";

  private CreatorsDefects() {}

  /** Adds these to the table. */
  public static void register(DefectBuilder defects) {
    creating(defects);
    creatingAlike(defects);
  }

  private static void creating(DefectBuilder defects) {
    defects
        .must("creates-at-once-share-a-task", "two clients that create at once get one reference")
        .at(CREATE)
        .by(
            creates(
                (first, second, server) -> {
                  Answer one = server.answer(first);
                  return new Answers(one, one);
                }))
        .breaks("clients.create");
    defects
        .must(
            "creates-at-once-swap-labels",
            "two clients that create at once get a task with the label of the other")
        .at(CREATE)
        .by(
            creates(
                (first, second, server) ->
                    ClientsDefects.right(
                        Parameters.with(first, 1, second.parameters().get(1)),
                        Parameters.with(second, 1, first.parameters().get(1)),
                        server)))
        .breaks("clients.create");
    defects
        .must(
            "creates-at-once-conflict", "of two clients that create at once the second is refused")
        .at(CREATE)
        .by(
            creates(
                (first, second, server) ->
                    new Answers(server.answer(first), ClientsDefects.BROKEN)))
        .breaks("clients.create");
  }

  private static Alteration creates(Meeting.Pair pair) {
    return ClientsDefects.meeting(CREATE, call -> "", ClientsDefects.ONCE, pair);
  }

  private static void creatingAlike(DefectBuilder defects) {
    defects
        .must(
            "creates-of-one-label-share-a-task",
            "two clients that create with one label at once get one reference")
        .at(CREATE)
        .by(
            alike(
                (first, second, server) -> {
                  Answer one = server.answer(first);
                  return new Answers(one, one);
                }))
        .breaks("clients.create_alike");
    defects
        .must(
            "creates-of-one-label-lose-one-by-label",
            "of two tasks that were created with one label at once the second is not found by it")
        .at(CREATE)
        .by(
            losing(
                "task.get_by_name_label",
                (found, lost) ->
                    new Value.Array(
                        ((Value.Array) found)
                            .items().stream()
                                .filter(ref -> !lost.contains(Parameters.text(ref)))
                                .toList())))
        .breaks("clients.create_alike");
    defects
        .must(
            "creates-of-one-label-lose-one-record",
            "of two tasks that were created with one label at once the second has no record in"
                + " get_all_records")
        .at(CREATE)
        .by(
            losing(
                "task.get_all_records",
                (all, lost) -> {
                  Value left = all;
                  for (String ref : lost) {
                    left = Values.without(left, ref);
                  }
                  return left;
                }))
        .breaks("clients.create_alike");
  }

  private static Alteration alike(Meeting.Pair pair) {
    return ClientsDefects.meeting(
        CREATE, call -> Parameters.text(call, 1), ClientsDefects.OFTEN, pair);
  }

  private static Alteration losing(String list, BiFunction<Value, Set<String>, Value> without) {
    // references are unique, so that simulators may share this memory
    Set<String> lost = ConcurrentHashMap.newKeySet();
    return Intercept.together(
        Intercept.value(list, right -> without.apply(right, lost)),
        alike(
            (first, second, server) -> {
              Answers answers = ClientsDefects.right(first, second, server);
              if (answers.second() instanceof Answer.Success success) {
                lost.add(Parameters.text(success.value()));
              }
              return answers;
            }));
  }
}
