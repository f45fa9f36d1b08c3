package org.xapitck.simulator.fault.defects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Interceptor;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** What one writes, another does not see: each alone is answered rightly. */
final class SharingDefects {
  private static final String LOGIN = "session.login_with_password";
  private static final String CREATE = "task.create";
  private static final String LIST = "task.get_all";
  private static final String RECORDS = "task.get_all_records";
  private static final String RECORD = "task.get_record";
  private static final String RESULT = "task.get_result";
  private static final String SET_RESULT = "task.set_result";
  private static final String BY_LABEL = "task.get_by_name_label";
  private static final String LOW = "read-only";

  private SharingDefects() {}

  static void register(DefectBuilder defects) {
    defects
        .must(
            "record-stale-in-other-sessions",
            "another session sees the record before the last change")
        .at("records of others")
        .by(stale(SharingDefects::isSameUserElsewhere))
        .breaks("task.same_in_sessions");
    defects
        .must("record-stale-for-read-only", "read-only sees the record before the last change")
        .at("records of others")
        .by(stale(SharingDefects::isLow))
        .breaks("task.same_for_roles");
    defects
        .must(
            "label-unknown-in-other-sessions",
            "another session does not find a changed task by its label")
        .at("look-ups of others")
        .by(hidden(SharingDefects::isSameUserElsewhere))
        .breaks("task.same_in_sessions");
    defects
        .must("label-unknown-to-read-only", "read-only does not find a changed task by its label")
        .at("look-ups of others")
        .by(hidden(SharingDefects::isLow))
        .breaks("task.same_for_roles");
    defects
        .must(
            "records-stale-in-other-sessions",
            "another session gets from get_all_records what a task was before the last change")
        .at("lists of others")
        .by(staleInLists(SharingDefects::isSameUserElsewhere))
        .breaks("task.same_in_sessions");
    defects
        .must(
            "records-stale-for-read-only",
            "read-only gets from get_all_records what a task was before the last change")
        .at("lists of others")
        .by(staleInLists(SharingDefects::isLow))
        .breaks("task.same_for_roles");
    defects
        .must("list-of-one-session", "get_all leaves out what another session of the account made")
        .at("lists of others")
        .by(unlisted())
        .breaks("task.same_in_sessions");
    defects
        .must(
            "result-stale-at-each-third-read",
            "each third time that read-only reads the result of a task it gets the one before")
        .at("results of others")
        .by(
            Intercept.stateful(
                Set.of(LOGIN, SET_RESULT, RESULT)::contains, SharingDefects::staleAtEachThirdRead))
        .breaks("task.same_each_time");
  }

  /** Who is logged in in a session. */
  private record Login(String session, String user) {}

  /** The last change of a task. */
  private record Change(Login by, Value before) {}

  @FunctionalInterface
  private interface Blind {
    boolean test(Login reader, Login writer);
  }

  private static boolean isSameUserElsewhere(Login reader, Login writer) {
    return reader.user().equals(writer.user()) && !reader.session().equals(writer.session());
  }

  private static boolean isLow(Login reader, Login writer) {
    return reader.user().equals(LOW) && !writer.user().equals(LOW);
  }

  private static Alteration stale(Blind blind) {
    return watching(
        RECORD,
        blind,
        (call, answer, unseen) ->
            Intercept.ofSuccess(answer, right -> unseen.apply(Parameters.ref(call)).orElse(right)));
  }

  private static Alteration hidden(Blind blind) {
    return watching(
        BY_LABEL,
        blind,
        (call, answer, unseen) ->
            Intercept.ofSuccess(
                answer,
                right ->
                    unseen
                        .apply(first(right))
                        .<Value>map(before -> new Value.Array(List.of()))
                        .orElse(right)));
  }

  private static Alteration staleInLists(Blind blind) {
    return watching(
        RECORDS,
        blind,
        (call, answer, unseen) ->
            Intercept.ofSuccess(
                answer,
                right ->
                    FieldView.eachRecord(
                        right, (ref, record) -> unseen.apply(ref).orElse(record))));
  }

  /** What the blind are told; unseen are the records before changes that they do not see. */
  @FunctionalInterface
  private interface Told {
    Answer instead(Call call, Answer right, Function<String, Optional<Value>> unseen);
  }

  private static Alteration watching(String read, Blind blind, Told told) {
    return Intercept.stateful(
        method -> method.equals(LOGIN) || method.equals(read) || changes(method),
        () -> watcher(read, blind, told));
  }

  private static Interceptor watcher(String read, Blind blind, Told told) {
    Map<String, Login> all = new ConcurrentHashMap<>();
    Map<String, Change> changes = new ConcurrentHashMap<>();
    return (call, server) -> {
      if (call.method().equals(LOGIN)) {
        return noted(call, server.answer(call), all);
      }
      Login who = all.getOrDefault(Parameters.text(call, 0), new Login("", ""));
      if (call.method().equals(read)) {
        return told.instead(
            call,
            server.answer(call),
            ref ->
                Optional.ofNullable(changes.get(ref))
                    .filter(change -> blind.test(who, change.by()))
                    .map(Change::before));
      }
      Value before = server.value(call, RECORD, Parameters.ref(call)).orElse(Value.VOID);
      Answer answer = server.answer(call);
      if (answer instanceof Answer.Success) {
        changes.put(Parameters.ref(call), new Change(who, before));
      }
      return answer;
    };
  }

  private static Answer noted(Call call, Answer login, Map<String, Login> all) {
    String session = Parameters.text(value(login));
    all.put(session, new Login(session, Parameters.text(call, 0)));
    return login;
  }

  private static Alteration unlisted() {
    return Intercept.stateful(
        Set.of(LOGIN, CREATE, LIST)::contains,
        () -> {
          Map<String, Login> all = new ConcurrentHashMap<>();
          Map<String, Login> makers = new ConcurrentHashMap<>();
          return (call, server) -> {
            Answer answer = server.answer(call);
            if (call.method().equals(LOGIN)) {
              return noted(call, answer, all);
            }
            Login who = all.getOrDefault(Parameters.text(call, 0), new Login("", ""));
            if (call.method().equals(CREATE)) {
              makers.put(Parameters.text(value(answer)), who);
              return answer;
            }
            return Intercept.ofSuccess(
                answer,
                list -> Values.items(list, one -> isShown(who, makers.get(Parameters.text(one)))));
          };
        });
  }

  private static boolean isShown(Login reader, Login maker) {
    return maker == null || !isSameUserElsewhere(reader, maker);
  }

  private static Interceptor staleAtEachThirdRead() {
    Set<String> low = ConcurrentHashMap.newKeySet();
    Set<String> ofOthers = ConcurrentHashMap.newKeySet();
    Map<String, List<Answer>> read = new ConcurrentHashMap<>();
    return (call, server) -> {
      Answer answer = server.answer(call);
      String ref = Parameters.ref(call);
      if (call.method().equals(LOGIN)) {
        if (Parameters.text(call, 0).equals(LOW)) {
          low.add(Parameters.text(value(answer)));
        }
      } else if (!low.contains(Parameters.text(call, 0))) {
        if (call.method().equals(SET_RESULT)) {
          ofOthers.add(ref);
        }
      } else if (call.method().equals(RESULT) && ofOthers.contains(ref)) {
        List<Answer> all = read.computeIfAbsent(ref, one -> new CopyOnWriteArrayList<>());
        all.add(answer);
        return all.size() % 3 == 0 ? all.get(all.size() - 2) : answer;
      }
      return answer;
    };
  }

  private static Value value(Answer answer) {
    return answer instanceof Answer.Success success ? success.value() : Value.VOID;
  }

  private static String first(Value value) {
    return Parameters.text(
        value instanceof Value.Array array && !array.items().isEmpty()
            ? array.items().get(0)
            : value);
  }

  private static boolean changes(String method) {
    return Names.CHANGING.stream().anyMatch(name -> method.equals("task." + name));
  }
}
