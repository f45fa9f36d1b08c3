package org.xapitck.kit.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A relay in front of a right server that turns hostile after a number of requests: from then on
 * each answer is what a mischief makes of it.
 */
public final class TurningServer implements AutoCloseable {

  /** What a hostile server does instead of answering. */
  @FunctionalInterface
  public interface Mischief {
    /**
     * Answers a request.
     *
     * @param right what the right server said, head and body
     * @param earlier what it said to the request before, head and body
     */
    void answer(byte[] right, byte[] earlier, OutputStream out, Socket socket) throws Exception;
  }

  private final ServerSocket socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final URI right;
  private final int faithful;
  private final Mischief mischief;

  /**
   * A relay.
   *
   * @param right the server behind it
   * @param faithful how many requests are answered rightly
   */
  public TurningServer(URI right, int faithful, Mischief mischief) throws IOException {
    this.right = right;
    this.faithful = faithful;
    this.mischief = mischief;
    daemon(this::accept);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
  }

  /** How many requests came after the last that was answered rightly. */
  public int hostile() {
    return Math.max(0, requests.get() - faithful);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        open.add(client);
        daemon(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    byte[] earlier = new byte[0];
    try (client;
        Socket behind = new Socket(right.getHost(), right.getPort())) {
      behind.setTcpNoDelay(true);
      InputStream from = new BufferedInputStream(client.getInputStream());
      InputStream back = new BufferedInputStream(behind.getInputStream());
      for (byte[] request = message(from); request.length > 0; request = message(from)) {
        behind.getOutputStream().write(request);
        behind.getOutputStream().flush();
        byte[] answer = message(back);
        if (requests.incrementAndGet() <= faithful) {
          client.getOutputStream().write(answer);
          client.getOutputStream().flush();
        } else {
          mischief.answer(answer, earlier, client.getOutputStream(), client);
        }
        earlier = answer;
      }
    } catch (Exception e) {
      // a client that has had enough of it closes; so does the test at its end
      return;
    }
  }

  /** One message with a Content-Length; empty at the end of the stream. */
  private static byte[] message(InputStream in) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    int length = 0;
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0; b = in.read()) {
      message.write(b);
      if (b != '\n') {
        line.append((char) b);
        continue;
      }
      String text = line.toString().strip().toLowerCase(Locale.ROOT);
      line.setLength(0);
      if (text.startsWith("content-length:")) {
        length = Integer.parseInt(text.substring(text.indexOf(':') + 1).strip());
      }
      if (text.isEmpty()) {
        message.write(in.readNBytes(length));
        return message.toByteArray();
      }
    }
    return new byte[0];
  }

  /** The body of a message. */
  public static String body(byte[] message) {
    String text = new String(message, StandardCharsets.UTF_8);
    return text.substring(text.indexOf("\r\n\r\n") + 4);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "turning server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket one : open) {
      one.close();
    }
  }
}
