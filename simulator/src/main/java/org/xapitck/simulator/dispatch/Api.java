package org.xapitck.simulator.dispatch;

import static org.xapitck.simulator.dispatch.ParameterType.FLOAT;
import static org.xapitck.simulator.dispatch.ParameterType.REF;
import static org.xapitck.simulator.dispatch.ParameterType.STATUS;
import static org.xapitck.simulator.dispatch.ParameterType.STRING;
import static org.xapitck.simulator.dispatch.ParameterType.STRING_MAP;
import static org.xapitck.simulator.dispatch.ParameterType.STRING_SET;
import static org.xapitck.simulator.dispatch.Since.since;
import static org.xapitck.simulator.rbac.Role.POOL_ADMIN;
import static org.xapitck.simulator.rbac.Role.POOL_OPERATOR;
import static org.xapitck.simulator.rbac.Role.READ_ONLY;
import static org.xapitck.simulator.rbac.Role.VM_OPERATOR;
import static org.xapitck.simulator.release.Release.DUNDEE;
import static org.xapitck.simulator.release.Release.FALCON;
import static org.xapitck.simulator.release.Release.MIAMI;
import static org.xapitck.simulator.release.Release.ORLANDO;
import static org.xapitck.simulator.release.Release.RIO;
import static org.xapitck.simulator.release.Release.STOCKHOLM;
import static org.xapitck.simulator.release.Release.XAPI_21_3;
import static org.xapitck.simulator.release.Release.XAPI_25_8;

import java.time.Duration;
import org.xapitck.simulator.clock.ControlledClock;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.event.EventMessages;
import org.xapitck.simulator.host.Host;
import org.xapitck.simulator.plan.PluginMessages;
import org.xapitck.simulator.pool.Pool;
import org.xapitck.simulator.rbac.Role;
import org.xapitck.simulator.rbac.RoleMessages;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.AuthMessages;
import org.xapitck.simulator.session.SessionMessages;
import org.xapitck.simulator.task.OtherConfigMessages;
import org.xapitck.simulator.task.ProtectedKeys;
import org.xapitck.simulator.task.TaskField;
import org.xapitck.simulator.task.TaskMessages;

/**
 * The whole API at a glance: one line per message, with its role, its first release, its handler
 * and its parameters (without the session, which comes first everywhere).
 */
public final class Api {
  private static final Role ANYBODY = READ_ONLY;

  private Api() {}

  /** What answers the messages of each class. */
  public record Classes(
      TaskMessages task,
      OtherConfigMessages otherConfig,
      SessionMessages session,
      AuthMessages auth,
      RoleMessages role,
      Pool pool,
      Host host,
      EventMessages event,
      PluginMessages plugin,
      ControlledClock clock) {}

  /** The messages of a release. */
  public static MessageTable of(Release release, Classes classes) {
    MessageTable.Builder api = new MessageTable.Builder(release);
    task(api, classes.task());
    otherConfig(api, classes.otherConfig());
    taskFields(api, classes.task());
    session(api, classes.session());
    auth(api, classes.auth());
    role(api, classes.role());
    ObjectMessages.add(api, "pool", since(RIO), classes.pool().objects());
    pool(api, classes.pool());
    ObjectMessages.add(api, "host", since(RIO), classes.host().objects());
    ObjectMessages.addNamed(api, "host", since(RIO), classes.host().objects());
    host(api, classes.host(), classes.clock());
    event(api, classes.event());
    plugin(api, classes.plugin());
    time(api, classes.clock());
    return api.build();
  }

  private static void task(MessageTable.Builder api, TaskMessages task) {
    api.message("task.create", ANYBODY, since(RIO), task::create, STRING, STRING);
    api.message("task.destroy", ANYBODY, since(RIO), task::destroy, REF);
    api.message("task.cancel", ANYBODY, since(RIO), task::cancel, REF);
    api.message("task.set_status", ANYBODY, since(FALCON), task::setStatus, REF, STATUS);
    api.message("task.set_progress", ANYBODY, since(STOCKHOLM), task::setProgress, REF, FLOAT);
    api.message("task.set_result", ANYBODY, since(XAPI_21_3), task::setResult, REF, STRING);
    api.message(
        "task.set_error_info", ANYBODY, since(XAPI_21_3), task::setErrorInfo, REF, STRING_SET);
    api.message("task.get_all", ANYBODY, since(RIO), task::getAll);
    api.message("task.get_all_records", ANYBODY, since(RIO), task::getAllRecords);
    api.message(
        "task.get_all_records_where", ANYBODY, since(RIO), task::getAllRecordsWhere, STRING);
    api.message("task.get_record", ANYBODY, since(RIO), task::getRecord, REF);
    api.message("task.get_by_uuid", ANYBODY, since(RIO), task::getByUuid, STRING);
    api.message("task.get_by_name_label", ANYBODY, since(RIO), task::getByNameLabel, STRING);
    api.asynchronous(since(RIO), "task.cancel");
  }

  /** The three messages that changed hands: the pool's operators until xapi 25.8, owners since. */
  private static void otherConfig(MessageTable.Builder api, OtherConfigMessages task) {
    Since operators = since(MIAMI).until(XAPI_25_8);
    Since owners = since(XAPI_25_8);
    Access byRole = Access.role(POOL_OPERATOR);
    Access byKey = byRole.exceptKeys(ProtectedKeys.KEYS, ProtectedKeys.ROLE);
    Access open = Access.role(ANYBODY);
    String add = "task.add_to_other_config";
    String remove = "task.remove_from_other_config";
    String set = "task.set_other_config";
    api.message(add, byKey, operators, task::addToOtherConfig, REF, STRING, STRING);
    api.message(remove, byKey, operators, task::removeFromOtherConfig, REF, STRING);
    api.message(set, byRole, operators, task::setOtherConfig, REF, STRING_MAP);
    api.message(add, open, owners, task::addToOwnOtherConfig, REF, STRING, STRING);
    api.message(remove, open, owners, task::removeFromOwnOtherConfig, REF, STRING);
    api.message(set, open, owners, task::setOwnOtherConfig, REF, STRING_MAP);
    api.asynchronous(owners, add, remove, set);
  }

  /** {@code task.get_<field>} of each of the 17 fields. */
  private static void taskFields(MessageTable.Builder api, TaskMessages task) {
    for (TaskField field : TaskField.values()) {
      api.message(
          "task.get_" + field.label(),
          ANYBODY,
          since(field.since()),
          (caller, ref) -> task.getField(field, ref),
          REF);
    }
  }

  /** All but the logins, which take no session: see {@link Logins}. */
  private static void session(MessageTable.Builder api, SessionMessages session) {
    api.message("session.logout", ANYBODY, since(RIO), session::logout);
    api.message("session.local_logout", ANYBODY, since(MIAMI), session::logout);
    api.message(
        "session.get_all_subject_identifiers",
        ANYBODY,
        since(DUNDEE),
        session::getAllSubjectIdentifiers);
    Access byRole = Access.role(POOL_ADMIN);
    String add = "session.add_to_other_config";
    String remove = "session.remove_from_other_config";
    String set = "session.set_other_config";
    api.message(add, byRole, since(MIAMI), session::addToOtherConfig, REF, STRING, STRING);
    api.message(remove, byRole, since(MIAMI), session::removeFromOtherConfig, REF, STRING);
    api.message(set, byRole, since(MIAMI), session::setOtherConfig, REF, STRING_MAP);
    api.message("session.get_record", ANYBODY, since(RIO), session::getRecord, REF);
    for (String field : session.fields()) {
      api.message(
          "session.get_" + field,
          ANYBODY,
          since(RIO),
          (caller, ref) -> session.getField(field, ref),
          REF);
    }
  }

  private static void auth(MessageTable.Builder api, AuthMessages auth) {
    String information = "auth.get_subject_information_from_identifier";
    api.message(
        "auth.get_subject_identifier", ANYBODY, since(DUNDEE), auth::getSubjectIdentifier, STRING);
    api.message(information, ANYBODY, since(DUNDEE), auth::getSubjectInformation, STRING);
    api.message(
        "auth.get_group_membership", ANYBODY, since(DUNDEE), auth::getGroupMembership, STRING);
  }

  private static void role(MessageTable.Builder api, RoleMessages role) {
    ObjectMessages.add(api, "role", since(DUNDEE), role.objects());
    ObjectMessages.addNamed(api, "role", since(DUNDEE), role.objects());
    api.message(
        "role.get_by_permission_name_label",
        ANYBODY,
        since(DUNDEE),
        (caller, permission) -> role.getByPermissionNameLabel(permission),
        STRING);
    api.message(
        "role.get_permissions_name_label",
        ANYBODY,
        since(DUNDEE),
        (caller, ref) -> role.getPermissionsNameLabel(ref),
        REF);
  }

  private static void pool(MessageTable.Builder api, Pool pool) {
    Access byRole = Access.role(POOL_OPERATOR);
    Access byKey = byRole.exceptKeys(Pool.FOLDER_KEYS, VM_OPERATOR);
    String add = "pool.add_to_other_config";
    String remove = "pool.remove_from_other_config";
    api.message(
        add,
        byKey,
        since(RIO),
        (caller, ref, key, value) -> pool.addToOtherConfig(ref, key, value),
        REF,
        STRING,
        STRING);
    api.message(
        remove,
        byKey,
        since(RIO),
        (caller, ref, key) -> pool.removeFromOtherConfig(ref, key),
        REF,
        STRING);
    api.message(
        "pool.set_other_config",
        byRole,
        since(RIO),
        (caller, ref, map) -> pool.setOtherConfig(ref, map),
        REF,
        STRING_MAP);
  }

  /** {@code from} and {@code inject} came later, but before any release that is told apart here. */
  private static void event(MessageTable.Builder api, EventMessages event) {
    api.message("event.register", ANYBODY, since(RIO), event::register, STRING_SET);
    api.message("event.get_current_id", ANYBODY, since(RIO), event::getCurrentId);
    api.message("event.unregister", ANYBODY, since(RIO), event::unregister, STRING_SET);
    api.waiting("event.next", ANYBODY, since(RIO), event::next);
    api.waiting("event.from", ANYBODY, since(DUNDEE), event::from, STRING_SET, STRING, FLOAT);
    api.message("event.inject", ANYBODY, since(DUNDEE), event::inject, STRING, REF);
  }

  /** No server has this: it moves a clock that stands still, for clients in any language. */
  private static void time(MessageTable.Builder api, ControlledClock clock) {
    if (clock.startedFrozen()) {
      api.message(
          "simulator.advance",
          POOL_ADMIN,
          since(RIO),
          (caller, seconds) -> {
            // at most a century, and never back
            double step = Math.max(0, Math.min(seconds, 3.2e9));
            clock.advance(Duration.ofMillis(Math.round(step * 1000)));
            return Value.VOID;
          },
          FLOAT);
    }
  }

  private static void plugin(MessageTable.Builder api, PluginMessages plugin) {
    api.task(
        "host.call_plugin",
        POOL_ADMIN,
        since(ORLANDO),
        new PluginHandler(plugin),
        REF,
        STRING,
        STRING,
        STRING_MAP);
  }

  private static void host(MessageTable.Builder api, Host host, SimulatorClock clock) {
    api.message(
        "host.get_servertime",
        ANYBODY,
        since(ORLANDO),
        (caller, ref) -> host.serverTime(ref, clock.now()),
        REF);
  }
}
