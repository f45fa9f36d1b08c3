package org.xapitck.simulator.http;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Optional;

/**
 * What a server serves at one moment; immutable. Each request reads it once, so that it may be
 * swapped while the server runs.
 *
 * @param routes which wire speaks at which path
 * @param style how answers travel
 */
public record Serving(Routes routes, HttpStyle style) {

  /** The answer to a request that is no call. */
  FullHttpResponse page(HttpRequest head, HttpVersion version) {
    if (!head.method().name().equals("GET")) {
      return HttpAnswer.forbidden(version);
    }
    String accept = head.headers().get("accept", "");
    Optional<Site.Content> content =
        routes.site().get(Heads.pathOf(head), accept.contains("text/html"));
    if (content.isPresent()) {
      return HttpAnswer.document(version, content.get());
    }
    return Heads.pathOf(head).equals("/") && !style.page().isEmpty()
        ? HttpAnswer.text(version, style.page())
        : HttpAnswer.forbidden(version);
  }
}
