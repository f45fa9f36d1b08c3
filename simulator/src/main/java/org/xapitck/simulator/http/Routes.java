package org.xapitck.simulator.http;

import java.util.Map;
import org.xapitck.simulator.rpc.RpcEndpoint;

/**
 * Decides which wire a POST to a path uses, and what a GET returns. As in xapi, the longest
 * registered prefix of the path decides: {@code /jsonrpc/x} is {@code /jsonrpc}, and any
 * unregistered path is {@code /}.
 */
public final class Routes {
  private final Map<String, RpcEndpoint> byPrefix;
  private final Site site;
  private final StreamSite streams;

  /**
   * Routes.
   *
   * @param byPrefix must hold {@code /}
   * @param site what GET gives
   * @param streams what PUT and GET move
   */
  public Routes(Map<String, RpcEndpoint> byPrefix, Site site, StreamSite streams) {
    this.byPrefix = Map.copyOf(byPrefix);
    this.site = site;
    this.streams = streams;
    if (!byPrefix.containsKey("/")) {
      throw new IllegalArgumentException("routes need one for /");
    }
  }

  /** What GET gives. */
  Site site() {
    return site;
  }

  /** What PUT and GET move. */
  StreamSite streams() {
    return streams;
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
