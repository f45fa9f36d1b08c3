package org.xapitck.simulator.fault.defects;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xapitck.simulator.fault.Alteration;
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
            "result-stale-at-each-third-read",
            "each third time that read-only reads the result of a task it gets the one before")
        .at("results of others")
        .by(
            Intercept.stateful(
                Set.of(LOGIN, SET_RESULT, RESULT)::contains, SharingDefects::staleAtEachThirdRead))
        .breaks("task.same_each_time");
    defects
        .must("record-kept-by-each-wire", "a wire keeps a record until it changes it itself")
        .at("records over wires")
        .by(Intercept.byWire(SharingDefects::kept))
        .breaks("task.same_over_wires");
    defects
        .must("uuid-known-to-one-wire", "a wire finds no task by its uuid that another wire made")
        .at("look-ups over wires")
        .by(Intercept.byWire(SharingDefects::ownUuids))
        .breaks("task.same_over_wires");
    defects
        .must("accents-known-to-one-wire", "a wire shows ? for letters that another wire wrote")
        .at("records over wires")
        .by(Intercept.byWire(SharingDefects::foreignLetters))
        .breaks("task.same_over_wires");
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
        RECORD, blind, (answer, change) -> Intercept.ofSuccess(answer, right -> change.before()));
  }

  private static Alteration hidden(Blind blind) {
    return watching(
        BY_LABEL,
        blind,
        (answer, change) -> Intercept.ofSuccess(answer, right -> new Value.Array(List.of())));
  }

  /** What the blind are told of a task that others changed. */
  @FunctionalInterface
  private interface Told {
    Answer instead(Answer right, Change change);
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
        Answer login = server.answer(call);
        if (login instanceof Answer.Success success) {
          String session = Parameters.text(success.value());
          all.put(session, new Login(session, Parameters.text(call, 0)));
        }
        return login;
      }
      Login who = all.getOrDefault(Parameters.text(call, 0), new Login("", ""));
      if (call.method().equals(read)) {
        Answer answer = server.answer(call);
        String ref = first(read.equals(RECORD) ? Value.of(Parameters.ref(call)) : value(answer));
        Change change = changes.get(ref);
        return change != null && blind.test(who, change.by())
            ? told.instead(answer, change)
            : answer;
      }
      Value before = server.value(call, RECORD, Parameters.ref(call)).orElse(Value.VOID);
      Answer answer = server.answer(call);
      if (answer instanceof Answer.Success) {
        changes.put(Parameters.ref(call), new Change(who, before));
      }
      return answer;
    };
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

  private static Intercept.WireView ownUuids() {
    Set<String> made = ConcurrentHashMap.newKeySet();
    return (call, answer) -> {
      if (call.method().equals("task.create")) {
        made.add(Parameters.text(value(answer)));
      }
      return call.method().equals("task.get_by_uuid")
              && answer instanceof Answer.Success success
              && !made.contains(Parameters.text(success.value()))
          ? new Answer.Failure("UUID_INVALID", List.of("task", Parameters.text(call, 1)))
          : answer;
    };
  }

  private static Intercept.WireView foreignLetters() {
    Set<String> written = ConcurrentHashMap.newKeySet();
    return (call, answer) -> {
      if (changes(call.method())) {
        written.add(Parameters.ref(call));
      }
      return call.method().equals(RECORD) && !written.contains(Parameters.ref(call))
          ? Intercept.ofSuccess(
              answer,
              record ->
                  Values.deep(
                      record,
                      one -> Values.text(one, text -> text.replaceAll("[^\\x00-\\x7F]", "?"))))
          : answer;
    };
  }

  private static Intercept.WireView kept() {
    Map<String, Answer> records = new ConcurrentHashMap<>();
    return (Call call, Answer answer) -> {
      String ref = Parameters.ref(call);
      if (changes(call.method())) {
        records.remove(ref);
      }
      if (!call.method().equals(RECORD) || !(answer instanceof Answer.Success)) {
        return answer;
      }
      records.putIfAbsent(ref, answer);
      return records.get(ref);
    };
  }
}
