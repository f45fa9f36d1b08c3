package org.xapitck.simulator;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.xapitck.simulator.clock.ControlledClock;
import org.xapitck.simulator.clock.Schedule;
import org.xapitck.simulator.control.Machine;
import org.xapitck.simulator.dispatch.Api;
import org.xapitck.simulator.dispatch.Dispatcher;
import org.xapitck.simulator.dispatch.Logins;
import org.xapitck.simulator.dispatch.MessageTable;
import org.xapitck.simulator.event.EventHub;
import org.xapitck.simulator.event.EventMessages;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.host.Host;
import org.xapitck.simulator.journal.Journal;
import org.xapitck.simulator.page.CallLog;
import org.xapitck.simulator.plan.PlanRunner;
import org.xapitck.simulator.plan.PluginMessages;
import org.xapitck.simulator.pool.Pool;
import org.xapitck.simulator.rbac.Role;
import org.xapitck.simulator.rbac.RoleMessages;
import org.xapitck.simulator.record.Ids;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Account;
import org.xapitck.simulator.session.AuthMessages;
import org.xapitck.simulator.session.SessionMessages;
import org.xapitck.simulator.session.Sessions;
import org.xapitck.simulator.stub.StubTable;
import org.xapitck.simulator.task.OtherConfigMessages;
import org.xapitck.simulator.task.OwnTasks;
import org.xapitck.simulator.task.ServerTasks;
import org.xapitck.simulator.task.StagedTasks;
import org.xapitck.simulator.task.Task;
import org.xapitck.simulator.task.TaskCollector;
import org.xapitck.simulator.task.TaskMessages;
import org.xapitck.simulator.task.Tasks;
import org.xapitck.simulator.transfer.Transfers;

/** All objects of one simulator and the messages over them, without any wire. */
final class ServerState implements AutoCloseable {
  /** 200 tasks: as many as a page can show and xapi likes to keep. */
  private static final int SHOWN_TASKS = 200;

  private final SimulatorOptions options;
  private final Schedule schedule;
  private final EventHub hub;
  private final Tasks tasks;
  private final Sessions sessions;
  private final Host host;
  private final TaskMessages.Surroundings around;
  private final ServerTasks serverTasks;
  private final PlanRunner runner;
  private final StubTable stubs;
  private final Transfers transfers;
  private final ControlledClock clock;
  private final SessionMessages session;
  private final MessageTable right;
  private final StagedTasks staged;

  /** Roles and sessions show the permissions of the table that they are part of. */
  private final AtomicReference<MessageTable> table = new AtomicReference<>();

  private volatile Alteration alteration = Alteration.NONE;

  ServerState(SimulatorOptions options, ControlledClock clock) {
    this.options = options;
    Release release = options.release();
    this.clock = clock;
    Ids ids = options.ids();
    schedule = clock.schedule();
    hub = new EventHub(schedule, clock::now, subjects(options), release.firstWaitForEvents());
    tasks = new Tasks(hub, release);
    sessions =
        new Sessions(
            () -> alteration.accounts(options.accounts()), release.hasRoles(), ids, clock, hub);
    host = new Host(ids.ref(), ids.uuid(), options.listener().host(), release, clock.now(), hub);
    around = new TaskMessages.Surroundings(release, host.ref(), ids, clock);
    serverTasks = new ServerTasks(tasks, around);
    runner = new PlanRunner(options.plans(), serverTasks, schedule);
    session = sessionMessages();
    staged = new StagedTasks(tasks, around);
    transfers = new Transfers(new Transfers.Parts(sessions, session, serverTasks, ids));
    stubs = new StubTable(new StubTable.Parts(this::ownNames, runner, hub));
    right = Api.of(release, classes());
    stubs.replace(options.stubs());
  }

  private List<String> ownNames() {
    return dispatcher(right).ownNames();
  }

  private static int subjects(SimulatorOptions options) {
    return (int) options.accounts().all().stream().filter(a -> !a.rights().superuser()).count();
  }

  /** Begins the background work. */
  void start() {
    TaskCollector collector = new TaskCollector(tasks, clock);
    schedule.every(
        TaskCollector.PERIOD,
        () -> {
          collector.collect();
          sessions.collect(session -> tasks.hasPending(session.ref()));
        });
  }

  /** The API of these objects, with messages and accounts altered. */
  RpcEndpoint.Api facing(Alteration change) {
    alteration = change;
    table.set(right.map(change::message));
    return dispatcher(table.get())::answer;
  }

  private Dispatcher dispatcher(MessageTable messages) {
    Logins logins = new Logins(session, options.release().loginParameters());
    return new Dispatcher(messages, stubs, logins, sessions, options.ids());
  }

  /** What can be got at from outside. */
  Machine.Parts parts() {
    return new Machine.Parts(
        staged, serverTasks, sessions, hub, options.plans(), runner, stubs, schedule);
  }

  /** What the page shows. */
  Value.Struct state(Journal journal, String seeded) {
    return new Value.Struct(
        List.of(
            new Value.Member("release", Value.of(described(options.release()))),
            new Value.Member("now", Value.of(clock.now().toString())),
            new Value.Member("seeded", Value.of(seeded)),
            new Value.Member("count", new Value.Int(tasks.count())),
            new Value.Member("tasks", list(tasks.newest(SHOWN_TASKS), ServerState::task)),
            new Value.Member("users", list(options.accounts().all(), this::user)),
            new Value.Member(
                "calls",
                list(
                    journal.newestAnswered(CallLog.SHOWN_CALLS),
                    entry -> CallLog.line(entry).value()))));
  }

  private static String described(Release release) {
    String version = release.softwareVersion().getOrDefault("product_version", "");
    String product = version.isEmpty() ? "" : " (product version " + version + ")";
    return "Behaves as release "
        + release.label()
        + product
        + " with XenAPI "
        + release.apiMajor()
        + "."
        + release.apiMinor();
  }

  private static Value task(Task task) {
    return new Value.Struct(
        List.of(
            new Value.Member("ref", Value.of(task.origin().ref())),
            new Value.Member("label", Value.of(task.origin().label())),
            new Value.Member("status", Value.of(task.status().label())),
            new Value.Member("progress", new Value.Real(shownProgress(task.progress()))),
            new Value.Member("created", Value.of(task.origin().created().toString()))));
  }

  /** A client may set any double; a bar goes from 0 to 1. */
  private static double shownProgress(double progress) {
    return progress > 0 ? Math.min(progress, 1) : 0;
  }

  private Value user(Account account) {
    String role = account.rights().role().map(Role::label).orElse("local superuser");
    return new Value.Struct(
        List.of(
            new Value.Member("name", Value.of(account.username())),
            new Value.Member("role", Value.of(role)),
            new Value.Member("sessions", new Value.Int(sessions.countOf(account.username())))));
  }

  private static <T> Value list(List<T> items, Function<T, Value> value) {
    return new Value.Array(items.stream().map(value).toList());
  }

  int waitingCalls() {
    return hub.waitingCalls();
  }

  /** What PUT and GET move. */
  Transfers transfers() {
    return transfers;
  }

  private SessionMessages sessionMessages() {
    return new SessionMessages(
        sessions,
        new SessionMessages.Surroundings(
            options.release(),
            host.ref(),
            tasks::refsOfSession,
            rights -> table.get().permissionsOf(rights)));
  }

  private Api.Classes classes() {
    Release release = options.release();
    Ids ids = options.ids();
    OwnTasks own = new OwnTasks(tasks, sessions);
    return new Api.Classes(
        new TaskMessages(tasks, own, serverTasks, around),
        new OtherConfigMessages(tasks, own),
        session,
        new AuthMessages(options.accounts()),
        new RoleMessages(release, () -> table.get().permissions()),
        new Pool(ids.ref(), ids.uuid(), host.ref(), release, hub),
        host,
        new EventMessages(hub),
        new PluginMessages(
            new PluginMessages.Parts(host.ref(), options.plans(), runner, serverTasks, stubs)),
        clock);
  }

  /** Drops all work that is due later; calls that wait get no answer. */
  @Override
  public void close() {
    schedule.close();
  }
}
