package org.xapitck.kit.cli;

import java.time.Duration;
import java.util.function.ToIntFunction;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.run.Certification;
import org.xapitck.kit.run.Environment;

/** A certification in this process, which the user may break off. */
final class Certifying {
  /** Two calls that are never answered, at 12 s each, and the reports. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private Certifying() {}

  /** Certifies; returns the exit code. */
  static int certify(RunOptions options, Environment environment) {
    return perform(options, environment, Certification::certify);
  }

  /**
   * Does something with a certification. Ctrl-C stops the scenarios; the tasks are destroyed, the
   * sessions closed and the reports written all the same, before the process ends.
   */
  static int perform(
      RunOptions options, Environment environment, ToIntFunction<Certification> what) {
    Certification certification = new Certification(options, environment);
    Thread cleaning = new Thread(() -> certification.breakOff(PATIENCE), "clean-up");
    Runtime.getRuntime().addShutdownHook(cleaning);
    try {
      return what.applyAsInt(certification);
    } finally {
      forget(cleaning);
    }
  }

  private static void forget(Thread cleaning) {
    try {
      Runtime.getRuntime().removeShutdownHook(cleaning);
    } catch (IllegalStateException e) {
      // the process is ending, and the hook has waited for what was just done
      return;
    }
  }
}
