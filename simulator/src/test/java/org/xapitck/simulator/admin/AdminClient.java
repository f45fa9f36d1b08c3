package org.xapitck.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Whoever controls a simulator over HTTP. */
public final class AdminClient {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int port;

  public AdminClient(int port) {
    this.port = port;
  }

  /** What came back. */
  public record Response(int status, JsonNode body, HttpResponse<String> whole) {}

  /** Sends a request; no body where that is empty. */
  public Response send(String method, String path, String body) {
    return response(start(method, path, body).join());
  }

  /** Sends it and waits for nothing. */
  CompletableFuture<HttpResponse<String>> start(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/__admin" + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  static Response response(HttpResponse<String> whole) {
    try {
      return new Response(whole.statusCode(), JSON.readTree(whole.body()), whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request that is done, and gives back its answer. */
  public JsonNode done(String method, String path, String body) {
    Response response = send(method, path, body);
    if (response.status() / 100 != 2) {
      throw new AssertionError(response.status() + " " + response.body());
    }
    return response.body();
  }

  public JsonNode post(String path, String body) {
    return done("POST", path, body);
  }

  public JsonNode get(String path) {
    return done("GET", path, "");
  }
}
