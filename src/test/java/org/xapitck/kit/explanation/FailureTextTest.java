package org.xapitck.kit.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Some;

class FailureTextTest {

  @Test
  void aReaderFindsEverythingInFiveLines() {
    String text =
        text(
            "task.destroy.effect",
            Wire.JSONRPC2,
            new ConformanceFailure(
                "Failure HANDLE_INVALID",
                "Success \"success\"",
                "task.get_status after task.destroy"));
    assertThat(text)
        .isEqualTo(
            """
            task.destroy.effect on jsonrpc2: The statement of task.destroy.effect.
              expected  Failure HANDLE_INVALID
              actual    Success "success"  (task.get_status after task.destroy)
              contract  line 1, task.destroy.effect
              rerun     java -jar xapi-task-tck.jar rerun task.destroy.effect --wire jsonrpc2\
            """);
  }

  @Test
  void noCallIsNamedWhereNoSingleOneShowedIt() {
    assertThat(text("a.b", Wire.XMLRPC, new ConformanceFailure("1", "2")))
        .isEqualTo(
            """
            a.b on xmlrpc: The statement of a.b.
              expected  1
              actual    2
              contract  line 1, a.b
              rerun     java -jar xapi-task-tck.jar rerun a.b --wire xmlrpc\
            """);
  }

  @Test
  void aServersTextCannotMoveTheCursorOrHideALine() {
    String text =
        text(
            "a",
            Wire.XMLRPC,
            new ConformanceFailure("one\ntwo", "\u001b[2J\u0007\r\u202etxt\u0000\uD800"));
    assertThat(text)
        .contains("  expected  one\n            two\n")
        .contains("\\u001b[2J\\u0007\\u000d\\u202etxt\\u0000\\ud800")
        .doesNotContain("\u001b");
  }

  private static String text(String id, Wire wire, ConformanceFailure failure) {
    return FailureText.of(Deviation.of(Some.must(id), wire, failure, ""));
  }
}
