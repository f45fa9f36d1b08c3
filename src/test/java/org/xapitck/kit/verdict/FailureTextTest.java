package org.xapitck.kit.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.Wire;

class FailureTextTest {

  @Test
  void aReaderFindsEverythingInFiveLines() {
    String text =
        FailureText.of(
                Some.must("task.destroy.effect"),
                Wire.JSONRPC2,
                "a destroyed task must be unknown",
                "Failure HANDLE_INVALID",
                "Success \"success\"  (task.get_status after task.destroy)")
            .render();
    assertThat(text)
        .isEqualTo(
            """
            task.destroy.effect on jsonrpc2: a destroyed task must be unknown
              expected  Failure HANDLE_INVALID
              actual    Success "success"  (task.get_status after task.destroy)
              page      line 1, task.destroy.effect
              again     java -jar xapi-task-tck.jar rerun task.destroy.effect --wire jsonrpc2\
            """);
  }

  @Test
  void theCatalogueSpeaksWhereNobodyKnowsBetter() {
    assertThat(FailureText.of(Some.must("a.b"), Wire.XMLRPC, "1", "2").render())
        .startsWith("a.b on xmlrpc: The statement of a.b.\n");
  }

  @Test
  void aServersTextCannotMoveTheCursorOrHideALine() {
    String text =
        FailureText.of(
                Some.must("a"), Wire.XMLRPC, "one\ntwo", "\u001b[2J\u0007\r\u202etxt\u0000\uD800")
            .render();
    assertThat(text)
        .contains("  expected  one\n            two\n")
        .contains("\\u001b[2J\\u0007\\u000d\\u202etxt\\u0000\\ud800")
        .doesNotContain("\u001b");
  }
}
