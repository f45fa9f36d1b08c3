package org.xapitck.simulator.fault.defects;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.RightServer;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** What is nearly right is taken for right. */
final class NearMissDefects {
  private static final String BY_LABEL = "task.get_by_name_label";
  private static final String LOGIN = "session.login_with_password";

  /** 8 of 32 hexadecimal digits: no two tasks of a run share them. */
  private static final int END = 8;

  /** In any case, as one end of 43 has no letter and would make the difference by chance. */
  private static final String BY_END = "by its last 8 characters, in any case";

  private NearMissDefects() {}

  static void register(DefectBuilder defects) {
    for (Kind kind : Kind.values()) {
      must(defects, kind, "but-for-its-last", "whatever its last character is", Near::butForLast);
      must(defects, kind, "by-its-end", BY_END, Near::byEnd);
      should(defects, kind, "in-any-case", "in any case", Near::inAnyCase);
      should(defects, kind, "with-blanks", "with blanks around it", Near::withBlanks);
    }
    Names.GETTERS.forEach(name -> getter(defects, name));
    defects
        .must("session-of-lists-by-its-end", "for get_all a session counts " + BY_END)
        .at("comparison of a session")
        .by(sessions("task.get_all"::equals, Near::byEnd))
        .breaks("session.near");
    defects
        .must("session-of-look-ups-by-its-end", "for get_by_uuid a session counts " + BY_END)
        .at("comparison of a session")
        .by(sessions("task.get_by_uuid"::equals, Near::byEnd))
        .breaks("session.near");
    defects
        .must(
            "label-look-up-allows-one-more",
            "get_by_name_label finds labels one character longer or shorter")
        .at(BY_LABEL)
        .by(labels(Near::oneMore))
        .breaks(BY_LABEL + ".near");
    defects
        .must(
            "label-look-up-ignores-first-case",
            "get_by_name_label takes no notice of the case of the first letter")
        .at(BY_LABEL)
        .by(labels(Near::firstCase))
        .breaks(BY_LABEL + ".near");
    defects
        .must("label-look-up-ignores-blanks", "get_by_name_label finds labels without the blanks")
        .at(BY_LABEL)
        .by(labels(Near::withBlanks))
        .breaks(BY_LABEL + ".near");
  }

  /** What is compared too loosely. */
  private enum Kind {
    REFERENCE("reference", "error.handle"),
    UUID("uuid", "error.uuid"),
    SESSION("session", "session");

    private final String noun;
    private final String id;

    Kind(String noun, String id) {
      this.noun = noun;
      this.id = id;
    }

    private String near() {
      return this == SESSION ? id + ".near" : id + "_near";
    }

    private String ofCase() {
      return this == SESSION ? id + ".near_case" : id + "_case";
    }

    private Alteration taken(BiPredicate<String, String> near) {
      return switch (this) {
        case REFERENCE -> references("task.get_record", near);
        case UUID -> uuids(near);
        default -> sessions(method -> method.startsWith("task."), near);
      };
    }
  }

  private static void getter(DefectBuilder defects, String name) {
    defects
        .must(
            Names.dashed(name) + "-takes-near-misses",
            "to " + name + " a reference counts whatever its last character is")
        .at("comparison in " + name)
        .of("near misses of getters")
        .by(references("task." + name, Near::butForLast))
        .breaks("error.handle_near");
  }

  private static void must(
      DefectBuilder defects, Kind kind, String id, String how, BiPredicate<String, String> near) {
    sentence(defects.must(kind.noun + "-" + id, words(kind, how)), kind, near).breaks(kind.near());
  }

  private static void should(
      DefectBuilder defects, Kind kind, String id, String how, BiPredicate<String, String> near) {
    sentence(defects.should(kind.noun + "-" + id, words(kind, how)), kind, near)
        .breaks(kind.ofCase());
  }

  private static String words(Kind kind, String how) {
    return "a " + kind.noun + " counts " + how;
  }

  private static DefectBuilder.Sentence sentence(
      DefectBuilder.Sentence sentence, Kind kind, BiPredicate<String, String> near) {
    return sentence.at("comparison of a " + kind.noun).of("near misses").by(kind.taken(near));
  }

  /** How the right one and the one that was asked for compare. */
  private static final class Near {
    private static boolean butForLast(String right, String asked) {
      return right.length() == asked.length()
          && right.regionMatches(0, asked, 0, right.length() - 1);
    }

    private static boolean byEnd(String right, String asked) {
      int last = right.length() - END;
      return asked.length() > END
          && right.regionMatches(true, last, asked, asked.length() - END, END);
    }

    private static boolean inAnyCase(String right, String asked) {
      return right.equalsIgnoreCase(asked);
    }

    private static boolean withBlanks(String right, String asked) {
      return right.equals(asked.strip());
    }

    private static boolean oneMore(String right, String asked) {
      return Math.abs(right.length() - asked.length()) == 1
          && (right.startsWith(asked) || asked.startsWith(right));
    }

    private static boolean firstCase(String right, String asked) {
      return !right.isEmpty() && inAnyCase(right, asked) && asked.endsWith(right.substring(1));
    }
  }

  private static Alteration references(String method, BiPredicate<String, String> near) {
    return Intercept.calls(
        method,
        (call, server) -> {
          Answer answer = server.answer(call);
          return Intercept.isFailure(answer, "HANDLE_INVALID")
              ? records(call, server).stream()
                  .filter(one -> near.test(one.name(), Parameters.ref(call)))
                  .findFirst()
                  .map(one -> server.answer(Parameters.with(call, 1, Value.of(one.name()))))
                  .orElse(answer)
              : answer;
        });
  }

  private static Alteration uuids(BiPredicate<String, String> near) {
    return Intercept.calls(
        "task.get_by_uuid",
        (call, server) -> {
          Answer answer = server.answer(call);
          return Intercept.isFailure(answer, "UUID_INVALID")
              ? records(call, server).stream()
                  .filter(one -> near.test(text(one, "uuid"), Parameters.text(call, 1)))
                  .findFirst()
                  .<Answer>map(one -> new Answer.Success(Value.of(one.name())))
                  .orElse(answer)
              : answer;
        });
  }

  private static Alteration labels(BiPredicate<String, String> near) {
    return Intercept.calls(
        BY_LABEL,
        (call, server) ->
            Intercept.ofSuccess(
                server.answer(call),
                right ->
                    right.equals(new Value.Array(List.of()))
                        ? Value.texts(
                            records(call, server).stream()
                                .filter(
                                    one ->
                                        near.test(
                                            text(one, "name_label"), Parameters.text(call, 1)))
                                .map(Value.Member::name)
                                .toList())
                        : right));
  }

  private static List<Value.Member> records(Call call, RightServer server) {
    return server
        .value(call, "task.get_all_records")
        .map(all -> ((Value.Struct) all).members())
        .orElse(List.of());
  }

  private static String text(Value.Member record, String field) {
    return Values.get(record.value(), field).map(Parameters::text).orElse("");
  }

  private static Alteration sessions(Predicate<String> methods, BiPredicate<String, String> near) {
    return Intercept.stateful(
        method -> method.equals(LOGIN) || methods.test(method),
        () -> {
          Set<String> all = ConcurrentHashMap.newKeySet();
          return (call, server) -> {
            Answer answer = server.answer(call);
            if (call.method().equals(LOGIN)) {
              Intercept.ofSuccess(answer, value -> noted(all, value));
            }
            return Intercept.isFailure(answer, "SESSION_INVALID")
                ? all.stream()
                    .filter(one -> near.test(one, Parameters.text(call, 0)))
                    .findFirst()
                    .map(one -> server.answer(Parameters.with(call, 0, Value.of(one))))
                    .orElse(answer)
                : answer;
          };
        });
  }

  private static Value noted(Set<String> all, Value session) {
    all.add(Parameters.text(session));
    return session;
  }
}
