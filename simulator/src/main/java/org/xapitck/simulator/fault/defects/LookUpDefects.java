package org.xapitck.simulator.fault.defects;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Interceptor;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong when a task is looked up. */
final class LookUpDefects {
  private static final String BY_LABEL = "task.get_by_name_label";
  private static final String BY_UUID = "task.get_by_uuid";

  private LookUpDefects() {}

  static void register(DefectBuilder defects) {
    byLabel(defects);
    byUuid(defects);
  }

  private static void byLabel(DefectBuilder defects) {
    defects
        .must("label-look-up-by-beginning", "get_by_name_label finds labels that begin so")
        .at(BY_LABEL)
        .by(finding(String::startsWith))
        .breaks("task.get_by_name_label.exact");
    defects
        .must("label-look-up-ignores-case", "get_by_name_label takes no notice of case")
        .at(BY_LABEL)
        .by(finding(String::equalsIgnoreCase))
        .breaks("task.get_by_name_label.exact");
    defects
        .must("label-look-up-finds-one", "get_by_name_label gives one reference, not a list")
        .at(BY_LABEL)
        .by(Intercept.value(BY_LABEL, Values::first))
        .breaks("task.get_by_name_label.result");
    defects
        .must("label-look-up-fails-on-none", "get_by_name_label fails where nothing is found")
        .at(BY_LABEL)
        .by(
            Intercept.answers(
                BY_LABEL,
                answer ->
                    answer instanceof Answer.Success success
                            && success.value().equals(new Value.Array(List.of()))
                        ? new Answer.Failure("NO_SUCH_LABEL", List.of())
                        : answer))
        .breaks("task.get_by_name_label.none");
    defects
        .must("label-look-up-finds-nothing", "get_by_name_label finds nothing")
        .at(BY_LABEL)
        .by(Intercept.value(BY_LABEL, all -> new Value.Array(List.of())))
        .breaks("task.get_by_name_label.effect");
    defects
        .must("label-look-up-stops-at-the-first", "get_by_name_label gives only the oldest task")
        .at(BY_LABEL)
        .by(Intercept.value(BY_LABEL, LookUpDefects::onlyFirst))
        .breaks("task.get_by_name_label.twins");
    defects
        .must("twins-at-random", "get_by_name_label gives one of the tasks, each time any of them")
        .at(BY_LABEL)
        .by(Intercept.stateful(BY_LABEL::equals, LookUpDefects::anyOne))
        .breaks("task.get_by_name_label.twins");
  }

  /**
   * References are random, or seeded as the simulator's ids are; so what is drawn by them is
   * random, or the same again.
   */
  private static Interceptor anyOne() {
    AtomicInteger calls = new AtomicInteger();
    return (call, server) ->
        Intercept.ofSuccess(
            server.answer(call),
            all ->
                all instanceof Value.Array array && !array.items().isEmpty()
                    ? new Value.Array(List.of(drawn(array.items(), calls.incrementAndGet())))
                    : all);
  }

  private static Value drawn(List<Value> all, int call) {
    return all.get(new SplittableRandom(31L * all.hashCode() + call).nextInt(all.size()));
  }

  private static void byUuid(DefectBuilder defects) {
    defects
        .must("uuid-look-up-finds-anything", "get_by_uuid gives some task for any uuid")
        .at(BY_UUID)
        .by(
            Intercept.calls(
                BY_UUID,
                (call, server) -> {
                  Answer answer = server.answer(call);
                  return Intercept.isFailure(answer, "UUID_INVALID")
                      ? new Answer.Success(Value.of("OpaqueRef:NULL"))
                      : answer;
                }))
        .breaks("task.get_by_uuid.unknown", "error.uuid");
    defects
        .must("uuid-look-up-takes-any-text", "get_by_uuid gives a task for what is no uuid")
        .at(BY_UUID)
        .by(
            Intercept.calls(
                BY_UUID,
                (call, server) ->
                    call.parameters().size() == 2
                            && Parameters.text(call.parameters().get(1)).startsWith("not")
                        ? new Answer.Success(Value.of("OpaqueRef:NULL"))
                        : server.answer(call)))
        .breaks("task.get_by_uuid.malformed");
    defects
        .must("uuid-look-up-finds-another", "get_by_uuid gives another task than was asked for")
        .at(BY_UUID)
        .by(
            Intercept.calls(
                BY_UUID,
                (call, server) ->
                    Intercept.ofSuccess(
                        server.answer(call),
                        right ->
                            server
                                .value(call, "task.get_all")
                                .map(all -> otherThan(right, all))
                                .orElse(right))))
        .breaks("task.get_by_uuid.effect");
    defects
        .must("uuid-look-up-gives-a-list", "get_by_uuid gives a list of one reference")
        .at(BY_UUID)
        .by(Intercept.value(BY_UUID, ref -> new Value.Array(List.of(ref))))
        .breaks("task.get_by_uuid.result");
    defects
        .must("uuid-invalid-without-the-uuid", "UUID_INVALID does not say which uuid")
        .at("refusal of " + BY_UUID)
        .by(
            Intercept.refusal(
                BY_UUID,
                "UUID_INVALID",
                right -> new Answer.Failure("UUID_INVALID", List.of("task"))))
        .breaks("error.uuid", "task.get_by_uuid.unknown");
    defects
        .should("malformed-uuid-is-a-bad-value", "a text that is no uuid is an INVALID_VALUE")
        .at("malformed uuid")
        .by(
            Intercept.calls(
                BY_UUID,
                (call, server) ->
                    Parameters.text(call, 1).equals("not-a-uuid")
                        ? new Answer.Failure("INVALID_VALUE", List.of("uuid", "not-a-uuid"))
                        : server.answer(call)))
        .breaks("task.get_by_uuid.malformed_code");
  }

  private static Value onlyFirst(Value all) {
    return all instanceof Value.Array array && array.items().size() > 1
        ? new Value.Array(array.items().subList(0, 1))
        : all;
  }

  private static Value otherThan(Value ref, Value all) {
    return ((Value.Array) all)
        .items().stream().filter(any -> !any.equals(ref)).findFirst().orElse(ref);
  }

  /** All tasks whose label compares so with the text that was asked for. */
  private static Alteration finding(BiPredicate<String, String> matches) {
    return Intercept.calls(
        BY_LABEL,
        (call, server) ->
            Intercept.ofSuccess(
                server.answer(call),
                right ->
                    new Value.Array(
                        server
                            .value(call, "task.get_all_records")
                            .map(all -> ((Value.Struct) all).members())
                            .orElse(List.of())
                            .stream()
                            .filter(m -> matches.test(label(m), Parameters.text(call, 1)))
                            .map(m -> Value.of(m.name()))
                            .toList())));
  }

  private static String label(Value.Member record) {
    return Values.get(record.value(), "name_label").map(Parameters::text).orElse("");
  }
}
