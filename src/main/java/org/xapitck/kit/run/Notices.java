package org.xapitck.kit.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ErrorCodes;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.report.Text;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/** What nobody should miss of how a run went. */
final class Notices {
  /** 5 references fill a line; `cleanup` names all. */
  private static final int NAMED_TASKS = 5;

  private Notices() {}

  static List<String> of(RunResult finding, RunOptions options) {
    List<String> notices = new ArrayList<>(causes(finding.preflights()));
    notices.addAll(finding.remarks());
    finding
        .kitError()
        .ifPresent(
            error ->
                notices.add(
                    "the kit failed: "
                        + (error.getMessage() == null
                            ? error.getClass().getSimpleName()
                            : Excerpt.firstLine(error.getMessage()))
                        + " (kit-error.txt says where)"));
    finding.verdicts().scope().stopped().values().stream()
        .distinct()
        .filter(
            why -> finding.preflights().stream().noneMatch(p -> p.cause().equals(Optional.of(why))))
        .filter(why -> finding.kitError().isEmpty())
        .forEach(
            why ->
                notices.add(
                    why.text() + "; requirements that no scenario reached are not-testable"));
    boolean staying = Releases.budget(finding.detected().release()).isPresent();
    if (staying) {
      notices.add(Releases.staying(finding.detected().release()));
      int left = finding.tasks().leftovers();
      notices.add(
          Text.count(left, "task")
              + " of the kit's "
              + (left == 1 ? "stays" : "stay")
              + " on the server");
    } else if (finding.tasks().leftovers() > 0) {
      notices.addAll(irremovable(finding.tasks().irremovable(), NAMED_TASKS));
      int others = finding.tasks().leftovers() - finding.tasks().irremovable().size();
      if (others > 0) {
        notices.add(
            Text.count(others, "task")
                + " of the kit's could not be destroyed; `cleanup` finishes it");
      }
    } else if (!finding.tasks().settled()) {
      notices.add("a task of the kit's may be left, as a call was not answered; see `cleanup`");
    }
    finding.preflights().stream()
        .map(Preflight.Finding::seededDefects)
        .filter(seededDefects -> !seededDefects.isEmpty())
        .distinct()
        .forEach(
            seededDefects ->
                notices.add(
                    "the server says that it is wrong on purpose, so this is no certificate; it is"
                        + " seeded with: "
                        + seededDefects));
    notices.addAll(finding.verdicts().staleEntries());
    if (finding.verdicts().hasJudgedNothing()) {
      notices.add("nothing of the selection could be judged, so the run is incomplete");
    }
    if (finding.verdicts().isEmptyShare()) {
      notices.add("no scenario falls into this shard; merge joins its report with the others");
    }
    news(finding.verdicts(), notices);
    boolean warned =
        finding.verdicts().counting(Verdict.WARNING).stream()
            .anyMatch(entry -> finding.verdicts().known(entry).isEmpty());
    if (options.execution().failOnWarning() && warned) {
      notices.add("a warning fails this run (--fail-on warning)");
    }
    return notices;
  }

  /**
   * Which tasks the server has no way to remove: one sentence for each answer.
   *
   * @param refusals what it said, by reference
   * @param most how many references a sentence names
   */
  static List<String> irremovable(Map<String, Answer> refusals, int most) {
    Map<Answer, List<String>> byAnswer = new TreeMap<>(Comparator.comparing(AnswerText::of));
    new TreeMap<>(refusals)
        .forEach(
            (ref, answer) ->
                byAnswer.computeIfAbsent(about(ref, answer), any -> new ArrayList<>()).add(ref));
    return byAnswer.entrySet().stream()
        .map(entry -> irremovable(entry.getKey(), named(entry.getValue(), most)))
        .toList();
  }

  /** An answer that names the task is the same answer for all of them. */
  private static Answer about(String ref, Answer answer) {
    if (answer instanceof Answer.Failure failure) {
      return new Answer.Failure(
          failure.code(),
          failure.parameters().stream().map(one -> one.replace(ref, "the task")).toList());
    }
    return answer instanceof Answer.Malformed none
        ? new Answer.Malformed(none.reason().replace(ref, "the task"))
        : answer;
  }

  private static String irremovable(Answer answer, String refs) {
    return ErrorCodes.isUnknownMessage(answer)
        ? "the server has no way to remove tasks of the kit's that have ended, so `cleanup` has none"
            + " either: task.destroy answered "
            + AnswerText.of(answer)
            + " for "
            + refs
        : "the server refuses to remove tasks of the kit's that have ended: task.destroy answered "
            + AnswerText.of(answer)
            + " for "
            + refs
            + "; `cleanup` asks again";
  }

  private static String named(List<String> refs, int most) {
    int more = refs.size() - most;
    String some = String.join(", ", refs.subList(0, Math.min(most, refs.size())));
    return more > 0 ? some + " and " + more + " more" : some;
  }

  /** Why wires are not ready; the same cause on all three is said once. */
  private static List<String> causes(List<Preflight.Finding> preflights) {
    List<Reason> causes = preflights.stream().flatMap(one -> one.cause().stream()).toList();
    boolean same = causes.size() == Wire.values().length && Set.copyOf(causes).size() == 1;
    return same
        ? List.of(causes.get(0).text())
        : preflights.stream()
            .flatMap(one -> one.cause().stream().map(why -> one.wire().title() + ": " + why.text()))
            .toList();
  }

  /** What fails no run yet would pass unseen, and then fail one. */
  private static void news(Verdicts verdicts, List<String> notices) {
    Map<String, Long> alike =
        verdicts.all().stream()
            .filter(one -> List.of(Verdict.FAIL, Verdict.NOT_TESTABLE).contains(one.verdict()))
            .flatMap(
                one ->
                    one.requirement().grace().stream()
                        .map(why -> one.verdict().id() + " that is " + why))
            .collect(Collectors.groupingBy(words -> words, TreeMap::new, Collectors.counting()));
    alike.forEach((words, number) -> notices.add(number + " " + words));
  }
}
