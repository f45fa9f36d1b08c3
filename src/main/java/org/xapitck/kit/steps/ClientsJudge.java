package org.xapitck.kit.steps;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xapitck.kit.answer.AnswerPart;
import org.xapitck.kit.answer.Refusals;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ErrorCodes;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskClass;

/**
 * Judges what several clients came to that called at once: whether some order of their calls
 * explains all answers. Which client came first is left to the server.
 */
final class ClientsJudge {
  /** 0.001: how exactly a server keeps a number is not asked here. */
  private static final double ROUNDING = 0.001;

  private ClientsJudge() {}

  /** Every call succeeds. */
  static void allSucceed(List<Exchange> all) {
    List<Exchange> refused = all.stream().filter(one -> !succeeds(one)).toList();
    if (!refused.isEmpty()) {
      throw failure(all.size() + " successes", all, refused.get(0));
    }
  }

  /**
   * As many calls succeed as may, and every other is refused with this code.
   *
   * @param most how many may succeed; one at least has to
   */
  static void someSucceed(int most, String code, List<Exchange> all) {
    long successes = all.stream().filter(ClientsJudge::succeeds).count();
    List<Exchange> others =
        all.stream().filter(one -> !succeeds(one) && !hasCode(one.answer(), code)).toList();
    if (successes < 1 || successes > most || !others.isEmpty()) {
      String expected =
          (most == 1 ? "1 success, and " : "1 success or more, and ") + code + " for every other";
      throw failure(expected, all, others.isEmpty() ? all.get(0) : others.get(0));
    }
  }

  private static boolean succeeds(Exchange one) {
    return one.answer() instanceof Answer.Success;
  }

  private static boolean hasCode(Answer answer, String code) {
    return answer instanceof Answer.Failure failure && failure.code().equals(code);
  }

  /** A message that is not there at all is blamed for that, as everywhere. */
  private static ConformanceFailure failure(String expected, List<Exchange> all, Exchange shown) {
    ConformanceFailure usual = Refusals.of(Owner.SCENARIO, expected, shown);
    return new ConformanceFailure(expected, counted(all), shown.method())
        .seenIn(atOnce(all.size()))
        .of(usual.owner());
  }

  private static String atOnce(int calls) {
    return ", " + calls + " calls by several clients at once";
  }

  /** Such as {@code 2 successes, 6 MAP_DUPLICATE_KEY}. */
  private static String counted(List<Exchange> all) {
    long successes = all.stream().filter(ClientsJudge::succeeds).count();
    Map<String, Long> codes =
        all.stream()
            .filter(one -> !succeeds(one))
            .collect(
                Collectors.groupingBy(
                    one ->
                        one.answer() instanceof Answer.Failure failure
                            ? failure.code()
                            : AnswerText.of(one.answer()),
                    TreeMap::new,
                    Collectors.counting()));
    StringBuilder words =
        new StringBuilder(successes == 1 ? "1 success" : successes + " successes");
    codes.forEach((code, count) -> words.append(", ").append(count).append(' ').append(code));
    return words.toString();
  }

  /** The answer that tells most of a task that may have been collected: one that knows it. */
  static Exchange telling(List<Exchange> all) {
    return all.stream()
        .filter(one -> !ErrorCodes.isUnknown(one.answer()))
        .findFirst()
        .orElse(all.get(0));
  }

  /** The map holds these entries and no other. */
  static void holds(Map<String, String> expected, Map<String, String> actual) {
    if (actual.equals(expected)) {
      return;
    }
    Set<String> lacking = new TreeSet<>(expected.keySet());
    lacking.removeAll(actual.keySet());
    Set<String> others = new TreeSet<>(actual.keySet());
    others.removeAll(expected.keySet());
    Map<String, String> wrong = new TreeMap<>(actual);
    wrong.entrySet().removeAll(expected.entrySet());
    wrong.keySet().removeAll(others);
    throw new ConformanceFailure(
        "what was added: " + (expected.size() == 1 ? expected : expected.size() + " keys"),
        (actual.size() == 1 ? "1 key" : actual.size() + " keys")
            + (lacking.isEmpty() ? "" : ", without " + lacking)
            + (others.isEmpty() ? "" : ", with " + others + " that nobody added")
            + (wrong.isEmpty() ? "" : ", with " + wrong),
        "task.get_other_config");
  }

  /**
   * The number is one of these.
   *
   * @param set what the clients set; no two are nearer to each other than 0.01
   */
  static void ofOne(List<Double> set, double held) {
    if (set.stream().noneMatch(one -> Math.abs(one - held) <= ROUNDING)) {
      throw new ConformanceFailure(
          "what one client set: one of " + set, String.valueOf(held), "task.get_progress");
    }
  }

  /** What was created is in a list or a map of tasks. */
  static void holdAll(List<String> refs, Collection<?> listed, String method) {
    List<String> missing = refs.stream().filter(ref -> !listed.contains(ref)).toList();
    if (!missing.isEmpty()) {
      throw new ConformanceFailure(
          "an answer that holds the " + refs.size() + " tasks that the clients created",
          missing.size() + " left out, such as " + missing.get(0),
          method);
    }
  }

  /** No two clients were given the same task. */
  static void differ(List<String> refs) {
    Set<String> seen = new HashSet<>();
    for (String ref : refs) {
      if (!seen.add(ref)) {
        throw new ConformanceFailure(
                refs.size() + " different references",
                Set.copyOf(refs).size() + " different ones; " + ref + " was given twice",
                TaskClass.CREATE)
            .seenIn(atOnce(refs.size()));
      }
    }
  }

  /**
   * Each client reads what it asked for.
   *
   * @param parts where each value stands, the same of all clients
   * @param expected the values by client
   * @param actual those that came
   */
  static void own(List<AnswerPart> parts, List<List<String>> expected, List<List<String>> actual) {
    for (int client = 0; client < expected.size(); client++) {
      for (int call = 0; call < parts.size(); call++) {
        String wanted = expected.get(client).get(call);
        String came = actual.get(client).get(call);
        if (!came.equals(wanted)) {
          throw parts
              .get(call)
              .failure("what this client asked for: " + wanted, came + owner(came, call, expected));
        }
      }
    }
  }

  private static String owner(String came, int call, List<List<String>> expected) {
    boolean ofAnother = expected.stream().anyMatch(values -> values.get(call).equals(came));
    return ofAnother ? ", which is another client's" : "";
  }
}
