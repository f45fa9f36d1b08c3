package org.xapitck.kit.run;

import io.cucumber.plugin.ConcurrentEventListener;
import java.util.function.UnaryOperator;
import org.xapitck.kit.report.ScenarioNotes;

/** Gives an account of scenarios while they run. */
@FunctionalInterface
interface ScenarioReport {

  /** No account: of many runs only the verdicts matter. */
  ScenarioReport NONE = (notes, mask) -> publisher -> {};

  /**
   * A listener for one wire.
   *
   * @param notes what the run knows of a scenario that ended
   * @param mask takes secrets out of every text
   */
  ConcurrentEventListener of(ScenarioNotes notes, UnaryOperator<String> mask);
}
