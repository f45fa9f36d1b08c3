package org.xapitck.kit.cli;

import java.util.concurrent.Callable;
import org.xapitck.kit.arguments.RunArguments;
import org.xapitck.kit.run.Doctor;
import org.xapitck.kit.run.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: whether a run with the same options can succeed, and what to fix. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at server, certificate, wires, release, clock and every account, in seconds and"
          + " without a scenario; says what to fix.",
      "Exit code: 0 a run can start, 2 what is marked FIX has to be fixed first, 4 the server cannot"
          + " be reached or nobody can log in."
    },
    footer = {
      "%nAccepts all options of run, so that one line serves both; those not listed have no effect."
    })
final class DoctorCommand implements Callable<Integer> {

  @Mixin private RunArguments arguments;

  @Override
  public Integer call() {
    return new Doctor(arguments.options(), Environment.ofProcess()).examine();
  }
}
