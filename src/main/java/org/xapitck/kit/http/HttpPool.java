package org.xapitck.kit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpHost;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.impl.DefaultConnectionReuseStrategy;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.protocol.HttpRequestExecutor;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.text.Limits;
import org.xapitck.kit.tls.TlsSockets;

/**
 * The kept connections of one client, with every convenience that a stranger could abuse switched
 * off.
 */
final class HttpPool implements AutoCloseable {
  /** More than the threads of any run; each thread has one call under way. */
  private static final int CONNECTIONS = 64;

  /**
   * A connection that was idle for longer is looked at before it is used again. The look costs up
   * to 1 ms, so calls in close succession go without.
   */
  private static final int TRUSTED_IDLE_MS = 100;

  private final PoolingHttpClientConnectionManager connections;
  private final CloseableHttpClient client;
  private volatile boolean keepAlive = true;

  /**
   * How long a body waits for the word to continue. A client need not wait at all (RFC 9110,
   * 10.1.1), and many servers never say it: xapi does not.
   */
  private static final int CONTINUE_WAIT_MS = 250;

  HttpPool(Endpoint endpoint) {
    this.connections = connections(endpoint);
    this.client =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(config(endpoint))
            .setConnectionReuseStrategy(
                (response, context) ->
                    keepAlive
                        && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(response, context))
            .setProxy(endpoint.proxy().map(HttpPool::proxy).orElse(null))
            .setUserAgent("xapi-task-tck")
            .setRequestExecutor(new HttpRequestExecutor(CONTINUE_WAIT_MS))
            .disableAutomaticRetries()
            .disableAuthCaching()
            .disableConnectionState()
            .disableContentCompression()
            .disableCookieManagement()
            .disableRedirectHandling()
            .build();
  }

  private static HttpHost proxy(URI proxy) {
    return new HttpHost(proxy.getHost(), proxy.getPort(), "http");
  }

  CloseableHttpClient client() {
    return client;
  }

  /**
   * From now on each call has a connection of its own. Called when the server closed a kept one
   * without a word: it may do so again, and a call that changes something must not be sent twice.
   * Called also for a malformed answer: what is left of it on the connection would be taken for the
   * next one.
   */
  void stopKeepingAlive() {
    keepAlive = false;
    connections.closeIdleConnections(0, TimeUnit.MILLISECONDS);
  }

  private static PoolingHttpClientConnectionManager connections(Endpoint endpoint) {
    ConnectionSocketFactory secure =
        "https".equalsIgnoreCase(endpoint.url().getScheme())
            ? TlsSockets.sockets(endpoint)
            : PlainConnectionSocketFactory.getSocketFactory(); // never used: saves making a context
    var manager =
        new PoolingHttpClientConnectionManager(
            RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", PlainConnectionSocketFactory.getSocketFactory())
                .register("https", secure)
                .build());
    manager.setMaxTotal(CONNECTIONS);
    manager.setDefaultMaxPerRoute(CONNECTIONS);
    manager.setValidateAfterInactivity(TRUSTED_IDLE_MS);
    manager.setDefaultSocketConfig(
        SocketConfig.custom()
            .setTcpNoDelay(true)
            .setSoTimeout(millis(endpoint.callTimeout())) // also bounds a TLS handshake
            .build());
    manager.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setCharset(StandardCharsets.ISO_8859_1)
            .setMessageConstraints(
                MessageConstraints.custom()
                    .setMaxHeaderCount(Limits.HEADER_COUNT)
                    .setMaxLineLength(Limits.HEADER_LENGTH)
                    .build())
            .build());
    return manager;
  }

  private static RequestConfig config(Endpoint endpoint) {
    return RequestConfig.custom()
        .setConnectTimeout(millis(endpoint.connectTimeout()))
        .setConnectionRequestTimeout(millis(endpoint.callTimeout()))
        .setSocketTimeout(millis(endpoint.callTimeout()))
        .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
        .setRedirectsEnabled(false)
        .setAuthenticationEnabled(false)
        // the path is sent as the user wrote it; looking for dots in it costs 1 % of a run
        .setNormalizeUri(false)
        .setContentCompressionEnabled(false)
        .build();
  }

  /** At least 1: Apache's client takes 0 for ever. */
  private static int millis(Duration duration) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }
}
