package org.xapitck.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Baseline;

class BaselineFileTest {
  @TempDir Path folder;

  private static Baseline.Entry entry(String reason, boolean whole) {
    return new Baseline.Entry(
        "task.destroy.effect",
        whole ? Optional.of(Wire.JSONRPC2) : Optional.empty(),
        reason,
        whole ? "https://tracker/1#a" : "",
        whole ? Optional.of(LocalDate.of(2027, 1, 31)) : Optional.empty(),
        whole,
        "");
  }

  @Test
  void theFileIsReadableForPeople() {
    assertThat(
            BaselineFile.render(
                new Baseline(List.of(entry("ours keeps them", false), entry("why", true)))))
        .endsWith(
            """
            - requirement: "task.destroy.effect"
              wire: "*"
              reason: "ours keeps them"
            - requirement: "task.destroy.effect"
              wire: "jsonrpc2"
              reason: "why"
              link: "https://tracker/1#a"
              expires: "2027-01-31"
              flaky: true
            """)
        .startsWith("# Known deviations");
    assertThat(BaselineFile.render(Baseline.none())).endsWith("flaky.\n[]\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "1",
        "a: b # c",
        "it's \"quoted\" \\ so",
        " - *x &y !z %w @v `u {a} [b] ",
        "two\nlines\ttab\rreturn",
        "\u0001\u007f\u0085\u2028\ufeff",
        "\ud83d\ude00",
        "a text that is so long that a writer would break it into two lines if it were let, would it"
      })
  void noReasonIsChangedOnItsWay(String reason) {
    Path file = folder.resolve("baseline.yaml");
    BaselineFile.write(file, new Baseline(List.of(entry(reason, true), entry(reason, false))));
    assertThat(BaselineFile.read(List.of(file)).entries())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("place")
        .containsExactly(entry(reason, true), entry(reason, false));
  }
}
