package org.xapitck.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.support.Waiting;

/** A server that goes away leaves no connection open behind it. */
class EndOfServerTest {
  /** Before the mending, one server of about a hundred left a connection open. */
  private static final int SERVERS = 300;

  @Test
  void noConnectionThatIsMadeWhileTheServerClosesOutlivesIt() throws Exception {
    int connections = 0;
    for (int i = 0; i < SERVERS; i++) {
      connections += connectionsMadeWhileOneCloses();
    }
    assertThat(connections).isPositive();
  }

  private static int connectionsMadeWhileOneCloses() throws Exception {
    Simulator server = Simulator.start(SimulatorOptions.defaults());
    int port = server.port();
    List<Socket> made = new ArrayList<>();
    CountDownLatch connected = new CountDownLatch(1);
    Thread client =
        new Thread(
            () -> {
              try {
                while (true) {
                  made.add(new Socket(InetAddress.getLoopbackAddress(), port));
                  connected.countDown();
                }
              } catch (IOException gone) {
                connected.countDown();
              }
            });
    client.start();
    connected.await();
    server.close();
    Waiting.end(client);
    for (Socket socket : made) {
      try (socket) {
        socket.setSoTimeout(Waiting.MILLIS);
        // Linux tells a client of an end between its handshake and its acceptance when it sends
        socket.getOutputStream().write('P');
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
      } catch (SocketTimeoutException open) {
        fail("a connection outlived its server");
      } catch (IOException reset) {
        // ended, too
      }
    }
    return made.size();
  }
}
