package org.xapitck.simulator;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.xapitck.simulator.clock.Schedule;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.dispatch.Api;
import org.xapitck.simulator.dispatch.Dispatcher;
import org.xapitck.simulator.dispatch.Logins;
import org.xapitck.simulator.dispatch.MessageTable;
import org.xapitck.simulator.event.EventHub;
import org.xapitck.simulator.event.EventMessages;
import org.xapitck.simulator.host.Host;
import org.xapitck.simulator.plan.Plan;
import org.xapitck.simulator.plan.PlanRunner;
import org.xapitck.simulator.plan.PluginMessages;
import org.xapitck.simulator.pool.Pool;
import org.xapitck.simulator.rbac.RoleMessages;
import org.xapitck.simulator.record.Ids;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.session.AuthMessages;
import org.xapitck.simulator.session.SessionMessages;
import org.xapitck.simulator.session.Sessions;
import org.xapitck.simulator.task.OtherConfigMessages;
import org.xapitck.simulator.task.OwnTasks;
import org.xapitck.simulator.task.ServerTasks;
import org.xapitck.simulator.task.TaskCollector;
import org.xapitck.simulator.task.TaskMessages;
import org.xapitck.simulator.task.Tasks;

/** All objects of one simulator and the messages over them, without any wire. */
final class World implements AutoCloseable {
  private final SimulatorOptions options;
  private final Schedule schedule;
  private final EventHub hub;
  private final Tasks tasks;
  private final Sessions sessions;
  private final Host host;
  private final TaskMessages.Surroundings around;
  private final ServerTasks serverTasks;
  private final PlanRunner runner;
  private final Dispatcher dispatcher;

  World(SimulatorOptions options) {
    this.options = options;
    Release release = options.release();
    SimulatorClock clock = options.clock();
    Ids ids = options.ids();
    schedule = clock.schedule();
    hub = new EventHub(schedule, clock::now, subjects(options));
    tasks = new Tasks(hub, release);
    sessions = new Sessions(options.accounts(), release.hasRoles(), ids, clock, hub);
    host = new Host(ids.ref(), ids.uuid(), options.host(), release, clock.now(), hub);
    around = new TaskMessages.Surroundings(release, host.ref(), ids, clock);
    serverTasks = new ServerTasks(tasks, around);
    runner = new PlanRunner(options.plans(), serverTasks, schedule);
    dispatcher = dispatcher();
  }

  private static int subjects(SimulatorOptions options) {
    return (int) options.accounts().all().stream().filter(a -> !a.rights().superuser()).count();
  }

  /** Begins the background work. */
  void start() {
    TaskCollector collector = new TaskCollector(tasks, options.clock());
    schedule.every(
        TaskCollector.PERIOD,
        () -> {
          collector.collect();
          sessions.collect(session -> tasks.hasPending(session.ref()));
        });
  }

  void answer(Call call, Consumer<Answer> then) {
    dispatcher.answer(call, then);
  }

  int waitingCalls() {
    return hub.waitingCalls();
  }

  /** Starts a task of nobody's session. */
  String startTask(String label, Plan plan) {
    return runner.start("", label, plan);
  }

  private Dispatcher dispatcher() {
    Release release = options.release();
    Ids ids = options.ids();
    // roles and sessions show the permissions of the table that they are part of
    AtomicReference<MessageTable> table = new AtomicReference<>();
    SessionMessages session =
        new SessionMessages(
            sessions,
            new SessionMessages.Surroundings(
                release,
                host.ref(),
                tasks::refsOfSession,
                rights -> table.get().permissionsOf(rights)));
    OwnTasks own = new OwnTasks(tasks, sessions);
    Api.Classes classes =
        new Api.Classes(
            new TaskMessages(tasks, own, serverTasks, around),
            new OtherConfigMessages(tasks, own),
            session,
            new AuthMessages(options.accounts()),
            new RoleMessages(
                release,
                name -> table.get().permission(name),
                rights -> table.get().permissionsOf(rights)),
            new Pool(ids.ref(), ids.uuid(), host.ref(), release, hub),
            host,
            new EventMessages(hub),
            new PluginMessages(
                new PluginMessages.Parts(
                    host.ref(), options.plans(), runner, serverTasks, schedule)),
            options.clock());
    table.set(Api.of(release, classes).map(options.alteration()::message));
    return new Dispatcher(
        table.get(), new Logins(session, release.loginParameters()), sessions, ids, release);
  }

  /** Drops all work that is due later; calls that wait get no answer. */
  @Override
  public void close() {
    schedule.close();
  }
}
