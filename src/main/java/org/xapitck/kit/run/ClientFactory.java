package org.xapitck.kit.run;

import java.util.function.Consumer;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.client.ClientContext;
import org.xapitck.kit.client.HealthCheck;
import org.xapitck.kit.client.Polling;
import org.xapitck.kit.client.RateLimiter;
import org.xapitck.kit.client.Target;
import org.xapitck.kit.client.WireClients;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.RunMark;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.redaction.Secrets;
import org.xapitck.kit.wire.CallSources;

/**
 * Makes the clients of a run, of {@code doctor} and of {@code cleanup}: all of them follow a member
 * of a pool to its master, keep the pace that the user asked for, and lose little time to a server
 * that is gone.
 */
final class ClientFactory {
  private final RunOptions options;
  private final ClientContext context;
  private final CallSources sources;
  private final Consumer<String> remark;

  /**
   * A factory for one server.
   *
   * @param ledger takes down the tasks of all clients
   * @param remark receives what a report must say of the way, in words
   */
  ClientFactory(
      RunOptions options,
      Environment environment,
      Target target,
      RunMark mark,
      Ledger ledger,
      Secrets secrets,
      Consumer<String> remark) {
    this.options = options;
    this.remark = remark;
    this.sources = CallSources.timedBy(environment.nanos());
    this.context =
        new ClientContext(
            target,
            mark,
            ledger,
            secrets,
            new RateLimiter(options.execution().maxRate(), environment.nanos()),
            new Polling(options.work().stopLimit(), environment.nanos()),
            new HealthCheck.Patience(
                options.server().connection().longestOutage(), environment.nanos()));
  }

  /**
   * A client that connects with its first call.
   *
   * @throws BadConfiguration where the certificates that the user named cannot be used
   */
  ApiClient open(Wire wire) {
    Endpoint endpoint = context.target().endpoint();
    Endpoint impatient = endpoint.within(options.server().connection().impatience());
    try {
      return new ApiClient(
          WireClients.following(wire, endpoint, sources, remark),
          WireClients.open(wire, impatient, sources),
          context);
    } catch (IllegalArgumentException unusable) {
      throw new BadConfiguration(unusable.getMessage());
    }
  }
}
