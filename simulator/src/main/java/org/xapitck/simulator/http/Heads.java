package org.xapitck.simulator.http;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What the head of a request says. */
final class Heads {
  private static final String BASIC = "Basic ";

  private Heads() {}

  /** The path, without the query, of either form of target. */
  static String pathOf(HttpRequest head) {
    String target = head.uri();
    return isPlain(target) ? target : targetOf(head).path();
  }

  /** Whether a target is its path as it stands, as those of calls are. */
  private static boolean isPlain(String target) {
    if (!target.startsWith("/")) {
      return false;
    }
    for (int i = 1; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c == '?' || c == '%' || c == '#' || c == ';' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static QueryStringDecoder targetOf(HttpRequest head) {
    String target = head.uri();
    int authority = target.indexOf("://");
    if (authority > 0 && !target.startsWith("/")) {
      int path = target.indexOf('/', authority + 3);
      target = path < 0 ? "/" : target.substring(path);
    }
    return new QueryStringDecoder(target);
  }

  /** What a transfer is asked for by. Of two parameters of one name the first counts. */
  static StreamSite.Request streamOf(HttpRequest head) {
    QueryStringDecoder target = targetOf(head);
    Map<String, String> parameters = new HashMap<>();
    target.parameters().forEach((name, values) -> parameters.put(name, values.get(0)));
    for (String pair : head.headers().get("cookie", "").split(";\\s*")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return new StreamSite.Request(
        head.method().name(),
        target.path(),
        parameters,
        credentials(head.headers().get("authorization", "")),
        Optional.ofNullable(head.headers().get("transfer-encoding")),
        length(head));
  }

  private static String decoded(String text) {
    try {
      return QueryStringDecoder.decodeComponent(text);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static OptionalLong length(HttpRequest head) {
    try {
      return OptionalLong.of(Long.parseLong(head.headers().get("content-length", "")));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static Optional<StreamSite.Credentials> credentials(String header) {
    if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String[] pair = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
      return pair.length == 2
          ? Optional.of(new StreamSite.Credentials(pair[0], pair[1]))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** 1.0 is answered with 1.0, anything else with 1.1, unless the style is of old. */
  static HttpVersion versionOf(HttpRequest head, HttpStyle style) {
    return style.oldVersion() || head.protocolVersion().equals(HttpVersion.HTTP_1_0)
        ? HttpVersion.HTTP_1_0
        : HttpVersion.HTTP_1_1;
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
