package org.xapitck.kit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.xapitck.simulator.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * {@code simulate}: starts the bundled simulator and leaves it running; takes the simulator's own
 * options.
 */
@Command(
    name = "simulate",
    description = "Starts the bundled simulator; its options are those of xapi-task-simulator.jar.")
final class SimulateCommand implements Callable<Integer> {

  @Unmatched private List<String> options = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    // returns where there is nothing to serve, as with --help, and waits otherwise
    Main.main(options.toArray(String[]::new));
    return 0;
  }
}
