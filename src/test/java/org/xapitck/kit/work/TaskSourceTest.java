package org.xapitck.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.client.Polling;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.BadConfiguration;

/** What a user may write behind --task-source, and what is sent for it. */
class TaskSourceTest {

  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of("Async.VM.clone OpaqueRef:1 copy", List.of("OpaqueRef:1", "copy")),
        Arguments.of("Async.a.b {host} p f {}", List.of("OpaqueRef:h", "p", "f", Map.of())),
        Arguments.of("Async.a.b {\"k\": \"two words\"} x", List.of(Map.of("k", "two words"), "x")),
        Arguments.of("Async.a.b [\"1\", \"2\"]", List.of(List.of("1", "2"))),
        Arguments.of("Async.a.b \"two words\" \"\" \"{host}\"", List.of("two words", "", "{host}")),
        Arguments.of("Async.a.b true 0.5 12 1.", List.of(true, 0.5, "12", "1.")),
        Arguments.of("Async.a.b   spread   out ", List.of("spread", "out")),
        Arguments.of("InternalAsync.VM.start", List.of()));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineIsAMessageAndWhatFollowsTheSession(String line, List<Object> arguments) {
    TaskSource source = TaskSource.of(TaskSource.words(line));
    assertThat(line).startsWith(source.message());
    assertThat(source.arguments("OpaqueRef:h")).isEqualTo(arguments);
    assertThat(TaskSource.of(TaskSource.words(source.toString()))).isEqualTo(source);
  }

  @Test
  void whatAShellTookApartIsOneLineAgain() {
    List<String> words = List.of("Async.VM.clone", "my copy", "", "a \"b", "{\"k\": \"v w\"}");
    assertThat(TaskSource.of(TaskSource.words(TaskSource.line(words))).arguments(""))
        .isEqualTo(List.of("my copy", "", "a \"b", Map.of("k", "v w")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "clone",
        "Async.",
        "Async..clone",
        "Async.VM.clone;",
        "task.destroy OpaqueRef:1",
        "Async.task.cancel OpaqueRef:1",
        "Async.Task.cancel OpaqueRef:1",
        "VM.clone OpaqueRef:1 copy",
        "Async.session.logout",
        "Async.event.inject",
        "Async.a.b {\"k\": null}",
        "Async.a.b [123456789012345678901234567890]",
        "Async.a.b {\"k\"",
        "Async.a.b [1"
      })
  void whatCouldHarmOthersOrIsNoMessageIsRefused(String line) {
    assertThatThrownBy(() -> TaskSource.of(TaskSource.words(line)))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining(
            "--task-source " + TaskSource.words(line).stream().findFirst().orElse(""));
  }

  @Test
  void whatDoesNotStopIsInterruptedTwiceAndNotStartedAgain() {
    TaskSource quick = TaskSource.of(List.of("Async.a.quick"));
    TaskSource slow = TaskSource.of(List.of("Async.a.slow"));
    TaskSources sources =
        new TaskSources(
            List.of(quick, slow),
            true,
            new Polling(ServerWork.usual().stopLimit(), System::nanoTime));
    assertThat(sources.last()).isEqualTo(slow);
    sources.interrupts();
    sources.stays(slow, new Reason.SourceTaskDoesNotStop(slow.toString()));
    assertThat(sources.obstacle(slow)).isEmpty();
    sources.interrupts();
    assertThat(sources.obstacle(slow)).contains(new Reason.SourceTaskDoesNotStop("Async.a.slow"));
    assertThat(sources.fresh().obstacle(slow)).isEmpty();
  }
}
