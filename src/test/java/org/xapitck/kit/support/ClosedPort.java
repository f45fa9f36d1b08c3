package org.xapitck.kit.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * A port of this machine that refuses connections. It is bound as long as this is open, so that no
 * server of another test gets it.
 */
public final class ClosedPort implements AutoCloseable {
  private final Socket bound = new Socket();

  /** Takes a free port. */
  public ClosedPort() throws IOException {
    bound.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
  }

  /** The URL of a server that is not there. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + bound.getLocalPort() + "/");
  }

  @Override
  public void close() throws IOException {
    bound.close();
  }
}
