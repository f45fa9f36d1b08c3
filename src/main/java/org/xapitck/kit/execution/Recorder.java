package org.xapitck.kit.execution;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestSourceParsed;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.scenario.ScenarioLog;

/**
 * Listens to the scenarios of one wire and notes what they did. Cucumber tells its events on the
 * thread of the scenario, so the notes of a scenario are its thread's.
 */
public final class Recorder implements ConcurrentEventListener, ScenarioLog {
  private final ThreadLocal<RunningScenario> running = new ThreadLocal<>();
  private final FeatureMap features = new FeatureMap();
  private final Audience audience;
  private final LongSupplier nanos;

  /** Who wants to know of a scenario that ended; called on its thread. */
  @FunctionalInterface
  public interface Audience {
    /**
     * A scenario ended.
     *
     * @param id Cucumber's id of this execution
     * @param took from its first step to its last hook
     */
    void ended(String id, RunningScenario scenario, Duration took);
  }

  /**
   * A recorder.
   *
   * @param nanos the time by which the exchanges are measured
   */
  public Recorder(Audience audience, LongSupplier nanos) {
    this.audience = audience;
    this.nanos = nanos;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestSourceParsed.class, features::add);
    publisher.registerHandlerFor(TestCaseStarted.class, event -> start(event.getTestCase()));
    publisher.registerHandlerFor(TestStepStarted.class, this::step);
    publisher.registerHandlerFor(TestStepFinished.class, this::stepped);
    publisher.registerHandlerFor(TestCaseFinished.class, this::finish);
  }

  private void start(TestCase test) {
    List<String> tags = test.getTags().stream().map(tag -> tag.substring(1)).toList();
    running.set(
        new RunningScenario(
            features.feature(test.getUri()),
            features.rule(test.getUri(), test.getLocation().getLine()),
            test.getName(),
            Intent.requirements(tags),
            Intent.in(tags),
            nanos.getAsLong()));
  }

  private void step(TestStepStarted event) {
    if (event.getTestStep() instanceof PickleStepTestStep step) {
      running.get().stepStarts(step.getStep().getKeyword());
    }
  }

  private void stepped(TestStepFinished event) {
    Status status = event.getResult().getStatus();
    boolean follows = status == Status.SKIPPED && event.getResult().getError() == null;
    if (status == Status.PASSED || follows) {
      return;
    }
    String text =
        event.getTestStep() instanceof PickleStepTestStep step
            ? step.getStep().getKeyword() + step.getStep().getText()
            : event.getTestStep().getCodeLocation();
    running.get().failed(event.getResult().getError(), text);
  }

  private void finish(TestCaseFinished event) {
    audience.ended(
        event.getTestCase().getId().toString(), running.get(), event.getResult().getDuration());
    running.remove();
  }

  @Override
  public void add(Exchange exchange) {
    running.get().add(exchange, nanos.getAsLong());
  }

  @Override
  public void speaks(Role role) {
    running.get().speaks(role);
  }

  @Override
  public void without(String method) {
    running.get().without(method);
  }

  @Override
  public Set<Intent> intents() {
    return running.get().intents();
  }

  @Override
  public List<String> requirements() {
    return running.get().requirements();
  }

  @Override
  public boolean preparing() {
    return running.get().preparing();
  }
}
