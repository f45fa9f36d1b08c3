package org.xapitck.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.xapitck.simulator.support.Waiting;

/** A socket that sends exactly what it is told. */
final class RawClient implements AutoCloseable {
  private final Socket socket;

  RawClient(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(Waiting.MILLIS);
  }

  RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  RawClient endInput() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** One whole response; the body as long as its Content-Length says. */
  String response() throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        return text + "<closed>";
      }
      text.append((char) c);
    }
    String head = text.toString();
    int at = head.indexOf("content-length: ") + "content-length: ".length();
    int length = Integer.parseInt(head.substring(at, head.indexOf('\r', at)));
    return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  /** Everything until the server closes. */
  String untilClosed() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    socket.getInputStream().transferTo(all);
    return all.toString(StandardCharsets.UTF_8);
  }

  /** Sends something and says whether nothing comes back for that long. */
  boolean isQuietAfter(String text, int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      send(text);
      socket.getInputStream().read();
      return false;
    } catch (SocketTimeoutException quiet) {
      return true;
    } catch (SocketException closed) {
      return false;
    }
  }

  /** Whether the server leaves the connection open for that long. */
  boolean staysOpen(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException quiet) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
