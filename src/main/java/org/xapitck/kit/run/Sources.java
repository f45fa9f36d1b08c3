package org.xapitck.kit.run;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xapitck.kit.target.Conversation;
import org.xapitck.kit.target.Patience;
import org.xapitck.kit.target.ServerGone;
import org.xapitck.kit.target.ServerWork;
import org.xapitck.kit.target.TaskSource;
import org.xapitck.kit.target.TaskSources;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.Value;
import org.xapitck.kit.wire.Wire;

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

  /** Nothing is started. */
  static final TaskSources NONE =
      new TaskSources(List.of(), false, Patience.of(ServerWork.PATIENCE));

  private final RunOptions options;

  Sources(RunOptions options) {
    this.options = options;
  }

  /** The user's, or the plans of a simulator, or none. */
  TaskSources of(List<Preflight.Finding> preflights, Function<Wire, Conversation> conversations) {
    ServerWork work = options.work();
    if (options.declared().readOnly()) {
      return NONE;
    }
    boolean plans = work.sources().isEmpty();
    List<TaskSource> all =
        plans
            ? preflights.stream()
                .filter(Preflight.Finding::ready)
                .map(preflight -> conversations.apply(preflight.wire()))
                .findFirst()
                .filter(Sources::isSimulator)
                .map(simulator -> PLANS)
                .orElse(List.of())
            : work.sources().orElse(List.of());
    return new TaskSources(all, work.sources().isPresent(), Patience.of(work.patience()));
  }

  private static boolean isSimulator(Conversation conversation) {
    try {
      Answer answer =
          conversation
              .call(
                  conversation.target().accounts().strongest(),
                  "host.get_by_name_label",
                  List.of(SIMULATOR))
              .answer();
      return answer instanceof Answer.Success success
          && success.value() instanceof Value.Array hosts
          && !hosts.elements().isEmpty();
    } catch (ServerGone e) {
      return false;
    }
  }
}
