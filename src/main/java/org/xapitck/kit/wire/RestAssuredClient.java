package org.xapitck.kit.wire;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpVersion;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.conn.ClientConnectionRequest;
import org.apache.http.conn.ManagedClientConnection;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.params.BasicHttpParams;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.BasicHttpProcessor;
import org.apache.http.protocol.HttpContext;
import org.apache.http.util.EntityUtils;

/**
 * The HTTP client that REST Assured is given for one call: it sends over the kit's own HTTP and
 * keeps the raw bytes. REST Assured takes nothing but this deprecated class; no part of it but its
 * type is used.
 */
@SuppressWarnings("deprecation")
final class RestAssuredClient extends AbstractHttpClient {
  private final Http http;
  private final JsonRpcCaller.Call call;

  RestAssuredClient(Http http, JsonRpcCaller.Call call) {
    super(NoConnections.INSTANCE, new BasicHttpParams());
    this.http = http;
    this.call = call;
  }

  @Override
  public CloseableHttpResponse execute(HttpUriRequest request, HttpContext context)
      throws IOException {
    call.request = EntityUtils.toByteArray(((HttpEntityEnclosingRequest) request).getEntity());
    call.reply =
        http.post(
            request.getURI(),
            request.getFirstHeader(HttpHeaders.CONTENT_TYPE).getValue(),
            call.request,
            Messages.isReading(call.method));
    if (call.reply.refusal().isPresent()) {
      throw new IOException(call.reply.refusal().get());
    }
    return new Response(call.reply);
  }

  @Override
  protected HttpParams createHttpParams() {
    return new BasicHttpParams();
  }

  @Override
  protected BasicHttpProcessor createHttpProcessor() {
    return new BasicHttpProcessor();
  }

  @Override
  public void close() {
    // the connections belong to the wire's client
  }

  /** The answer as REST Assured sees it: status and body; of the headers none is its business. */
  private static final class Response extends BasicHttpResponse implements CloseableHttpResponse {
    Response(Reply reply) {
      super(HttpVersion.HTTP_1_1, reply.status(), reply.phrase());
      setEntity(new ByteArrayEntity(reply.body(), ContentType.APPLICATION_JSON));
      setHeader(HttpHeaders.CONTENT_TYPE, ContentType.APPLICATION_JSON.toString());
    }

    @Override
    public void close() {
      // the body is in memory
    }
  }

  /** Says nothing to what REST Assured asks of connections after a call. */
  private enum NoConnections implements ClientConnectionManager {
    INSTANCE;

    @Override
    public SchemeRegistry getSchemeRegistry() {
      return new SchemeRegistry();
    }

    @Override
    public ClientConnectionRequest requestConnection(HttpRoute route, Object state) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void releaseConnection(ManagedClientConnection connection, long valid, TimeUnit unit) {}

    @Override
    public void closeIdleConnections(long idle, TimeUnit unit) {}

    @Override
    public void closeExpiredConnections() {}

    @Override
    public void shutdown() {}
  }
}
