package org.xapitck.kit.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.xapitck.kit.client.Target;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.config.AccountsFile;
import org.xapitck.kit.config.DeclaredScope;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;

/**
 * The server under test, and its end where the kit itself started it.
 *
 * @param target where and as whom
 * @param simulator closed with this; does nothing for a server by URL
 */
record TargetServer(Target target, AutoCloseable simulator) implements AutoCloseable {

  /** The bundled simulator on a free loopback port, or the server at the URL. */
  static TargetServer open(RunOptions options, Environment environment) {
    if (options.server().url().isPresent()) {
      Path file =
          options
              .server()
              .accounts()
              .orElseThrow(
                  () ->
                      new BadConfiguration(
                          "--url needs --accounts FILE: default passwords are never sent to a"
                              + " stranger"));
      Accounts accounts = new AccountsFile(environment.variables()).read(file);
      return new TargetServer(
          target(options, options.server().url().get(), accounts, false), () -> {});
    }
    try {
      Simulator simulator = Simulator.start(SimulatorOptions.defaults());
      return new TargetServer(
          target(options, simulator.uri(), Bundled.accounts(), true), simulator);
    } catch (IOException e) {
      throw new IllegalStateException("the bundled simulator does not start: " + e.getMessage(), e);
    }
  }

  private static Target target(RunOptions options, URI url, Accounts accounts, boolean bundled) {
    DeclaredScope declared = options.scope().declared();
    for (String name : declared.roles().orElse(Set.of())) {
      if (!accounts.has(name)) {
        throw new BadConfiguration(
            "--roles " + name + ": the accounts file has no " + name + " to judge it by");
      }
    }
    return new Target(
        options.server().connection().to(url), accounts.within(declared), bundled, declared);
  }

  @Override
  public void close() {
    try {
      simulator.close();
    } catch (Exception e) {
      throw new IllegalStateException("the bundled simulator does not stop", e);
    }
  }
}
