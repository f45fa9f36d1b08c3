package org.xapitck.kit.execution;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import org.xapitck.kit.scenario.ScenarioContextLoader;

/**
 * The plugin that Cucumber creates by name; it forwards events to the listener of the current
 * thread's run.
 */
public final class RunPlugin implements ConcurrentEventListener {
  private final ConcurrentEventListener listener = ScenarioContextLoader.current().listener();

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    listener.setEventPublisher(publisher);
  }
}
