package org.xapitck.simulator.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.xapitck.simulator.clock.Schedule;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Caller;
import org.xapitck.simulator.task.ServerTasks;

/**
 * {@code host.call_plugin}: there is one plugin, {@code task-plan}, and its functions are plans.
 * Called with {@code Async.} before its name it makes a task that moves by the plan; without, it
 * answers when the plan is through.
 */
public final class PluginMessages {
  /** The name of the one plugin. */
  public static final String PLUGIN = "task-plan";

  private final Parts parts;

  /**
   * What the message works with.
   *
   * @param hostRef the one host that has the plugin
   */
  public record Parts(
      String hostRef, Plans plans, PlanRunner runner, ServerTasks tasks, Schedule schedule) {}

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
    Plan plan = plan(call);
    Plan.Outcome outcome = plan.outcome();
    if (!(outcome instanceof Plan.Outcome.Hangs)) {
      parts.schedule().after(plan.length(), () -> then.accept(answer(outcome)));
    }
  }

  private static Answer answer(Plan.Outcome outcome) {
    return outcome instanceof Plan.Outcome.Succeeds succeeds
        ? new Answer.Success(Value.of(succeeds.result()))
        : ((Plan.Outcome.Fails) outcome).error();
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
        return parts.runner().start(session, method, plan(call));
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

  private Plan plan(Invocation call) {
    if (!call.host().equals(parts.hostRef())) {
      throw ApiFailure.hostOffline(call.host());
    }
    if (!call.plugin().equals(PLUGIN)) {
      throw ApiFailure.pluginMissing(call.plugin());
    }
    return parts.plans().find(call.function()).orElseThrow(ApiFailure::pluginFailure);
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
