package org.xapitck.simulator.task;

import java.util.Optional;
import org.xapitck.simulator.rbac.Permission;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.session.Caller;
import org.xapitck.simulator.session.Session;
import org.xapitck.simulator.session.Sessions;

/** Decides who owns a task. */
public final class OwnTasks {
  private final Tasks tasks;
  private final Sessions sessions;

  /** The ownership of these tasks. */
  public OwnTasks(Tasks tasks, Sessions sessions) {
    this.tasks = tasks;
    this.sessions = sessions;
  }

  /**
   * Refuses who would change somebody else's task without the permission for that.
   *
   * <p>Own is what a session of the same user created, as long as that session lives. An unknown
   * task is nobody's own, so who may not touch others' tasks learns nothing about which exist.
   *
   * @throws ApiFailure RBAC_PERMISSION_DENIED
   */
  void require(Caller caller, String ref) {
    if (Permission.ANY_TASK.heldBy(caller.session().rights())) {
      return;
    }
    Optional<Session> creator =
        tasks.find(ref).flatMap(task -> sessions.find(task.origin().session()));
    String sid = caller.session().account().sid();
    if (creator.isEmpty() || !creator.get().account().sid().equals(sid)) {
      Permission.ANY_TASK.require(caller.session().rights());
    }
  }
}
