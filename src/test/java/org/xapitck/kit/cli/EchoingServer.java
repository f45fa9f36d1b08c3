package org.xapitck.kit.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before a right server and repeats the password and the session wherever a server could.
 */
final class EchoingServer implements AutoCloseable {
  private static final Pattern SESSION =
      Pattern.compile("(?:\"params\":\\[\"|<param><value>(?:<string>)?)(OpaqueRef:[-0-9a-f]+)");
  private static final Pattern REFERENCE = Pattern.compile("OpaqueRef:[-0-9a-f]+");

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI behind;
  private final String password;
  private final AtomicInteger calls = new AtomicInteger();
  final Set<String> sessions = ConcurrentHashMap.newKeySet();

  EchoingServer(URI behind, String password) throws IOException {
    this.behind = behind;
    this.password = password;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      String asked = new String(request, StandardCharsets.UTF_8);
      String right = forward(exchange, request);
      if (asked.contains("session.login_with_password")) {
        Matcher given = REFERENCE.matcher(right);
        if (given.find()) {
          sessions.add(given.group());
        }
        send(exchange, 200, right);
        return;
      }
      boolean xml = asked.startsWith("<");
      String leak = leak(asked);
      if (calls.incrementAndGet() % 40 == 0) {
        send(exchange, 500, "<html>I was asked " + asked + " and know " + leak + "</html>");
        return;
      }
      send(exchange, 200, echoed(right, xml ? xml(leak) : json(leak), leak, xml));
    }
  }

  private String forward(HttpExchange exchange, byte[] request) throws IOException {
    try {
      HttpRequest post =
          HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI().getPath()))
              .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
              .POST(HttpRequest.BodyPublishers.ofByteArray(request))
              .build();
      return client.send(post, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Instead of labels, descriptions, the class in a refusal, and as a base64 of everything. */
  private static String echoed(String right, String spelt, String leak, boolean xml) {
    String base64 = Base64.getEncoder().encodeToString(leak.getBytes(StandardCharsets.UTF_8));
    return right
        .replace("made by a conformance test", spelt + " " + base64.length())
        .replace(
            xml ? "<value>task</value>" : "\"task\"",
            xml ? "<value>" + spelt + "</value>" : '"' + spelt + '"')
        .replace("MESSAGE_METHOD_UNKNOWN", "UNKNOWN " + spelt);
  }

  private String leak(String asked) {
    Matcher session = SESSION.matcher(asked);
    String who = session.find() ? session.group(1) : "nobody";
    return spellings(password) + " " + spellings(who);
  }

  private static String spellings(String secret) {
    return String.join(
        " ",
        secret,
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
        xml(secret),
        json(secret));
  }

  static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", status == 200 ? "text/xml" : "text/html");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    client.executor().ifPresent(executor -> {});
  }
}
