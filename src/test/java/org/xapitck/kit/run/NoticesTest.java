package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.Answer;

class NoticesTest {

  @Test
  void aHundredTasksThatAreRefusedInTheSameWayAreOneNotice() {
    assertThat(Notices.irremovable(refusals("MAP_DUPLICATE_KEY"), 1))
        .singleElement()
        .asString()
        .contains("answered Failure MAP_DUPLICATE_KEY [task, the task] for OpaqueRef:")
        .contains(" and 1 more", "`cleanup` asks again");
  }

  @Test
  void nobodyIsToldToAskAgainWhereThereIsNoMessageToAsk() {
    assertThat(Notices.irremovable(refusals("MESSAGE_METHOD_UNKNOWN"), 5))
        .singleElement()
        .asString()
        .contains("has no way to remove", "`cleanup` has none either")
        .doesNotContain("asks again");
    // a code that only names the other one
    assertThat(Notices.irremovable(refusals("NOT_MESSAGE_METHOD_UNKNOWN"), 5).get(0))
        .contains("asks again");
  }

  private static Map<String, Answer> refusals(String code) {
    return Map.of(
        "OpaqueRef:1", refusal(code, "OpaqueRef:1"), "OpaqueRef:2", refusal(code, "OpaqueRef:2"));
  }

  private static Answer refusal(String code, String ref) {
    return new Answer.Failure(code, List.of("task", ref));
  }
}
