package org.xapitck.simulator.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.xapitck.simulator.rpc.RpcEndpoint;

/**
 * Decides which wire a POST to a path uses, and what a GET returns. As in xapi, the longest
 * registered prefix of the path decides: {@code /jsonrpc/x} is {@code /jsonrpc}, and any
 * unregistered path is {@code /}.
 */
public final class Routes {
  private final RpcEndpoint root;
  private final List<Map.Entry<String, RpcEndpoint>> longestFirst;
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
    this.root = byPrefix.get("/");
    this.longestFirst = new ArrayList<>(byPrefix.entrySet());
    this.site = site;
    this.streams = streams;
    if (root == null) {
      throw new IllegalArgumentException("routes need one for /");
    }
    longestFirst.sort(Comparator.comparingInt(route -> -route.getKey().length()));
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
    for (Map.Entry<String, RpcEndpoint> route : longestFirst) {
      if (path.startsWith(route.getKey())) {
        return route.getValue();
      }
    }
    // a path without a slash
    return root;
  }
}
