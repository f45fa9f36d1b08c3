package org.xapitck.simulator.http;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;

/** What the head of a request says. */
final class Heads {
  private Heads() {}

  /** The path, without the query, of either form of target. */
  static String pathOf(HttpRequest head) {
    String target = head.uri();
    int authority = target.indexOf("://");
    if (authority > 0 && !target.startsWith("/")) {
      int path = target.indexOf('/', authority + 3);
      target = path < 0 ? "/" : target.substring(path);
    }
    return new QueryStringDecoder(target).path();
  }

  /** The bytes of the head as a client that writes {@code Name: value} sends it. */
  static int sizeOf(HttpRequest head) {
    int size = head.method().name().length() + head.uri().length() + "  HTTP/1.1\r\n\r\n".length();
    var headers = head.headers().iteratorCharSequence();
    while (headers.hasNext()) {
      var header = headers.next();
      size += header.getKey().length() + header.getValue().length() + ": \r\n".length();
    }
    return size;
  }
}
