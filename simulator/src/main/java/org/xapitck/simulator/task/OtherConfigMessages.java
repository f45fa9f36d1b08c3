package org.xapitck.simulator.task;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.rbac.Permission;
import org.xapitck.simulator.record.StoredMap;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Caller;

/**
 * The messages that change a task's {@code other_config}, each in two forms: before xapi 25.8 the
 * role alone decides; from 25.8 on the owner may, and roles matter only for {@link ProtectedKeys}.
 */
public final class OtherConfigMessages {
  private static final String ADD = "task.add_to_other_config";
  private static final String REMOVE = "task.remove_from_other_config";

  private final Tasks tasks;
  private final OwnTasks own;

  /** The messages over these tasks. */
  public OtherConfigMessages(Tasks tasks, OwnTasks own) {
    this.tasks = tasks;
    this.own = own;
  }

  /** {@code add_to_other_config} before xapi 25.8: on anybody's task, by role alone. */
  public Value addToOtherConfig(Caller caller, String ref, String key, String value) {
    return changed(
        ref,
        task ->
            task.withOtherConfig(
                StoredMap.added(task.otherConfig(), Tasks.CLASS, ref, key, value)));
  }

  /** {@code remove_from_other_config} before xapi 25.8; a key that is not there is no error. */
  public Value removeFromOtherConfig(Caller caller, String ref, String key) {
    return changed(ref, task -> task.withOtherConfig(StoredMap.without(task.otherConfig(), key)));
  }

  /** {@code set_other_config} before xapi 25.8: replaces the whole map. */
  public Value setOtherConfig(Caller caller, String ref, Map<String, String> map) {
    return changed(ref, task -> task.withOtherConfig(StoredMap.legal(map)));
  }

  /** {@code add_to_other_config} since xapi 25.8: on own tasks, protected keys by role as well. */
  public Value addToOwnOtherConfig(Caller caller, String ref, String key, String value) {
    requireKey(caller, ADD, key);
    own.require(caller, ref);
    return addToOtherConfig(caller, ref, key, value);
  }

  /** {@code remove_from_other_config} since xapi 25.8. */
  public Value removeFromOwnOtherConfig(Caller caller, String ref, String key) {
    requireKey(caller, REMOVE, key);
    own.require(caller, ref);
    return removeFromOtherConfig(caller, ref, key);
  }

  /** {@code set_other_config} since xapi 25.8: protected entries may stay, but not come or go. */
  public Value setOwnOtherConfig(Caller caller, String ref, Map<String, String> map) {
    own.require(caller, ref);
    return changed(
        ref,
        task -> {
          Map<String, String> old = task.otherConfig();
          for (String key : ProtectedKeys.KEYS) {
            if (map.containsKey(key) && !map.get(key).equals(old.get(key))) {
              requireKey(caller, ADD, key);
            }
          }
          for (String key : ProtectedKeys.KEYS) {
            if (old.containsKey(key) && !map.containsKey(key)) {
              requireKey(caller, REMOVE, key);
            }
          }
          return task.withOtherConfig(StoredMap.legal(map));
        });
  }

  private Value changed(String ref, UnaryOperator<Task> change) {
    tasks.change(ref, change);
    return Value.VOID;
  }

  private static void requireKey(Caller caller, String message, String key) {
    if (ProtectedKeys.KEYS.contains(key)) {
      Permission.of(message, ProtectedKeys.ROLE)
          .forKey(key, ProtectedKeys.ROLE)
          .require(caller.session().rights());
    }
  }
}
