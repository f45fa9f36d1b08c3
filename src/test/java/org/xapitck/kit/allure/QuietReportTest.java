package org.xapitck.kit.allure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.xapitck.kit.report.SampleRun;
import org.xapitck.kit.support.StandardStreams;

/**
 * Who makes the report talks to nobody. While no other test runs, since the whole JVM is listened
 * to.
 */
@Tag("slow")
@Isolated
class QuietReportTest {
  @TempDir Path temp;

  /** No proxy is asked for, no byte goes over a socket, and no analytics class is even loaded. */
  @Test
  void noByteGoesOverTheNetwork() throws IOException {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    ProxySelector before = ProxySelector.getDefault();
    Path record = temp.resolve("record.jfr");
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            asked.add(uri.toString());
            return List.of(Proxy.NO_PROXY);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException e) {
            asked.add(uri.toString());
          }
        });
    try (Recording recording = new Recording()) {
      recording.enable("jdk.SocketRead").withoutThreshold();
      recording.enable("jdk.SocketWrite").withoutThreshold();
      recording.enable("jdk.ThreadStart");
      recording.start();
      write(SampleRun.withDeviations(1, "x"), Map.of("ALLURE_NO_ANALYTICS", ""));
      recording.stop();
      recording.dump(record);
    } finally {
      ProxySelector.setDefault(before);
    }
    assertThat(asked).isEmpty();
    String self = Thread.currentThread().getName();
    assertThat(RecordingFile.readAllEvents(record))
        .filteredOn(event -> event.getEventType().getName().startsWith("jdk.Socket"))
        .filteredOn(
            event -> event.getThread() != null && self.equals(event.getThread().getJavaName()))
        .isEmpty();
    assertThat(write(SampleRun.green(1), Map.of())).content().doesNotContain("measurement_id");
  }

  @Test
  void theConsoleBelongsToTheRun() {
    StandardStreams.Printed<Path> printed =
        StandardStreams.of(() -> write(SampleRun.withDeviations(1, "x"), Map.of()));
    assertThat(printed.out() + printed.err()).isEmpty();
  }

  private Path write(SampleRun run, Map<String, String> environment) {
    return run.page(temp.resolve("report"), environment);
  }
}
