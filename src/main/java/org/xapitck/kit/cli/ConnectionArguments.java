package org.xapitck.kit.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.xapitck.kit.target.Connection;
import org.xapitck.kit.wire.Endpoint;
import picocli.CommandLine.Option;

/** The options by which a server is reached. */
final class ConnectionArguments {

  @Option(
      names = "--ca-file",
      paramLabel = "PEM",
      description = "Certificates to trust instead of the JDK's.")
  private Path caFile;

  @Option(names = "--insecure", description = "Accept any certificate; said in the report.")
  private boolean insecure;

  /** What the user asked for. */
  Connection connection() {
    return Connection.standard()
        .withTrust(new Endpoint.Trust(Optional.ofNullable(caFile), insecure));
  }
}
