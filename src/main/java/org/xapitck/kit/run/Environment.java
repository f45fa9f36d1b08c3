package org.xapitck.kit.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.xapitck.kit.ledger.StateFolder;

/**
 * What a run needs of the world around it.
 *
 * @param out where progress and summary go
 * @param terminal whether that is a terminal, on which a line can move
 * @param clock the kit's time
 * @param nanos nanoseconds from any start, never going back; what durations are measured by
 * @param variables value of an environment variable, null where it is not set
 * @param ids random UUIDs, a different one at each call
 * @param temporary the folder for files that nobody keeps
 */
public record Environment(
    PrintStream out,
    boolean terminal,
    Clock clock,
    LongSupplier nanos,
    UnaryOperator<String> variables,
    Supplier<String> ids,
    Path temporary) {

  /** The user's folder for what outlives a run; tells where that is, if the place is unusual. */
  StateFolder stateFolder() {
    StateFolder folder = StateFolder.of(variables, temporary);
    folder.remark().ifPresent(out::println);
    return folder;
  }

  /** Those of this process. */
  public static Environment ofProcess() {
    return new Environment(
        System.out,
        System.console() != null,
        Clock.systemUTC(),
        System::nanoTime,
        System::getenv,
        () -> UUID.randomUUID().toString(),
        Path.of(System.getProperty("java.io.tmpdir")));
  }
}
