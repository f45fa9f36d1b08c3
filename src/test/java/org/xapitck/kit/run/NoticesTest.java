package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticesTest {

  @Test
  void aHundredTasksThatAreRefusedInTheSameWayAreOneNotice() {
    Map<String, String> refusals =
        Map.of(
            "OpaqueRef:1", "Failure MAP_DUPLICATE_KEY [task, OpaqueRef:1]",
            "OpaqueRef:2", "Failure MAP_DUPLICATE_KEY [task, OpaqueRef:2]");
    assertThat(Notices.irremovable(refusals, 1))
        .singleElement()
        .asString()
        .contains("answered Failure MAP_DUPLICATE_KEY [task, the task] for OpaqueRef:")
        .contains(" and 1 more");
  }
}
