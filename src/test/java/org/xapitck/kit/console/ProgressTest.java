package org.xapitck.kit.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicLong calls = new AtomicLong(7);
  private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);

  @Test
  void aLogOfALongRunHasTenLinesWithTheRateAndWhatIsLeft() {
    Progress progress = progress(Screen.PLAIN, 1000);
    run(progress, 1000);
    progress.end();
    assertThat(text().lines()).hasSize(10);
    assertThat(text())
        .startsWith("100 of 1,000 scenarios, 1 failed, 250 calls/s, 18 s left\n")
        .endsWith("\n1,000 of 1,000 scenarios, 1 failed, 250 calls/s\n")
        .doesNotContain("\u001b", "\r");
  }

  @Test
  void theLineOfATerminalMovesAndIsGoneAtTheEnd() {
    Progress progress = progress(new Screen(true, OptionalInt.of(40), false, true, false), 1000);
    run(progress, 1000);
    progress.say("an exchange");
    progress.end();
    assertThat(text()).contains("\r\u001b[Kan exchange\n").endsWith("\n");
    assertThat(text().split("\r\u001b\\[K"))
        .allMatch(line -> line.length() < 40 || line.startsWith("an"));
    assertThat(text().split("\r")).as("a picture every tenth of a second").hasSizeLessThan(250);
  }

  private Progress progress(Screen screen, long total) {
    return new Progress(
        new PrintStream(out, true, StandardCharsets.UTF_8), screen, total, calls::get, nanos::get);
  }

  /** 50 scenarios a second, 5 calls each. */
  private void run(Progress progress, int scenarios) {
    for (int i = 0; i < scenarios; i++) {
      nanos.addAndGet(20_000_000);
      calls.addAndGet(5);
      progress.finished(i == 10);
    }
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
