package org.xapitck.kit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.Bench;
import org.xapitck.kit.client.Polling;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.release.DetectedRelease;
import org.xapitck.kit.scenario.Clients.Turn;
import org.xapitck.kit.support.FakeWire;
import org.xapitck.kit.support.Waiting;
import org.xapitck.kit.work.TaskSources;

/** Several clients over a fake wire; six, since six tasks may live on the bench. */
@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
class ClientsTest {
  private static final int CLIENTS = 6;
  private static final String LOGIN = "session.login_with_password";
  private static final String READ = "task.get_result";

  private final List<String> notes = new ArrayList<>();
  private Bench bench = new Bench();

  /** Nothing speaks against the account's role; asked once. */
  @BeforeEach
  void theAccountIsOfItsRole() {
    for (String asked : List.of("session.get_is_local_superuser", "session.get_rbac_permissions")) {
      bench.wire.on(asked, FakeWire.refusal("MESSAGE_METHOD_UNKNOWN"));
    }
    new Speaker(context()).strongest();
    bench.story.clear();
  }

  private Clients clients() {
    return new Clients(context(), new ApiCaller(context()));
  }

  private ScenarioContext context() {
    return new ScenarioContext(
        bench.api,
        new Catalogue(List.of()),
        new Supplies(
            Clock.systemUTC(),
            () -> Bench.LABEL,
            () -> "uuid",
            new AcrossScenarios(Optional::empty)),
        new Notes(notes),
        new WrongPasswords(false, Optional.empty()),
        DetectedRelease.PAGE,
        Optional.empty(),
        new TaskSources(List.of(), true, new Polling(Duration.ZERO, System::nanoTime)),
        Optional.empty());
  }

  private record Notes(List<String> told) implements ScenarioLog {
    @Override
    public void add(Exchange exchange) {
      told.add(exchange.method() + " " + AnswerText.of(exchange.answer()));
    }

    @Override
    public void speaks(Role role) {}

    @Override
    public void without(String method) {}

    @Override
    public Set<Intent> intents() {
      return Set.of();
    }

    @Override
    public List<String> requirements() {
      return List.of();
    }

    @Override
    public boolean preparing() {
      return false;
    }
  }

  /** The session of a client tells its number. */
  private void numbered() {
    bench.wire.answering(
        LOGIN,
        call ->
            FakeWire.text(
                "session of " + call.parameters().get(3).toString().replaceFirst(".*/", "")));
  }

  private static List<Turn> reading(int client) {
    return List.of(Turn.of("get_result", "A" + client), Turn.of("get_result", "B" + client));
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The answer says what was asked. */
  private static Answer echo(Call call) {
    return FakeWire.text(call.parameters().get(0) + " read " + call.parameters().get(1));
  }

  @Test
  void theCallsOfAllAreUnderWayTogetherAndAreNotedInTheirOrder() {
    numbered();
    CyclicBarrier all = new CyclicBarrier(CLIENTS);
    bench.wire.answering(
        READ,
        call -> {
          meet(all);
          return echo(call);
        });
    List<List<Exchange>> answers = clients().atOnce(ClientsTest::reading);
    assertThat(answers).hasSize(CLIENTS).allMatch(some -> some.size() == 2);
    assertThat(notes)
        .containsExactlyElementsOf(
            IntStream.range(0, CLIENTS)
                .boxed()
                .flatMap(
                    client ->
                        List.of("A" + client, "B" + client).stream()
                            .map(
                                ref ->
                                    READ
                                        + " Success \"session of client-"
                                        + (client + 1)
                                        + " read "
                                        + ref
                                        + '"'))
                .toList());
  }

  @Test
  void theSessionsAreOpenedOnceAndClosedAtTheEnd() {
    numbered();
    bench.wire.answering(READ, ClientsTest::echo);
    clients().atOnce(ClientsTest::reading);
    clients().atOnce(ClientsTest::reading);
    assertThat(bench.story).filteredOn(line -> line.startsWith("login")).hasSize(CLIENTS);
    bench.api.endClients();
    assertThat(bench.story)
        .filteredOn(line -> line.startsWith("logout client-"))
        .hasSize(CLIENTS)
        .doesNotHaveDuplicates();
    bench.story.clear();
    bench.api.endClients();
    assertThat(bench.story).isEmpty();
  }

  @Test
  void aRunThatIsBrokenOffClosesThemToo() {
    numbered();
    bench.wire.answering(
        READ,
        call -> {
          bench.api.breakOff(Reason.Plain.BROKEN_OFF);
          return echo(call);
        });
    assertThatThrownBy(() -> clients().atOnce(ClientsTest::reading))
        .isInstanceOf(PreconditionFailed.class)
        .hasMessage(Reason.Plain.BROKEN_OFF.text());
    assertThat(notes).as("what was answered before").isNotEmpty();
    bench.api.endClients();
    assertThat(bench.story).filteredOn(line -> line.startsWith("logout client-")).hasSize(CLIENTS);
  }

  @Test
  void silenceIsNotBlamedAndEveryAnswerIsNotedBefore() {
    numbered();
    bench.prober.on("system.listMethods", FakeWire.texts());
    bench.wire.silentOn(READ);
    assertThatThrownBy(() -> clients().atOnce(client -> reading(client).subList(0, 1)))
        .isInstanceOf(PreconditionFailed.class)
        .hasMessageContaining("no answer");
    assertThat(notes).hasSize(CLIENTS);
  }

  @Test
  void aRefusedLoginIsNotRepeatedAndIsBlamedAsALogin() {
    bench.wire.on(LOGIN, FakeWire.text("session of a"), FakeWire.refusal("HOST_IS_SLAVE"));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> clients().atOnce(ClientsTest::reading))
          .isInstanceOfSatisfying(
              ConformanceFailure.class,
              failure -> assertThat(failure.owner().ids()).containsExactly("session.login"));
    }
    assertThat(bench.story).filteredOn(line -> line.startsWith("login")).hasSize(2);
  }

  @Test
  void aSilentLoginIsNotBlamed() {
    bench.prober.on("system.listMethods", FakeWire.texts());
    bench.wire.silentOn(LOGIN);
    assertThatThrownBy(() -> clients().atOnce(ClientsTest::reading))
        .isInstanceOf(PreconditionFailed.class);
  }

  @Test
  void everyTaskThatTheyMakeIsTheKitsAndGoes() {
    numbered();
    bench.wire.answering(
        "task.create",
        call -> FakeWire.text("T" + call.parameters().get(0).toString().replaceFirst(".*-", "")));
    bench
        .wire
        .on("task.get_created", FakeWire.text(""))
        .on("task.set_status", FakeWire.text(""))
        .on("task.destroy", FakeWire.text(""));
    ApiCaller caller = new ApiCaller(context());
    new Clients(context(), caller)
        .atOnce(client -> List.of(Turn.of("create", Bench.LABEL, "made by a test")));
    List<String> refs = IntStream.rangeClosed(1, CLIENTS).mapToObj(i -> "T" + i).toList();
    assertThat(refs).allMatch(bench.ledger::owns);
    caller.disposeOfAll();
    assertThat(bench.story)
        .filteredOn(line -> line.contains("task.destroy"))
        .containsExactlyInAnyOrderElementsOf(
            refs.stream().map(ref -> "pool-admin: task.destroy " + ref).toList());
  }

  @Test
  void aTaskOfOthersIsNotTouchedByAnyOfThem() {
    numbered();
    bench.wire.on("task.destroy", FakeWire.text(""));
    assertThatThrownBy(() -> clients().atOnce(client -> List.of(Turn.of("destroy", "F1"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("did not make");
    assertThat(bench.told()).noneMatch(line -> line.contains("destroy"));
  }

  @Test
  void whereCallsHaveToBeginSlowlyNoneIsLoggedIn() {
    bench = new Bench(OptionalDouble.of(7.5));
    assertThatThrownBy(() -> clients().atOnce(ClientsTest::reading))
        .isInstanceOf(NotApplicable.class)
        .hasMessageContaining("--max-rate lets fewer than 8 calls begin within a second");
    assertThat(bench.story).isEmpty();
    bench = new Bench(OptionalDouble.of(8));
    assertThat(clients().count()).isEqualTo(CLIENTS);
  }

  @Test
  void whereNothingMayBeWrittenNoneIsLoggedIn() {
    bench = new Bench(Bench.readOnly());
    assertThatThrownBy(() -> clients().atOnce(ClientsTest::reading))
        .isInstanceOf(PreconditionFailed.class)
        .hasMessageContaining("--read-only");
    assertThat(bench.story).isEmpty();
  }
}
