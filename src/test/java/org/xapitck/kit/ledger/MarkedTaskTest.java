package org.xapitck.kit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.model.Value;

class MarkedTaskTest {
  private static final String MARK = "xapi-task-tck 0123abcd-17";

  private static Value record(String label, String description) {
    return new Value.Struct(
        Map.of(
            "name_label", new Value.Text(label),
            "name_description", new Value.Text(description),
            "status", new Value.Text("pending")));
  }

  @Test
  void aMarkIsSeenInEitherField() {
    MarkedTask task = new MarkedTask("T1", MARK, "0123abcd", "pending");
    assertThat(MarkedTask.of("T1", record(MARK, ""))).contains(task);
    assertThat(MarkedTask.of("T1", record("a label", MARK))).contains(task);
    assertThat(new RunMark("0123abcd").numbered(17)).isEqualTo(MARK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "xapi-task-tck 0123abcd",
        "xapi-task-tck 0123abcd-",
        "xapi-task-tck 0123ABCD-17",
        "xapi-task-tck 0123abcd-1234567890",
        "the xapi-task-tck 0123abcd-17",
        "xapi-task-tck 0123abcd-17 of mine"
      })
  void aTextThatIsNoMarkAsAWholeIsSomebodyElses(String text) {
    assertThat(MarkedTask.of("T1", record(text, text))).isEmpty();
  }

  @Test
  void whatIsNoRecordCarriesNoMark() {
    assertThat(MarkedTask.of("T1", new Value.Text(MARK))).isEmpty();
    assertThat(MarkedTask.of("T1", new Value.Struct(Map.of()))).isEmpty();
    assertThat(MarkedTask.of("T1", new Value.Struct(Map.of("name_label", new Value.Bool(true)))))
        .isEmpty();
  }

  @Test
  void aRunWithoutItsDigitsIsNone() {
    assertThatThrownBy(() -> new RunMark("0123abc")).isInstanceOf(IllegalArgumentException.class);
  }
}
