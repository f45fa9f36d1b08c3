package org.xapitck.kit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.config.Connection;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.Runs;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.Value;

/** One message that is never answered is the server's fault; a silent server is not. */
@Tag("slow")
class SilentMessageTest {
  /** 3 s: a call without an answer costs so much, and every other is answered in far less. */
  private static final Connection SHORT =
      new Connection(
          Endpoint.Trust.standard(),
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          1,
          Optional.empty(),
          Map.of(),
          false);

  private static final String GET_RECORD = "task.get_record";
  private static final String RESULT = "task.get_record.result jsonrpc2";

  @TempDir Path folder;

  @Test
  void aMessageThatIsNeverAnsweredIsAccusedItself() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Runs.Done done =
        judged(
            silent(
                method -> {
                  boolean record = method.equals(GET_RECORD);
                  if (record) {
                    asked.incrementAndGet();
                  }
                  return record;
                }),
            "@task.get_record.result or @task.type.type");
    assertThat(done.verdicts()).containsEntry(RESULT, "fail");
    assertThat(done.message("task.get_record.result", "jsonrpc2"))
        .containsPattern("expected +an answer")
        .contains(GET_RECORD);
    assertThat(done.verdicts().values().stream().filter("fail"::equals)).hasSize(1);
    assertThat(because(done, "task.type.type")).isEqualTo("task.get_record.result");
    // twice by the scenario of the message, once by the other
    assertThat(asked).hasValue(3);
  }

  @Test
  void oneAnswerThatIsLostIsAskedForAgain() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Runs.Done done =
        judged(
            silent(method -> method.equals(GET_RECORD) && asked.getAndIncrement() == 0),
            "@task.get_record.result");
    assertThat(done.verdicts()).containsEntry(RESULT, "pass");
  }

  @Test
  void aServerThatFallsSilentAsAWholeIsNotBlamed() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Runs.Done done =
        judged(
            silent(
                method -> {
                  if (method.equals(GET_RECORD)) {
                    asked.incrementAndGet();
                  }
                  return method.startsWith("task.get") && asked.get() > 0;
                }),
            "@task.get_record.result");
    assertThat(done.verdicts()).containsEntry(RESULT, "not-testable");
    assertThat(because(done, "task.get_record.result")).isEqualTo("server-silent");
  }

  /** Four accusations once came of it. */
  @Test
  void oneWrongTypeOfAFieldIsOneAccusation() throws IOException {
    Runs.Done done = judged(FieldView.everywhere("finished", right -> Value.of("never")), "");
    assertThat(
            done.verdicts().entrySet().stream()
                .filter(entry -> entry.getValue().matches("fail|warning|kit-error"))
                .map(Map.Entry::getKey))
        .containsExactly("task.finished.type jsonrpc2");
    assertThat(done.results().get("causes")).hasSize(1);
  }

  private static Alteration silent(Predicate<String> methods) {
    return new Alteration() {
      @Override
      public RpcEndpoint.Api api(RpcEndpoint.Api right) {
        return (call, then) -> {
          if (!methods.test(call.method())) {
            right.call(call, then);
          }
        };
      }
    };
  }

  private static String because(Runs.Done done, String id) {
    for (var entry : done.results().get("requirements")) {
      if (entry.get("id").asText().equals(id)) {
        return entry.path("because").asText();
      }
    }
    return "";
  }

  private Runs.Done judged(Alteration alteration, String tags) throws IOException {
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
    try (Simulator simulator =
        Simulator.start(SimulatorOptions.defaults().withAlteration(alteration))) {
      return Runs.run(
          Runs.options(folder.resolve("report"), simulator.uri(), accounts, tags, Wire.JSONRPC2)
              .withConnection(tags.isEmpty() ? Runs.PATIENT : SHORT));
    }
  }
}
