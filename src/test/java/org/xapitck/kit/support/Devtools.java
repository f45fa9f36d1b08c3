package org.xapitck.kit.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One tab of a headless Chromium, driven by its own protocol, so that a page is seen in any width,
 * light, dark and as it is printed.
 */
public final class Devtools implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
  private String session = "";

  private Devtools(Process process, URI address) throws Exception {
    this.process = process;
    this.socket =
        Waiting.result(
            HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new Messages()),
            "the browser");
  }

  /** How a page is looked at. */
  public enum Look {
    LIGHT("screen", "light"),
    DARK("screen", "dark"),
    PRINT("print", "light");

    private final String media;
    private final String scheme;

    Look(String media, String scheme) {
      this.media = media;
      this.scheme = scheme;
    }
  }

  /**
   * A tab in a browser with a profile in this folder; skips the test where there is no browser, and
   * says so.
   */
  public static Devtools open(Path folder) throws Exception {
    Path browser = Chromium.found();
    Process process =
        new ProcessBuilder(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--user-data-dir=" + Files.createDirectories(folder),
                "--remote-debugging-port=0",
                "about:blank")
            .redirectErrorStream(true)
            .start();
    Devtools tab = new Devtools(process, address(process));
    JsonNode target = tab.ask("Target.createTarget", Map.of("url", "about:blank"));
    tab.session =
        tab.ask(
                "Target.attachToTarget",
                Map.of("targetId", target.get("targetId").asText(), "flatten", true))
            .get("sessionId")
            .asText();
    tab.ask("Page.enable", Map.of());
    // the pages let no script run; the test's own has to
    tab.ask("Page.setBypassCSP", Map.of("enabled", true));
    return tab;
  }

  /** What the browser prints when it listens; what it prints later is read away. */
  private static URI address(Process process) throws Exception {
    BufferedReader out = process.inputReader();
    String begin = "DevTools listening on ";
    String line = Waiting.line(out, "the browser");
    while (line != null && !line.startsWith(begin)) {
      line = Waiting.line(out, "the browser");
    }
    if (line == null) {
      throw new IOException("the browser ended before it listened");
    }
    Thread reader = new Thread(() -> out.lines().forEach(said -> {}), "browser");
    reader.setDaemon(true);
    reader.start();
    return URI.create(line.substring(begin.length()));
  }

  /** Opens a page, so wide, and waits until it is loaded. */
  public void show(String address, int width) throws Exception {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    load(address);
  }

  /** Looks at the page that is open, and at those after it, in this way. */
  public void look(Look look) throws Exception {
    ask(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            look.media,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", look.scheme))));
  }

  private void load(String address) throws Exception {
    loaded = new CompletableFuture<>();
    ask("Page.navigate", Map.of("url", address));
    Waiting.result(loaded, address);
  }

  /** The value of an expression, once its promise is kept. */
  public JsonNode value(String script) throws Exception {
    JsonNode answer =
        ask(
            "Runtime.evaluate",
            Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(answer.get("exceptionDetails").toString());
    }
    return answer.at("/result/value");
  }

  /** A picture of the whole page. */
  public void picture(Path png) throws Exception {
    JsonNode answer =
        ask("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    Files.write(png, Base64.getDecoder().decode(answer.get("data").asText()));
  }

  private JsonNode ask(String method, Map<String, Object> parameters) throws Exception {
    int id = last.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    Map<String, Object> message = new HashMap<>();
    message.put("id", id);
    message.put("method", method);
    message.put("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    Waiting.result(socket.sendText(JSON.writeValueAsString(message), true), method);
    JsonNode got = Waiting.result(answer, method);
    if (got.has("error")) {
      throw new AssertionError(method + ": " + got.get("error"));
    }
    return got.get("result");
  }

  /** Puts the parts of a message together, and hands it to who waits for it. */
  private final class Messages implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean end) {
      text.append(part);
      if (end) {
        take(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private void take(String text) {
    JsonNode message;
    try {
      message = JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    if (message.has("id")) {
      asked.remove(message.get("id").asInt()).complete(message);
    } else if (message.path("method").asText().equals("Page.loadEventFired")) {
      loaded.complete(null);
    }
  }

  /** Ends the browser, and waits until it has let go of its folder. */
  @Override
  public void close() {
    // each of its processes writes into the profile until it ends
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    all.forEach(one -> one.onExit().join());
  }
}
