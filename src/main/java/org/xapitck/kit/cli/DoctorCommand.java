package org.xapitck.kit.cli;

import java.util.concurrent.Callable;
import org.xapitck.kit.arguments.RunArguments;
import org.xapitck.kit.run.Doctor;
import org.xapitck.kit.run.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: whether a run with the same options can succeed, and what to mend. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at server, certificate, wires, release, clock and every account, in seconds and"
          + " without a scenario; says what to fix.",
      "Ends with 0 where a run can go, 2 where an account or option has to be fixed, 4 where the"
          + " server is unreachable or nobody can log in."
    },
    footer = {
      "%nTakes the other options of run as well, which change nothing here: one line serves both."
    })
final class DoctorCommand implements Callable<Integer> {

  @Mixin private RunArguments arguments;

  @Override
  public Integer call() {
    return new Doctor(arguments.options(), Environment.ofProcess()).examine();
  }
}
