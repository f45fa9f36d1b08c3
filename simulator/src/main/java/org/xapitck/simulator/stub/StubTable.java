package org.xapitck.simulator.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.xapitck.simulator.dispatch.Extension;
import org.xapitck.simulator.dispatch.Message;
import org.xapitck.simulator.plan.Plan;
import org.xapitck.simulator.plan.PlanRunner;
import org.xapitck.simulator.plan.PluginMessages;
import org.xapitck.simulator.plan.Plugins;
import org.xapitck.simulator.plan.Work;
import org.xapitck.simulator.record.Change;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Caller;

/**
 * The stubs of a running simulator: the one place where they change. Calls see all of the old ones
 * or all of the new ones.
 */
public final class StubTable implements Extension, Plugins {
  private final Parts parts;
  private volatile StubIndex index = StubIndex.none();

  /**
   * What stubs work with.
   *
   * @param ownNames the messages of the simulator itself, which no stub may have
   * @param runner moves the work that stubs start
   * @param listener is told of the objects that come, change and go
   */
  public record Parts(
      Supplier<List<String>> ownNames, PlanRunner runner, Change.Listener listener) {}

  /** A table without stubs. */
  public StubTable(Parts parts) {
    this.parts = parts;
  }

  /** The stubs of this moment. */
  public Stubs stubs() {
    return index.stubs();
  }

  /**
   * Has these stubs and no others from now on.
   *
   * @throws StubRefusal if one of them would stand before a message of the simulator; then nothing
   *     has changed
   */
  public synchronized void replace(Stubs stubs) {
    // by identity: the equality of records costs a start without stubs 20 ms
    if (stubs == index.stubs()) {
      return;
    }
    new StubRules(parts.ownNames().get(), parts.runner().plans()).check(stubs);
    StubIndex old = index;
    index = new StubIndex(stubs);
    old.changesTo(index).forEach(parts.listener()::note);
  }

  /**
   * Has these stubs too; those of the same name give way.
   *
   * @throws StubRefusal as {@link #replace}
   */
  public synchronized void add(Stubs more) {
    replace(stubs().plus(more));
  }

  /** Has no stubs any more. */
  public void clear() {
    replace(Stubs.NONE);
  }

  @Override
  public List<String> names() {
    return index.names();
  }

  @Override
  public Optional<Message> object(String method) {
    return index.object(method);
  }

  /** A message that is stubbed by its plain name has an {@code Async.} form too, as xapi's have. */
  @Override
  public Optional<Free> find(String method) {
    Optional<Reply> exact = index.message(method);
    if (exact.isPresent()) {
      return exact.map(reply -> reply instanceof Reply.Runs ? work(reply, method) : now(reply));
    }
    return method.startsWith(StubIndex.ASYNC)
        ? index
            .message(method.substring(StubIndex.ASYNC.length()))
            .map(reply -> work(reply, method))
        : Optional.empty();
  }

  private static Free now(Reply reply) {
    return (caller, called, parameters, then) ->
        then.accept(answer(reply, new Template(called, parameters)));
  }

  private Free work(Reply reply, String method) {
    boolean task = method.startsWith(StubIndex.ASYNC);
    return (caller, called, parameters, then) ->
        work(caller, reply, task, new Template(called, parameters), then);
  }

  private void work(
      Caller caller, Reply reply, boolean task, Template template, Consumer<Answer> then) {
    Work work = work(reply, template);
    if (!task) {
      parts.runner().answer(work, then);
      return;
    }
    String label = reply instanceof Reply.Runs runs ? runs.label() : Reply.Runs.DEFAULT_LABEL;
    String session = caller.session().ref();
    String ref = parts.runner().start(session, template.fill(label), work);
    then.accept(new Answer.Success(Value.of(ref)));
  }

  private static Answer answer(Reply reply, Template template) {
    return reply instanceof Reply.Fails fails
        ? failure(fails, template)
        : new Answer.Success(template.fill(((Reply.Gives) reply).value()));
  }

  private static Answer.Failure failure(Reply.Fails fails, Template template) {
    List<String> error = new ArrayList<>();
    fails.error().forEach(text -> error.add(template.fill(text)));
    return new Answer.Failure(error.get(0), error.subList(1, error.size()));
  }

  /** What is done at once is work too, which ends before anybody can look. */
  private Work work(Reply reply, Template template) {
    if (reply instanceof Reply.Runs runs) {
      return new Work(
          parts.runner().plans().find(runs.plan()).orElseThrow(),
          runs.result().map(template::fill));
    }
    if (reply instanceof Reply.Fails fails) {
      return Work.of(Plan.atOnce(new Plan.Outcome.Fails(failure(fails, template))));
    }
    Value value = template.fill(((Reply.Gives) reply).value());
    return new Work(Plan.atOnce(new Plan.Outcome.Succeeds("")), Optional.of(value));
  }

  @Override
  public boolean has(String plugin) {
    return stubs().plugins().containsKey(plugin);
  }

  @Override
  public Optional<Work> find(PluginMessages.Invocation call) {
    Map<String, Reply> functions = stubs().plugins().getOrDefault(call.plugin(), Map.of());
    List<Value> parameters =
        List.of(
            Value.of(call.host()),
            Value.of(call.plugin()),
            Value.of(call.function()),
            Value.texts(call.arguments()));
    return Optional.ofNullable(functions.get(call.function()))
        .map(reply -> work(reply, new Template("host.call_plugin", parameters)));
  }
}
