package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.client.WireClients;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.wire.CallSources;
import org.xapitck.kit.wire.WireClient;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.RpcEndpoint;

/** What `cleanup` destroys, and above all what it leaves alone. */
@Tag("slow")
class CleanupTest {
  @TempDir Path folder;
  private Kit kit;
  private Simulator server;
  private WireClient client;
  private String session;
  private String accounts;

  @BeforeEach
  void start() throws Exception {
    kit = new Kit(folder);
    accounts = kit.accounts().toString();
    start(Alteration.NONE);
  }

  private void start(Alteration alteration) throws Exception {
    server = Simulator.start(SimulatorOptions.defaults().withAlteration(alteration));
    client =
        WireClients.open(
            Wire.JSONRPC2,
            Endpoint.of(server.uri(), Endpoint.Trust.standard()),
            CallSources.timedBy(System::nanoTime));
    session = call("session.login_with_password", "root", "secret");
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void aLedgerLeadsToItsTasksAndToNoOther() throws Exception {
    String marked = create("xapi-task-tck 0123abcd-1", "");
    String unmarked = create("", "");
    String lost = create("", "xapi-task-tck 0123abcd-3");
    String foreign = create("somebody's", "");
    String otherRun = create("xapi-task-tck 99999999-1", "");
    Path ledger =
        ledger(
            "{\"run\":\"0123abcd\",\"intent\":1,\"mark\":\"xapi-task-tck 0123abcd-1\",\"wire\":\"xmlrpc\"}",
            "{\"run\":\"0123abcd\",\"intent\":1,\"made\":\"" + marked + "\"}",
            "{\"run\":\"0123abcd\",\"intent\":2,\"mark\":\"\",\"wire\":\"xmlrpc\"}",
            "{\"run\":\"0123abcd\",\"intent\":2,\"made\":\"" + unmarked + "\"}",
            "{\"run\":\"0123abcd\",\"intent\":3,\"mark\":\"xapi-task-tck 0123abcd-3\",\"wire\":\"xmlrpc\"}",
            // whatever a ledger says, a task without the mark that it should carry is somebody's
            "{\"run\":\"0123abcd\",\"intent\":4,\"mark\":\"xapi-task-tck 0123abcd-4\",\"wire\":\"xmlrpc\"}",
            "{\"run\":\"0123abcd\",\"intent\":4,\"made\":\"" + foreign + "\"}",
            "{\"run\":\"0123abcd\",\"intent\":5,\"mark\":\"xapi-ta");

    Kit.Ended ended = cleanup("--ledger", ledger.toString());

    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out())
        .contains("3 tasks destroyed or gone, 0 left", "1 reference of the ledger is of a task");
    assertThat(records().keySet()).containsExactlyInAnyOrder(foreign, otherRun);
    assertThat(lost).isNotIn(records().keySet());
    assertThat(cleanup("--ledger", ledger.toString()).code()).isZero();
  }

  @Test
  void orphansAreListedAndTouchedOnlyWhenConfirmed() throws Exception {
    String orphan = create("xapi-task-tck 0123abcd-1", "");
    String other = create("about xapi-task-tck 0123abcd-1", "");
    String url = server.uri().toString();
    Map<String, Value> before = records();

    // in a process of its own: nobody is there to answer
    Kit.Ended asked = kit.run("cleanup", "--orphans", "--url", url, "--accounts", accounts);
    assertThat(asked.code()).isEqualTo(1);
    assertThat(asked.out()).contains(orphan, "destroy them?", "nothing was changed");
    assertThat(records()).isEqualTo(before);

    Kit.Ended sure = cleanup("--orphans", "--yes", "--url", url);
    assertThat(sure.code()).as(sure.out() + sure.err()).isZero();
    assertThat(records().keySet()).containsExactly(other);
  }

  @Test
  void whatTheServerCannotRemoveIsNamedAndNotPromised() throws Exception {
    client.close();
    server.close();
    start(
        Intercept.calls(
            "task.destroy",
            (call, right) ->
                new org.xapitck.simulator.rpc.Answer.Failure(
                    "MESSAGE_METHOD_UNKNOWN", List.of("task.destroy"))));
    String running = server.startTask("cancellable");
    String marked = create("xapi-task-tck 0123abcd-2", "");
    Path ledger =
        ledger(
            "{\"run\":\"0123abcd\",\"intent\":1,\"mark\":\"\",\"wire\":\"xmlrpc\"}",
            "{\"run\":\"0123abcd\",\"intent\":1,\"started\":\"" + running + "\"}",
            "{\"run\":\"0123abcd\",\"intent\":2,\"mark\":\"xapi-task-tck 0123abcd-2\",\"wire\":\"xmlrpc\"}",
            "{\"run\":\"0123abcd\",\"intent\":2,\"made\":\"" + marked + "\"}");

    Kit.Ended ended = cleanup("--ledger", ledger.toString());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains("2 left", "the server has no way to remove", running, marked)
        .contains("task.destroy answered Failure MESSAGE_METHOD_UNKNOWN");
  }

  @Test
  void workOfTheServersIsAskedToStopAndGetsNoStatusOfTheKits() throws Exception {
    client.close();
    server.close();
    List<String> calls = new CopyOnWriteArrayList<>();
    start(
        Intercept.calls(
            method -> Set.of("task.cancel", "task.set_status").contains(method),
            (call, right) -> {
              calls.add(call.method());
              return right.answer(call);
            }));
    String running = server.startTask("cancellable");
    String foreign = server.startTask("cancellable");
    String whole = server.startTask("subtasks");
    Path ledger =
        ledger(
            "{\"run\":\"0123abcd\",\"intent\":1,\"mark\":\"\",\"wire\":\"xmlrpc\"}",
            "{\"run\":\"0123abcd\",\"intent\":1,\"started\":\"" + running + "\"}",
            "{\"run\":\"0123abcd\",\"intent\":2,\"mark\":\"\",\"wire\":\"xmlrpc\"}",
            "{\"run\":\"0123abcd\",\"intent\":2,\"started\":\"" + whole + "\"}");

    Kit.Ended ended = cleanup("--ledger", ledger.toString());

    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(records().keySet()).containsExactly(foreign);
    assertThat(calls).contains("task.cancel").doesNotContain("task.set_status");
  }

  @Test
  void aServerThatIsAwayIsExitFourAndTheLedgerStays() throws Exception {
    Path ledger = ledger();
    server.close();
    Kit.Ended ended = cleanup("--ledger", ledger.toString());
    assertThat(ended.code()).isEqualTo(4);
    assertThat(ledger).exists();
  }

  @Test
  void aFileThatIsNoLedgerIsNeverWrittenTo() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.txt"), "my notes\n");
    Kit.Ended ended =
        kit.runHere("run", "--ledger", text.toString(), "--report", folder.resolve("r").toString());
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("notes.txt is no ledger");
    assertThat(text).hasContent("my notes\n");
  }

  /**
   * The worst that a wrong server can do to others through the kit: to give away their references.
   */
  @Test
  void aCreateThatAnswersAForeignReferenceGetsNoForeignTaskTouched() throws Exception {
    client.close();
    server.close();
    GivesAway gives = new GivesAway();
    start(gives);
    String theirs = create("somebody's", "not the kit's");
    gives.reference = theirs;
    Map<String, Value> before = new TreeMap<>(records());

    Kit.Ended ended =
        kit.runHere(
            "run",
            "--url",
            server.uri().toString(),
            "--accounts",
            accounts,
            "--wire",
            "jsonrpc2",
            "--release",
            "page",
            "--ledger",
            folder.resolve("ledger").toString(),
            "--report",
            folder.resolve("report").toString(),
            "--tags",
            "@task.destroy.effect or @task.cancel.effect or @task.create.effect");

    assertThat(ended.code()).as(kit.results("report").get("requirements").toString()).isEqualTo(1);
    assertThat(kit.results("report").toString())
        .contains("the reference of a new task")
        .doesNotContain("kit-error  ");
    Map<String, Value> after = new TreeMap<>(records());
    after.keySet().retainAll(Set.of(theirs));
    assertThat(after.get(theirs)).isEqualTo(before.get(theirs));
    assertThat(records().keySet()).containsExactly(theirs);
  }

  /** Answers create by a reference that is not that of the task it made. */
  private static final class GivesAway implements Alteration {
    private volatile String reference = "";

    @Override
    public RpcEndpoint.Api api(RpcEndpoint.Api right) {
      return (call, then) -> right.call(call, wrong(call, then));
    }

    private Consumer<org.xapitck.simulator.rpc.Answer> wrong(
        Call call, Consumer<org.xapitck.simulator.rpc.Answer> then) {
      boolean theKits =
          call.method().equals("task.create") && call.parameters().toString().contains("tck");
      return answer ->
          then.accept(
              theKits
                  ? new org.xapitck.simulator.rpc.Answer.Success(
                      new org.xapitck.simulator.rpc.Value.Text(reference))
                  : answer);
    }
  }

  private Kit.Ended cleanup(String... more) {
    List<String> arguments = new java.util.ArrayList<>(List.of("cleanup", "--accounts", accounts));
    arguments.addAll(List.of(more));
    return kit.runHere(arguments.toArray(String[]::new));
  }

  private Path ledger(String... lines) throws Exception {
    String head =
        "{\"run\":\"0123abcd\",\"ledger\":1,\"url\":\"" + server.uri() + "\",\"at\":\"now\"}\n";
    return Files.writeString(folder.resolve("ledger.jsonl"), head + String.join("\n", lines));
  }

  private String create(String label, String description) {
    return call("task.create", session, label, description);
  }

  private String call(String method, String... parameters) {
    Answer answer = client.call(method, List.of(parameters)).answer();
    return ((Value.Text) ((Answer.Success) answer).value()).text();
  }

  private Map<String, Value> records() {
    Answer answer = client.call("task.get_all_records", List.of(session)).answer();
    return ((Value.Struct) ((Answer.Success) answer).value()).members();
  }
}
