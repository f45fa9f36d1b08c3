package org.xapitck.kit.run;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.xapitck.kit.console.Screen;
import org.xapitck.kit.ledger.StateFolder;

/**
 * What a run needs of the world around it.
 *
 * @param out where progress and summary go
 * @param screen what can be shown there, and how much is to be
 * @param clock the kit's time
 * @param nanos nanoseconds from any start, never going back; what durations are measured by
 * @param variables value of an environment variable, null where it is not set
 * @param ids random UUIDs, a different one at each call
 * @param temporary the folder for files that nobody keeps
 */
public record Environment(
    PrintStream out,
    Screen screen,
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

  /** The same with another screen. */
  public Environment with(Screen other) {
    return new Environment(out, other, clock, nanos, variables, ids, temporary);
  }

  /** Standard output has a charset of its own where it is a terminal, and from JDK 19 on. */
  private static Charset charset() {
    return Stream.of("stdout.encoding", "sun.stdout.encoding")
        .map(System::getProperty)
        .filter(name -> name != null && Charset.isSupported(name))
        .findFirst()
        .map(Charset::forName)
        .orElseGet(Charset::defaultCharset);
  }

  /** Those of this process. */
  public static Environment ofProcess() {
    return new Environment(
        System.out,
        Screen.of(System::getenv, charset()),
        Clock.systemUTC(),
        System::nanoTime,
        System::getenv,
        () -> UUID.randomUUID().toString(),
        Path.of(System.getProperty("java.io.tmpdir")));
  }
}
