package org.xapitck.kit.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Deviation;
import org.xapitck.kit.verdict.Reason;

class RestoredExplanationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "one\ntwo\n\nfour",
        "a  (b)",
        "\n  page      no page",
        "x\n  actual    y",
        "(",
        "",
      })
  void aDeviationIsTheSameAgainWhateverItsValuesHold(String value) {
    for (String call : new String[] {"", "task.get_status after task.destroy", "a, (b) c"}) {
      for (String grace : new String[] {"", "new in catalogue 2: a failure counts from 3"}) {
        Deviation one =
            new Deviation(
                "a.b", Wire.JSONRPC1, "Do it.", call, value, value, grace, "line 1", " --url 'u'");
        assertThat(RestoredExplanation.of("a.b", Wire.JSONRPC1, one.text()))
            .hasValueSatisfying(again -> assertThat(again.text()).isEqualTo(one.text()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "one\ntwo"})
  void aCommonDeviationHasItsValuesAgain(String value) {
    Deviation one =
        new Deviation("a.b", Wire.XMLRPC, "Do it.", "task.create", value, value, "", "line 1", "");
    assertThat(RestoredExplanation.of("a.b", Wire.XMLRPC, one.text())).contains(one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no account for the role vm-admin", "a.c on xmlrpc: x", "\n"})
  void everythingElseStaysAText(String text) {
    assertThat(RestoredExplanation.of("a.b", Wire.XMLRPC, text))
        .contains(new Reason.Restored(text));
  }
}
