package org.xapitck.kit.execution;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import org.xapitck.kit.scenario.ScenarioContextLoader;

/**
 * The plugin that Cucumber makes by name; hands on to the listener of the run that the present
 * thread belongs to.
 */
public final class RunPlugin implements ConcurrentEventListener {
  private final ConcurrentEventListener listener = ScenarioContextLoader.current().listener();

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    listener.setEventPublisher(publisher);
  }
}
