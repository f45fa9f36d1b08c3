package org.xapitck.kit.allure;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.DocStringArgument;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestStepStarted;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm;
import io.qameta.allure.model.Parameter;
import java.util.List;

/**
 * Writes the Allure results of one Cucumber execution, which is one wire. Built on Allure's own
 * adapter, with a lifecycle of its own: nothing of it is static, so the three wires may run at
 * once.
 *
 * <p>The adapter hands every result to an {@link AllureShape}, which gives it the ids, labels and
 * status of the kit before it reaches the disk.
 */
public final class KitAllure implements ConcurrentEventListener {

  private final AllureLifecycle lifecycle;
  private final AllureCucumber7Jvm adapter;

  /** A writer for one execution, whose results this shape is given. */
  KitAllure(AllureShape shape) {
    this.lifecycle = new AllureLifecycle(shape);
    this.adapter = new AllureCucumber7Jvm(lifecycle);
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    adapter.setEventPublisher(publisher);
    // registered after the adapter, so its step exists by then
    publisher.registerHandlerFor(TestStepStarted.class, this::showDocString);
  }

  /** The adapter shows data tables and forgets doc strings. */
  private void showDocString(TestStepStarted event) {
    if (event.getTestStep() instanceof PickleStepTestStep step
        && step.getStep().getArgument() instanceof DocStringArgument text) {
      Parameter parameter = new Parameter().setName("text").setValue(text.getContent());
      lifecycle.updateStep(
          step.getId().toString(), result -> result.setParameters(List.of(parameter)));
    }
  }
}
