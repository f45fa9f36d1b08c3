package org.xapitck.kit.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A headless Chromium that opens pages from disk. Every request that it sends anywhere goes to a
 * proxy of the test's, which answers nothing and remembers what was asked for.
 */
public final class Browser implements AutoCloseable {
  private final Path browser;
  private final Path folder;
  private final ServerSocket proxy;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private Browser(Path browser, Path folder) throws IOException {
    this.browser = browser;
    this.folder = folder;
    this.proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::listen, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  /** A browser with a profile in this folder; skips the test where there is none. */
  public static Browser open(Path folder) throws IOException {
    return new Browser(Chromium.found(), Files.createDirectories(folder));
  }

  private void listen() {
    while (!proxy.isClosed()) {
      try (Socket client = proxy.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
        asked.add(String.valueOf(in.readLine()));
      } catch (IOException e) {
        continue;
      }
    }
  }

  /** First lines of all requests, those of the browser's own services included. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** What the page holds once its scripts have run; fails on any complaint of the browser. */
  public String dom(String address) throws IOException, InterruptedException {
    Path out = folder.resolve("dom.html");
    List<String> complaints = run(address, out, List.of("--dump-dom"));
    assertThat(complaints).isEmpty();
    return Files.readString(out);
  }

  /** The same for a page that may complain, such as one whose scripts a policy stopped. */
  public String domInSpiteOfComplaints(String address) throws IOException, InterruptedException {
    Path out = folder.resolve("dom.html");
    run(address, out, List.of("--dump-dom"));
    return Files.readString(out);
  }

  /** A picture of 1400 x 900 pixels. */
  public void picture(String address, Path png) throws IOException, InterruptedException {
    run(
        address,
        folder.resolve("dom.html"),
        List.of("--window-size=1400,900", "--hide-scrollbars", "--screenshot=" + png));
  }

  private List<String> run(String address, Path out, List<String> options)
      throws IOException, InterruptedException {
    Path err = folder.resolve("err.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--proxy-server=http://127.0.0.1:" + proxy.getLocalPort(),
                "--proxy-bypass-list=<-loopback>",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--virtual-time-budget=8000"));
    command.addAll(options);
    command.add(address);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    Waiting.exit(process, "the browser", () -> Waiting.text(err));
    return Files.readAllLines(err).stream().filter(line -> line.contains(":CONSOLE")).toList();
  }

  @Override
  public void close() throws IOException {
    proxy.close();
  }
}
