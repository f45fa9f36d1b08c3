package org.xapitck.simulator.http;

import java.util.Map;
import org.xapitck.simulator.rpc.RpcEndpoint;

/**
 * Which wire a POST to a path speaks. As in xapi the longest registered beginning of the path
 * decides, so {@code /jsonrpc/x} is {@code /jsonrpc} and whatever is not registered is {@code /}.
 */
public final class Routes {
  private final Map<String, RpcEndpoint> byPrefix;

  /**
   * Routes.
   *
   * @param byPrefix must hold {@code /}
   */
  public Routes(Map<String, RpcEndpoint> byPrefix) {
    this.byPrefix = Map.copyOf(byPrefix);
    if (!byPrefix.containsKey("/")) {
      throw new IllegalArgumentException("routes need one for /");
    }
  }

  /** The wire for a path. */
  RpcEndpoint of(String path) {
    RpcEndpoint found = byPrefix.get("/");
    int longest = 1;
    for (Map.Entry<String, RpcEndpoint> route : byPrefix.entrySet()) {
      if (route.getKey().length() > longest && path.startsWith(route.getKey())) {
        longest = route.getKey().length();
        found = route.getValue();
      }
    }
    return found;
  }
}
