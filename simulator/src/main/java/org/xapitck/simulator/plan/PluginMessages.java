package org.xapitck.simulator.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.session.Caller;
import org.xapitck.simulator.task.ServerTasks;

/**
 * {@code host.call_plugin}: the plugin {@code task-plan} is always there, and its functions are
 * plans. Called with {@code Async.} before its name it makes a task that moves by the plan;
 * without, it answers when the plan is through.
 */
public final class PluginMessages {
  /** The name of the plugin that is always there. */
  public static final String PLUGIN = "task-plan";

  private final Parts parts;

  /**
   * What the message works with.
   *
   * @param hostRef the one host that has the plugins
   * @param more the plugins beside {@code task-plan}
   */
  public record Parts(
      String hostRef, Plans plans, PlanRunner runner, ServerTasks tasks, Plugins more) {}

  /** The message over these parts. */
  public PluginMessages(Parts parts) {
    this.parts = parts;
  }

  /**
   * The message itself.
   *
   * @throws ApiFailure HOST_OFFLINE, XENAPI_MISSING_PLUGIN, XENAPI_PLUGIN_FAILURE
   */
  public void callPlugin(Caller caller, Invocation call, Consumer<Answer> then) {
    parts.runner().answer(work(call), then);
  }

  /**
   * The {@code Async.} form.
   *
   * @param method the whole name of the call, which becomes the label
   * @param refusal why the call is refused, which shows in the task alone
   * @return the reference of the task
   */
  public String start(
      Caller caller, String method, Optional<Answer.Failure> refusal, Invocation call) {
    String session = caller.session().ref();
    try {
      if (refusal.isEmpty()) {
        return parts.runner().start(session, method, work(call));
      }
    } catch (ApiFailure refused) {
      return failed(session, method, refused.answer());
    }
    return failed(session, method, refusal.get());
  }

  private String failed(String session, String method, Answer.Failure error) {
    String ref =
        parts.tasks().start(new ServerTasks.Start(session, method, Optional.empty(), false));
    parts.tasks().fail(ref, error.description());
    return ref;
  }

  private Work work(Invocation call) {
    if (!call.host().equals(parts.hostRef())) {
      throw ApiFailure.hostOffline(call.host());
    }
    Optional<Work> work;
    if (call.plugin().equals(PLUGIN)) {
      work = parts.plans().find(call.function()).map(Work::of);
    } else if (parts.more().has(call.plugin())) {
      work = parts.more().find(call);
    } else {
      throw ApiFailure.pluginMissing(call.plugin());
    }
    return work.orElseThrow(ApiFailure::pluginFailure);
  }

  /** The parameters of the message. */
  public record Invocation(
      String host, String plugin, String function, Map<String, String> arguments) {

    /** From decoded parameters. */
    public static Invocation of(List<Object> parameters) {
      @SuppressWarnings("unchecked")
      Map<String, String> arguments = (Map<String, String>) parameters.get(3);
      return new Invocation(
          (String) parameters.get(0),
          (String) parameters.get(1),
          (String) parameters.get(2),
          arguments);
    }
  }
}
