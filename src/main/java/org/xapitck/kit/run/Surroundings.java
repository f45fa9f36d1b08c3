package org.xapitck.kit.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.xapitck.kit.target.StateFolder;

/**
 * What a run needs of the world around it.
 *
 * @param out where progress and summary go
 * @param terminal whether that is a terminal, on which a line can move
 * @param clock the kit's time
 * @param nanos nanoseconds from any start, never going back; what durations are measured by
 * @param environment value of an environment variable, null where it is not set
 * @param ids texts that nobody else has, such as random UUIDs
 * @param temporary the folder for files that nobody keeps
 */
public record Surroundings(
    PrintStream out,
    boolean terminal,
    Clock clock,
    LongSupplier nanos,
    UnaryOperator<String> environment,
    Supplier<String> ids,
    Path temporary) {

  /** The user's folder for what outlives a run; tells where that is, if the place is unusual. */
  StateFolder stateFolder() {
    StateFolder folder = StateFolder.of(environment, temporary);
    folder.remark().ifPresent(out::println);
    return folder;
  }

  /** Those of this process. */
  public static Surroundings ofProcess() {
    return new Surroundings(
        System.out,
        System.console() != null,
        Clock.systemUTC(),
        System::nanoTime,
        System::getenv,
        () -> UUID.randomUUID().toString(),
        Path.of(System.getProperty("java.io.tmpdir")));
  }
}
