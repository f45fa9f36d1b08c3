package org.xapitck.simulator.admin;

import java.util.List;
import java.util.stream.Stream;
import org.xapitck.simulator.control.Control;

/** All operations but the one that describes them. */
final class Table {
  private Table() {}

  static List<Operation> of(Control control) {
    return Stream.of(
            ServerOperations.of(control),
            TaskOperations.of(control),
            ClockOperations.of(control),
            CallOperations.of(control),
            FaultOperations.of(control),
            StubOperations.of(control),
            ScenarioOperations.of(control),
            TaskScenarioOperations.of(control))
        .flatMap(List::stream)
        .toList();
  }
}
