package org.xapitck.kit.run;

import io.cucumber.plugin.ConcurrentEventListener;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.report.ScenarioNotes;

/** Gives an account of scenarios while they run. */
@FunctionalInterface
interface ScenarioReport {

  /** No account: of many runs only the verdicts matter. */
  ScenarioReport NONE =
      new ScenarioReport() {
        @Override
        public ConcurrentEventListener of(ScenarioNotes notes, Redaction redaction) {
          return publisher -> {};
        }

        @Override
        public boolean readsNotes() {
          return false;
        }
      };

  /** Whether the notes are read: what nobody reads is not written. */
  default boolean readsNotes() {
    return true;
  }

  /**
   * A listener for one wire.
   *
   * @param notes what the run knows of a scenario that ended
   * @param redaction takes secrets out of every text
   */
  ConcurrentEventListener of(ScenarioNotes notes, Redaction redaction);
}
