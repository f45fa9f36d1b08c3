package org.xapitck.kit.client;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on a bare socket that reads requests and answers whatever bytes a test says. */
public final class ScriptedServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("content-length:\\s*(\\d+)");
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)\\}$");

  /** What to do with a request; a script that throws or closes ends the connection. */
  @FunctionalInterface
  interface Script {
    void answer(Request request, Connection connection) throws Exception;
  }

  /** A request as it came. */
  public record Request(String head, byte[] body) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** The id of a JSON-RPC request, 0 without one. */
    String id() {
      Matcher matcher = ID.matcher(text());
      return matcher.find() ? matcher.group(1) : "0";
    }
  }

  /** The side of the server on a connection. */
  record Connection(Socket socket, OutputStream out) {
    void send(String text) throws IOException {
      send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    /** Says nothing, until the other side has had enough. */
    void untilClosed() throws IOException {
      while (socket.getInputStream().read() >= 0) {
        continue;
      }
    }

    void close() throws IOException {
      socket.close();
    }
  }

  private final ServerSocket socket;
  private final Script script;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  public final List<Request> requests = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();

  ScriptedServer(Script script) {
    this(plain(), script);
  }

  ScriptedServer(ServerSocket socket, Script script) {
    this.socket = socket;
    this.script = script;
    daemon(this::accept).start();
  }

  /**
   * A server that answers each request by HTTP 200 with this body; {@code {id}} is the request's
   * id.
   */
  public static ScriptedServer saying(String body) {
    return new ScriptedServer(
        (request, connection) ->
            connection.send(
                ok(body.replace("{id}", request.id()).getBytes(StandardCharsets.UTF_8))));
  }

  /** A server that answers each request by these bytes and closes. */
  public static ScriptedServer sending(byte[] bytes) {
    return new ScriptedServer(
        (request, connection) -> {
          connection.send(bytes);
          connection.close();
        });
  }

  static byte[] ok(byte[] body) {
    return http("200 OK", "Content-Type: text/xml", body);
  }

  public static byte[] http(String status, String headers, byte[] body) {
    byte[] head =
        ("HTTP/1.1 "
                + status
                + "\r\nContent-Length: "
                + body.length
                + "\r\n"
                + headers
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head);
    all.writeBytes(body);
    return all.toByteArray();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
  }

  private static ServerSocket plain() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "scripted-server");
    thread.setDaemon(true);
    return thread;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket accepted = socket.accept();
        open.add(accepted);
        connections.incrementAndGet();
        daemon(() -> serve(accepted)).start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket accepted) {
    try (accepted) {
      accepted.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(accepted.getInputStream());
      Connection connection = new Connection(accepted, accepted.getOutputStream());
      while (!accepted.isClosed()) {
        Request request = read(in);
        requests.add(request);
        script.answer(request, connection);
      }
    } catch (Exception ended) {
      // the other side went, or the script wants it so
    }
  }

  private static Request read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("end of connection");
      }
      head.append((char) c);
    }
    Matcher length = LENGTH.matcher(head.toString().toLowerCase(Locale.ROOT));
    return new Request(
        head.toString(), in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket each : open) {
      each.close();
    }
  }
}
