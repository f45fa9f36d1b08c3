package org.xapitck.simulator.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** A client that does nothing but send one request again and again and count the answers. */
final class Load {
  private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

  private final SocketChannel channel;
  private final ByteBuffer request;
  private final ByteBuffer in = ByteBuffer.allocate(1 << 20);

  private Load(int port, String path, String body) throws IOException {
    channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.socket().setTcpNoDelay(true);
    request = ByteBuffer.wrap(request(path, body));
  }

  private static byte[] request(String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + bytes.length;
    byte[] start = (head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(start, start.length + bytes.length);
    System.arraycopy(bytes, 0, all, start.length, bytes.length);
    return all;
  }

  /** Sends a call and leaves the answer unread. */
  static SocketChannel send(int port, String body) throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    ByteBuffer request = ByteBuffer.wrap(request("/jsonrpc", body));
    while (request.hasRemaining()) {
      channel.write(request);
    }
    return channel;
  }

  /** How long each of so many calls took, one after the other on one connection. */
  static long[] latencies(int port, String body, int calls) throws IOException {
    Load load = new Load(port, "/jsonrpc", body);
    try (load.channel) {
      long[] nanos = new long[calls];
      for (int i = 0; i < calls; i++) {
        long start = System.nanoTime();
        load.exchange();
        nanos[i] = System.nanoTime() - start;
      }
      return nanos;
    }
  }

  static long percentile(long[] nanos, int percent) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  /** Answers a second that so many connections get together. */
  static double perSecond(int port, String path, String body, int connections, int seconds)
      throws Exception {
    AtomicLong answers = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Future<?>> running = new ArrayList<>();
      long start = System.nanoTime();
      long end = start + seconds * 1_000_000_000L;
      for (int i = 0; i < connections; i++) {
        running.add(
            threads.submit(
                () -> {
                  Load load = new Load(port, path, body);
                  try (load.channel) {
                    while (System.nanoTime() < end) {
                      load.exchange();
                      answers.incrementAndGet();
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
      return answers.get() / ((System.nanoTime() - start) / 1e9);
    } finally {
      threads.shutdownNow();
    }
  }

  private void exchange() throws IOException {
    request.rewind();
    while (request.hasRemaining()) {
      channel.write(request);
    }
    in.clear();
    int needed = -1;
    while (needed < 0 || in.position() < needed) {
      if (needed > in.capacity()) {
        throw new IOException("an answer of " + needed + " bytes is too long");
      }
      if (channel.read(in) < 0) {
        throw new IOException("the connection ended");
      }
      needed = needed < 0 ? length() : needed;
    }
  }

  /** The bytes of the whole answer, once its head is there; -1 until then. */
  private int length() {
    byte[] bytes = in.array();
    for (int i = 3; i < in.position(); i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        return i + 1 + contentLength(bytes, i);
      }
    }
    return -1;
  }

  private static int contentLength(byte[] bytes, int headEnd) {
    for (int i = 0; i < headEnd - LENGTH.length; i++) {
      if (Arrays.equals(bytes, i, i + LENGTH.length, LENGTH, 0, LENGTH.length)) {
        int number = 0;
        for (int j = i + LENGTH.length; bytes[j] != '\r'; j++) {
          number = number * 10 + bytes[j] - '0';
        }
        return number;
      }
    }
    throw new IllegalStateException("no length");
  }
}
