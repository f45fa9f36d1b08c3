package org.xapitck.kit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.client.Bench;
import org.xapitck.kit.client.Polling;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.TaskBudget;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.release.DetectedRelease;
import org.xapitck.kit.support.FakeWire;
import org.xapitck.kit.work.TaskSource;
import org.xapitck.kit.work.TaskSources;

class TaskLifecycleTest {
  private static final Answer DONE = FakeWire.text("");
  private static final Set<Intent> LOOKS = Set.of();
  private static final Set<Intent> CREATES = Set.of(Intent.MAKES_TASKS);
  private static final Set<Intent> DESTROYS = Set.of(Intent.USES_UP_A_TASK);
  private static final TaskSource CLONE = TaskSource.of(List.of("Async.VM.clone"));

  private final Bench bench = new Bench();
  private final TaskBudget budget = new TaskBudget();
  private final TaskSources sources =
      new TaskSources(List.of(CLONE), true, new Polling(Duration.ZERO, System::nanoTime));

  /** Of a scenario with these intents, where tasks go as soon as they are destroyed. */
  private TaskLifecycle usual(Set<Intent> intents) {
    return lifecycle(Optional.empty(), intents, "task.any.effect");
  }

  /** The same where tasks stay, and few are made. */
  private TaskLifecycle thrifty(Set<Intent> intents, String requirement) {
    return lifecycle(Optional.of(budget), intents, requirement);
  }

  private TaskLifecycle lifecycle(
      Optional<TaskBudget> some, Set<Intent> intents, String requirement) {
    return new TaskLifecycle(
        new ScenarioContext(
            bench.api,
            new Catalogue(List.of()),
            new Supplies(
                Clock.systemUTC(),
                () -> Bench.LABEL,
                () -> "uuid",
                new AcrossScenarios(Optional::empty)),
            new Notes(intents, List.of(requirement)),
            new WrongPasswords(false, Optional.empty()),
            DetectedRelease.PAGE,
            some,
            sources,
            Optional.empty()));
  }

  private record Notes(Set<Intent> intents, List<String> requirements) implements ScenarioLog {
    @Override
    public void add(Exchange exchange) {}

    @Override
    public void speaks(Role role) {}

    @Override
    public void without(String method) {}

    @Override
    public boolean preparing() {
      return false;
    }
  }

  private Ledger.Entry make(TaskLifecycle lifecycle, String ref, String label) {
    lifecycle.beforeCreate(label, "description");
    Ledger.Entry entry = bench.created(ref, Bench.ADMIN);
    lifecycle.made(entry);
    return entry;
  }

  private Ledger.Entry make(TaskLifecycle lifecycle, String ref) {
    return make(lifecycle, ref, Bench.LABEL);
  }

  @Test
  void noTaskOfAScenarioIsLeft() {
    TaskLifecycle scenario = usual(CREATES);
    make(scenario, "T1");
    make(scenario, "T2");
    bench.wire.on("task.set_status", DONE).on("task.destroy", DONE);
    scenario.end();
    assertThat(bench.story).contains("pool-admin: task.destroy T1", "pool-admin: task.destroy T2");
  }

  @Test
  void nothingIsLentWhereTasksGo() {
    assertThat(usual(LOOKS).borrow(Bench.ADMIN)).isEmpty();
  }

  @Test
  void workOfTheServerIsEndedWhereverTasksStay() {
    for (TaskLifecycle scenario : List.of(usual(LOOKS), thrifty(LOOKS, "a"))) {
      scenario.started(bench.started("S1"), CLONE);
      bench
          .wire
          .on("task.get_subtasks", FakeWire.texts())
          .on("task.get_status", FakeWire.text("success"))
          .on("task.destroy", DONE);
      scenario.end();
      assertThat(bench.story).contains("pool-admin: task.destroy S1");
      bench.story.clear();
      scenario.end();
      assertThat(bench.story).isEmpty();
    }
    assertThat(sources.obstacle(CLONE)).isEmpty();
  }

  @Test
  void workThatDoesNotStopIsNotStartedAgain() {
    TaskLifecycle scenario = usual(LOOKS);
    scenario.started(bench.started("S1"), CLONE);
    bench
        .wire
        .on("task.get_subtasks", FakeWire.texts())
        .on("task.get_status", FakeWire.text("pending"))
        .on("task.cancel", DONE);
    scenario.endServerRun();
    sources.interrupts();
    sources.interrupts();
    assertThat(sources.obstacle(CLONE))
        .contains(new Reason.SourceTaskDoesNotStop(CLONE.toString()));
  }

  @Test
  void workThatEndedAndCannotBeRemovedDidStop() {
    TaskLifecycle scenario = usual(LOOKS);
    scenario.started(bench.started("S1"), CLONE);
    bench
        .wire
        .on("task.get_subtasks", FakeWire.texts())
        .on("task.get_status", FakeWire.text("success"))
        .on("task.destroy", FakeWire.refusal("MESSAGE_METHOD_UNKNOWN"));
    scenario.endServerRun();
    sources.interrupts();
    sources.interrupts();
    assertThat(sources.obstacle(CLONE).map(Reason::text))
        .contains(
            "the task of Async.VM.clone ended, but the server does not remove it: task.destroy"
                + " answered Failure MESSAGE_METHOD_UNKNOWN []");
    assertThat(bench.ledger.irremovable()).containsOnlyKeys("S1");
  }

  @Test
  void nothingIsSaidOfWorkWhoseServerWasSilent() {
    TaskLifecycle scenario = usual(LOOKS);
    scenario.started(bench.started("S1"), CLONE);
    bench.wire.silentOn("task.get_status").on("task.cancel", DONE);
    bench.wire.on("task.get_subtasks", FakeWire.texts());
    bench.prober.on("system.listMethods", FakeWire.texts());
    scenario.endServerRun();
    sources.interrupts();
    sources.interrupts();
    assertThat(sources.obstacle(CLONE)).isEmpty();
  }

  @Test
  void aTaskThatStaysIsNotDestroyedAtTheEndButLentToTheNext() {
    budget.allow(20);
    TaskLifecycle first = thrifty(LOOKS, "a");
    Ledger.Entry task = make(first, "T1");
    first.end();
    assertThat(bench.story).isEmpty();
    assertThat(thrifty(LOOKS, "b").borrow(Bench.ADMIN))
        .contains(new TaskBudget.Item(task, Bench.LABEL, false));
  }

  @Test
  void whatWasLentIsGivenBackOnce() {
    budget.allow(20);
    TaskLifecycle first = thrifty(LOOKS, "a");
    make(first, "T1");
    first.end();
    TaskLifecycle second = thrifty(LOOKS, "b");
    assertThat(second.borrow(Bench.ADMIN)).isPresent();
    second.end();
    TaskLifecycle third = thrifty(LOOKS, "c");
    assertThat(third.borrow(Bench.ADMIN)).isPresent();
    assertThat(third.borrow(Bench.ADMIN)).isEmpty();
  }

  @Test
  void aTaskThatWasSparedIsGivenBackToo() {
    budget.allow(20);
    TaskLifecycle first = thrifty(LOOKS, "a");
    List.of("T1", "T2", "T3").forEach(ref -> make(first, ref));
    first.end();
    TaskLifecycle second = thrifty(LOOKS, "b");
    assertThat(second.spare(Bench.ADMIN)).isPresent();
    assertThat(second.spare(Bench.ADMIN)).isEmpty();
    second.end();
    assertThat(thrifty(LOOKS, "c").spare(Bench.ADMIN)).isPresent();
  }

  @Test
  void nothingIsSparedWhereTasksGo() {
    assertThat(usual(LOOKS).spare(Bench.ADMIN)).isEmpty();
  }

  @Test
  void aTaskWithSomeLabelIsNotLent() {
    budget.allow(20);
    TaskLifecycle scenario = thrifty(LOOKS, "a");
    make(scenario, "T1", "a label of the scenario");
    scenario.end();
    assertNothingIsLent();
  }

  @Test
  void aTaskThatWasDestroyedIsNotLent() {
    budget.allow(20);
    TaskLifecycle scenario = thrifty(DESTROYS, "a");
    make(scenario, "T1");
    scenario.called("destroy", List.of("T1"), true);
    scenario.end();
    assertNothingIsLent();
  }

  @Test
  void aCallThatWasRefusedChangedNothing() {
    budget.allow(20);
    TaskLifecycle scenario = thrifty(LOOKS, "a");
    make(scenario, "T1");
    scenario.called("destroy", List.of("T1"), false);
    scenario.called("set_other_config", List.of("T1"), false);
    scenario.end();
    assertThat(thrifty(LOOKS, "b").borrow(Bench.ADMIN)).isPresent();
  }

  @Test
  void aTaskThatWasCancelledIsLentOnlyToWhoUsesItUp() {
    budget.allow(20);
    cancelled(FakeWire.text("pending"));
    assertNothingIsLent();
    assertThat(thrifty(DESTROYS, "c").borrow(Bench.ADMIN).orElseThrow().cancelled()).isTrue();
  }

  @Test
  void aTaskThatEndedByTheCancelIsNotLent() {
    budget.allow(20);
    for (Answer status :
        List.of(FakeWire.text("cancelled"), FakeWire.unknown(), FakeWire.number(1))) {
      cancelled(status);
    }
    assertThat(thrifty(DESTROYS, "never shown").borrow(Bench.ADMIN)).isEmpty();
  }

  private void cancelled(Answer status) {
    TaskLifecycle scenario = thrifty(DESTROYS, status.toString());
    make(scenario, "T1");
    scenario.called("cancel", List.of("T1"), true);
    bench.wire.on("task.get_status", status);
    scenario.end();
  }

  @Test
  void aTaskWhoseMapWasWrittenIsNotLentBeforeItIsEmptied() {
    budget.allow(20);
    written(DONE);
    assertThat(bench.story).endsWith("pool-admin: task.set_other_config T1 {}");
    assertThat(thrifty(LOOKS, "b").borrow(Bench.ADMIN)).isPresent();
  }

  @Test
  void aTaskWhoseMapCannotBeEmptiedIsNotLent() {
    budget.allow(20);
    written(FakeWire.refusal("RBAC_PERMISSION_DENIED"));
    assertNothingIsLent();
  }

  @Test
  void aTaskOfAServerThatIsGoneIsNotLent() {
    budget.allow(20);
    bench.api.breakOff(Reason.Plain.BROKEN_OFF);
    written(DONE);
    assertNothingIsLent();
  }

  private void written(Answer emptied) {
    TaskLifecycle scenario = thrifty(LOOKS, "a");
    make(scenario, "T1");
    scenario.called("add_to_other_config", List.of("T1", "key", "value"), true);
    scenario.called("get_other_config", List.of("T1"), true);
    bench.wire.on("task.set_other_config", emptied);
    scenario.end();
  }

  @Test
  void aTaskWhoseMapWasOnlyReadIsNotWritten() {
    budget.allow(20);
    TaskLifecycle scenario = thrifty(LOOKS, "a");
    make(scenario, "T1");
    scenario.called("get_other_config", List.of("T1"), true);
    scenario.called("get_all", List.of(), true);
    scenario.end();
    assertThat(bench.story).isEmpty();
    assertThat(thrifty(LOOKS, "b").borrow(Bench.ADMIN)).isPresent();
  }

  private void assertNothingIsLent() {
    assertThat(thrifty(LOOKS, "of nobody").borrow(Bench.ADMIN)).isEmpty();
  }

  @Test
  void noMoreTasksAreMadeThanTheBudgetAllows() {
    budget.allow(1);
    make(thrifty(LOOKS, "a"), "T1");
    TaskLifecycle next = thrifty(LOOKS, "b");
    assertThatThrownBy(() -> next.beforeCreate("label", ""))
        .isInstanceOf(NotApplicable.class)
        .hasMessageContaining("20 at most");
  }

  @Test
  void noTaskIsUsedUpToShowWhatAnotherHasShown() {
    budget.allow(20);
    for (Set<Intent> costly : List.of(DESTROYS, CREATES)) {
      String name = costly.toString();
      make(thrifty(costly, name), "T " + name);
      TaskLifecycle again = thrifty(costly, name);
      assertThatThrownBy(() -> again.beforeCreate("label", "")).isInstanceOf(NotApplicable.class);
    }
    TaskLifecycle again = thrifty(DESTROYS, DESTROYS.toString());
    assertThatThrownBy(() -> again.borrow(Bench.ADMIN)).isInstanceOf(NotApplicable.class);
  }

  @Test
  void aScenarioThatIsTheFirstStaysTheFirst() {
    budget.allow(20);
    TaskLifecycle scenario = thrifty(DESTROYS, "a");
    make(scenario, "T1");
    make(scenario, "T2");
    assertThat(scenario.borrow(Bench.ADMIN)).isEmpty();
  }
}
