package org.xapitck.kit.scenario;

import io.cucumber.plugin.ConcurrentEventListener;

/**
 * Carries the context to the glue, and the run's listener to Cucumber. Cucumber creates glue and
 * plugins itself and passes them nothing, but each of its threads has the context class loader of
 * the thread that started it. So a run needs no static state, and many runs can go on in one JVM.
 */
public final class ScenarioContextLoader extends ClassLoader {
  private final ScenarioContext context;
  private final ConcurrentEventListener listener;

  /** A loader that finds what its parent finds. */
  public ScenarioContextLoader(
      ClassLoader parent, ScenarioContext context, ConcurrentEventListener listener) {
    super(parent);
    this.context = context;
    this.listener = listener;
  }

  /**
   * The loader of the present thread.
   *
   * @throws IllegalStateException outside a run of the kit
   */
  public static ScenarioContextLoader current() {
    if (Thread.currentThread().getContextClassLoader() instanceof ScenarioContextLoader loader) {
      return loader;
    }
    throw new IllegalStateException("the steps run only within a run of the kit");
  }

  /** What the scenarios of this execution share. */
  public ScenarioContext context() {
    return context;
  }

  /** Who listens to this execution. */
  public ConcurrentEventListener listener() {
    return listener;
  }
}
