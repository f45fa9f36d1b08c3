package org.xapitck.simulator.task;

import java.util.function.Function;
import org.xapitck.simulator.rpc.Value;

/**
 * A task as it is stored: beside it its record, which is made when it is first asked for, shown to
 * all who ask until the task changes or ends, and given up with it.
 */
final class StoredTask {
  private final Task task;
  private final Function<Task, Value.Struct> maker;
  private volatile Value.Struct record;

  StoredTask(Task task, Function<Task, Value.Struct> maker) {
    this.task = task;
    this.maker = maker;
  }

  Task task() {
    return task;
  }

  /** Two that ask first at the same time may be shown two, which are equal. */
  Value.Struct record() {
    Value.Struct known = record;
    if (known == null) {
      known = maker.apply(task);
      record = known;
    }
    return known;
  }
}
