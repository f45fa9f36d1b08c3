package org.xapitck.kit.run;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.client.Polling;
import org.xapitck.kit.client.ServerGone;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.work.ServerWork;
import org.xapitck.kit.work.TaskSource;
import org.xapitck.kit.work.TaskSources;

/** Which messages start work on the server, before any scenario runs. */
final class Sources {
  /** By this name a simulator is known, also one that was started apart from the run. */
  private static final String SIMULATOR = "xapi-task-simulator";

  /** What lasts longest, and so can be interrupted, is the last. */
  private static final List<TaskSource> PLANS =
      Stream.of("success", "failure", "subtasks", "cancellable")
          .map(
              plan ->
                  TaskSource.of(
                      List.of("Async.host.call_plugin", TaskSource.HOST, "task-plan", plan, "{}")))
          .toList();

  private final RunOptions options;
  private final LongSupplier nanos;

  /**
   * Sources for one run.
   *
   * @param nanos the time by which started work is waited for
   */
  Sources(RunOptions options, LongSupplier nanos) {
    this.options = options;
    this.nanos = nanos;
  }

  /** Nothing is started. */
  TaskSources none() {
    return new TaskSources(List.of(), false, new Polling(ServerWork.PATIENCE, nanos));
  }

  /** The user's, or the plans of a simulator, or none. */
  TaskSources of(List<Preflight.Finding> preflights, Function<Wire, ApiClient> apis) {
    ServerWork work = options.work();
    if (options.scope().declared().readOnly()) {
      return none();
    }
    boolean plans = work.sources().isEmpty();
    List<TaskSource> all =
        plans
            ? preflights.stream()
                .filter(Preflight.Finding::ready)
                .map(preflight -> apis.apply(preflight.wire()))
                .findFirst()
                .filter(Sources::isSimulator)
                .map(simulator -> PLANS)
                .orElse(List.of())
            : work.sources().orElse(List.of());
    return new TaskSources(all, work.sources().isPresent(), new Polling(work.patience(), nanos));
  }

  private static boolean isSimulator(ApiClient api) {
    try {
      Answer answer =
          api.repeated(
                  () ->
                      api.call(
                          api.target().accounts().strongest(),
                          "host.get_by_name_label",
                          List.of(SIMULATOR)))
              .answer();
      return answer instanceof Answer.Success success
          && success.value() instanceof Value.Array hosts
          && !hosts.elements().isEmpty();
    } catch (ServerGone e) {
      return false;
    }
  }
}
