package org.xapitck.kit.run;

import java.io.PrintStream;
import java.time.Clock;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a run needs of the world around it.
 *
 * @param out where progress and summary go
 * @param terminal whether that is a terminal, on which a line can move
 * @param clock the kit's time
 * @param nanos nanoseconds from any start, never going back; what durations are measured by
 * @param environment value of an environment variable, null where it is not set
 * @param ids texts that nobody else has, such as random UUIDs
 */
public record Surroundings(
    PrintStream out,
    boolean terminal,
    Clock clock,
    LongSupplier nanos,
    UnaryOperator<String> environment,
    Supplier<String> ids) {

  /** Those of this process. */
  public static Surroundings ofProcess() {
    return new Surroundings(
        System.out,
        System.console() != null,
        Clock.systemUTC(),
        System::nanoTime,
        System::getenv,
        () -> UUID.randomUUID().toString());
  }
}
