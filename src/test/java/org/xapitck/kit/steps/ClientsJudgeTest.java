package org.xapitck.kit.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.answer.AnswerPart;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.support.FakeWire;

/** Each wrong outcome is seen, and every right order of calls is accepted. */
class ClientsJudgeTest {
  private static final String ADD = "task.add_to_other_config";
  private static final String TWICE = "MAP_DUPLICATE_KEY";
  private static final Answer DONE = FakeWire.text("");
  private static final Answer REFUSED = FakeWire.refusal(TWICE);
  private static final Answer GONE = FakeWire.unknown();
  private static final Answer BROKEN = FakeWire.refusal("INTERNAL_ERROR");

  private static List<Exchange> calls(Answer... answers) {
    return calls(ADD, answers);
  }

  private static List<Exchange> calls(String method, Answer... answers) {
    return Stream.of(answers)
        .map(
            answer ->
                new FakeWire(new ArrayList<>())
                    .on(method, answer)
                    .call(Call.auxiliary(method, List.of())))
        .toList();
  }

  private static ConformanceFailure failure(ThrowingCallable judge) {
    ConformanceFailure failure = catchThrowableOfType(ConformanceFailure.class, judge);
    assertThat(failure).as("a failure").isNotNull();
    return failure;
  }

  private static void accepted(ThrowingCallable judge) {
    assertThatCode(judge).doesNotThrowAnyException();
  }

  @Test
  void everyCallHasToSucceed() {
    accepted(() -> ClientsJudge.allSucceed(calls(DONE, DONE, DONE)));
    ConformanceFailure failure =
        failure(() -> ClientsJudge.allSucceed(calls(DONE, BROKEN, DONE, REFUSED)));
    assertThat(failure.expected()).isEqualTo("4 successes");
    assertThat(failure.actual()).isEqualTo("2 successes, 1 INTERNAL_ERROR, 1 " + TWICE);
    assertThat(failure.call()).startsWith(ADD).contains("4 calls");
    assertThat(failure.owner().ids()).as("the scenario's own").isEmpty();
    failure(() -> ClientsJudge.allSucceed(calls(new Answer.Malformed("no number"))));
  }

  @Test
  void aMessageThatIsNotThereIsNoMatterOfSeveralClients() {
    Answer unknown = FakeWire.refusal("MESSAGE_METHOD_UNKNOWN");
    assertThat(failure(() -> ClientsJudge.allSucceed(calls(unknown, unknown))).owner().ids())
        .containsExactly(ADD + ".published");
    assertThat(failure(() -> ClientsJudge.someSucceed(1, TWICE, calls(unknown))).owner().ids())
        .containsExactly(ADD + ".published");
  }

  @Test
  void whicheverClientAddsTheKeyIsRight() {
    List<Answer> answers = new ArrayList<>(List.of(DONE, REFUSED, REFUSED, REFUSED));
    for (int i = 0; i < answers.size(); i++) {
      Collections.rotate(answers, 1);
      accepted(() -> ClientsJudge.someSucceed(1, TWICE, calls(answers.toArray(Answer[]::new))));
    }
  }

  @Test
  void oneClientAloneAddsTheKey() {
    ConformanceFailure two =
        failure(() -> ClientsJudge.someSucceed(1, TWICE, calls(DONE, REFUSED, DONE)));
    assertThat(two.expected()).isEqualTo("1 success, and " + TWICE + " for every other");
    assertThat(two.actual()).isEqualTo("2 successes, 1 " + TWICE);
    assertThat(failure(() -> ClientsJudge.someSucceed(1, TWICE, calls(REFUSED, REFUSED))).actual())
        .isEqualTo("0 successes, 2 " + TWICE);
    assertThat(failure(() -> ClientsJudge.someSucceed(1, TWICE, calls(DONE, BROKEN))).actual())
        .isEqualTo("1 success, 1 INTERNAL_ERROR");
  }

  @Test
  void anyNumberOfClientsMayDestroyATask() {
    accepted(() -> ClientsJudge.someSucceed(3, "HANDLE_INVALID", calls(GONE, DONE, GONE)));
    accepted(() -> ClientsJudge.someSucceed(3, "HANDLE_INVALID", calls(DONE, DONE, DONE)));
    failure(() -> ClientsJudge.someSucceed(3, "HANDLE_INVALID", calls(GONE, GONE, GONE)));
    failure(() -> ClientsJudge.someSucceed(3, "HANDLE_INVALID", calls(DONE, GONE, BROKEN)));
  }

  @Test
  void aTaskMayHaveBeenCollectedOnlyIfNobodyKnewIt() {
    assertThat(ClientsJudge.telling(calls(GONE, BROKEN, GONE)).answer()).isEqualTo(BROKEN);
    assertThat(ClientsJudge.telling(calls(GONE, DONE)).answer()).isEqualTo(DONE);
    assertThat(ClientsJudge.telling(calls(GONE, GONE)).answer()).isEqualTo(GONE);
  }

  @Test
  void theMapHoldsWhatWasAddedAndNothingElse() {
    Map<String, String> added = Map.of("a", "1", "b", "2");
    accepted(() -> ClientsJudge.holds(added, Map.of("b", "2", "a", "1")));
    assertThat(failure(() -> ClientsJudge.holds(added, Map.of("a", "1"))).actual())
        .isEqualTo("1 key, without [b]");
    assertThat(failure(() -> ClientsJudge.holds(added, Map.of("a", "1", "b", "1"))).actual())
        .isEqualTo("2 keys, with {b=1}");
    assertThat(
            failure(() -> ClientsJudge.holds(added, Map.of("a", "1", "b", "2", "c", "3"))).actual())
        .isEqualTo("3 keys, with [c] that nobody added");
    assertThat(failure(() -> ClientsJudge.holds(Map.of("a", "1"), Map.of("a", "2"))).expected())
        .isEqualTo("what was added: {a=1}");
  }

  @Test
  void theNumberIsThatOfOneClient() {
    List<Double> set = List.of(0.01, 0.02, 0.04);
    set.forEach(one -> accepted(() -> ClientsJudge.ofOne(set, one)));
    accepted(() -> ClientsJudge.ofOne(set, 0.0199999996));
    ConformanceFailure mean = failure(() -> ClientsJudge.ofOne(set, 0.015));
    assertThat(mean.expected()).isEqualTo("what one client set: one of [0.01, 0.02, 0.04]");
    assertThat(mean.actual()).isEqualTo("0.015");
    assertThat(mean.call()).isEqualTo("task.get_progress");
    failure(() -> ClientsJudge.ofOne(set, 0));
    failure(() -> ClientsJudge.ofOne(set, Double.NaN));
  }

  @Test
  void everyTaskThatWasCreatedIsListed() {
    List<String> refs = List.of("A", "B");
    accepted(() -> ClientsJudge.holdAll(refs, List.of("C", "B", "A"), "task.get_by_name_label"));
    ConformanceFailure lost =
        failure(() -> ClientsJudge.holdAll(refs, List.of("A", "C"), "task.get_all_records"));
    assertThat(lost.expected())
        .isEqualTo("an answer that holds the 2 tasks that the clients created");
    assertThat(lost.actual()).isEqualTo("1 left out, such as B");
    assertThat(lost.call()).isEqualTo("task.get_all_records");
  }

  @Test
  void noTwoClientsGetOneTask() {
    accepted(() -> ClientsJudge.differ(List.of("A", "B", "C")));
    ConformanceFailure shared = failure(() -> ClientsJudge.differ(List.of("A", "B", "A")));
    assertThat(shared.expected()).isEqualTo("3 different references");
    assertThat(shared.actual()).isEqualTo("2 different ones; A was given twice");
  }

  @Test
  void theAnswerOfAnotherClientIsCalledSo() {
    List<AnswerPart> calls =
        List.of(AnswerPart.of("task.get_name_label"), AnswerPart.of("task.get_result"));
    List<List<String>> wanted = List.of(List.of("a", "ra"), List.of("b", "rb"));
    accepted(() -> ClientsJudge.own(calls, wanted, wanted));
    ConformanceFailure swapped =
        failure(
            () -> ClientsJudge.own(calls, wanted, List.of(List.of("a", "rb"), List.of("b", "ra"))));
    assertThat(swapped.expected()).isEqualTo("what this client asked for: ra");
    assertThat(swapped.actual()).isEqualTo("rb, which is another client's");
    assertThat(swapped.call()).isEqualTo("task.get_result");
    assertThat(
            failure(
                    () ->
                        ClientsJudge.own(
                            calls, wanted, List.of(List.of("a", "ra"), List.of("x", "rb"))))
                .actual())
        .isEqualTo("x");
  }
}
