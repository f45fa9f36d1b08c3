package org.xapitck.simulator.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.xapitck.simulator.support.Waiting;

/** Many bad clients on one thread, each of which sends as much as the server takes. */
final class Flood implements AutoCloseable {
  /** 25 rounds, a quarter of a second: how long one that resets lets a connection stand. */
  private static final int ROUNDS_TO_RESET = 25;

  /** 12 bytes, {@code HTTP/1.1 500}: what tells how a client was answered. */
  private static final int STATUS_BYTES = 12;

  private final List<Client> clients = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "flood");
  private volatile boolean ended;

  /**
   * A kind of bad client.
   *
   * @param first what it sends
   * @param again what it goes on with for as long as the server takes it
   * @param ending what it does once it has sent the first
   */
  record Kind(String name, String first, String again, Ending ending) {
    Kind(String name, String first, String again) {
      this(name, first, again, Ending.READS);
    }
  }

  /** What a client does with the connection. */
  enum Ending {
    /** Reads what comes back. */
    READS,
    /** Leaves it unread. */
    NEVER_READS,
    /** Resets the connection, and comes again. */
    RESETS
  }

  /** Opens so many connections, the kinds in turn, before it returns. */
  Flood(int port, int count, List<Kind> kinds) throws IOException {
    for (int i = 0; i < count; i++) {
      clients.add(new Client(port, kinds.get(i % kinds.size())));
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** How clients of each kind were answered by now: status codes, or words where there is none. */
  Map<String, Map<String, Integer>> outcomes() {
    Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
    for (Client client : clients) {
      outcomes
          .computeIfAbsent(client.kind.name, name -> new TreeMap<>())
          .merge(client.outcome, 1, Integer::sum);
    }
    return outcomes;
  }

  private void run() {
    while (!ended) {
      clients.forEach(Client::turn);
      Waiting.pause();
    }
  }

  @Override
  public void close() throws IOException {
    ended = true;
    LockSupport.unpark(thread);
    try {
      Waiting.end(thread);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Client client : clients) {
      client.channel.close();
    }
  }

  private static final class Client {
    private final int port;
    private final Kind kind;
    private final ByteBuffer first;
    private final ByteBuffer again;
    private final ByteBuffer in = ByteBuffer.allocate(8 * 1024);
    private final StringBuilder read = new StringBuilder();
    private SocketChannel channel;
    private int rounds;
    private volatile String outcome = "nothing";

    private Client(int port, Kind kind) throws IOException {
      this.port = port;
      this.kind = kind;
      this.first = ByteBuffer.wrap(kind.first.getBytes(StandardCharsets.ISO_8859_1));
      this.again = ByteBuffer.wrap(kind.again.getBytes(StandardCharsets.ISO_8859_1));
      connect();
    }

    private void connect() throws IOException {
      channel = SocketChannel.open();
      if (kind.ending == Ending.NEVER_READS) {
        // 4 KiB: what the client's own system may take for it, so that the server soon feels it
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
      }
      if (kind.ending == Ending.RESETS) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
      channel.connect(new InetSocketAddress("127.0.0.1", port));
      channel.configureBlocking(false);
      // at once, so that a busy machine makes nobody a silent client
      channel.write(first);
    }

    private void turn() {
      if (!channel.isOpen()) {
        return;
      }
      try {
        if (kind.ending != Ending.NEVER_READS) {
          read();
        }
        write();
      } catch (IOException cut) {
        end();
      }
    }

    private void read() throws IOException {
      in.clear();
      int count = channel.read(in);
      for (int i = 0; i < count && read.length() < STATUS_BYTES; i++) {
        read.append((char) in.get(i));
      }
      if (read.length() == STATUS_BYTES) {
        outcome = read.substring("HTTP/1.1 ".length());
      }
      if (count < 0) {
        end();
      }
    }

    private void write() throws IOException {
      if (first.hasRemaining()) {
        channel.write(first);
      } else if (kind.ending == Ending.RESETS) {
        if (++rounds % ROUNDS_TO_RESET != 0) {
          return;
        }
        channel.close();
        first.rewind();
        connect();
      } else if (again.hasRemaining()) {
        channel.write(again);
        if (!again.hasRemaining()) {
          again.rewind();
        }
      }
    }

    private void end() {
      outcome = outcome.equals("nothing") ? "closed" : outcome;
      try {
        channel.close();
      } catch (IOException gone) {
        // nothing is left to be closed
      }
    }
  }
}
