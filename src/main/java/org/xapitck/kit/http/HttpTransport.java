package org.xapitck.kit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.apache.http.HttpHeaders;
import org.apache.http.NoHttpResponseException;
import org.apache.http.client.ClientProtocolException;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.tls.CertificateProblem;
import org.xapitck.kit.tls.TlsSockets;

/**
 * Sends every request of both client libraries: a POST that keeps the raw bytes and ends in time,
 * whatever the server does. It follows no redirect, keeps no cookie, decodes no content, uses no
 * proxy except a given one, and repeats no call that could change something.
 */
public final class HttpTransport implements AutoCloseable {
  private static final int CHUNK = 8192;

  /** What the JDK calls the alert of a server that wants another certificate, or any. */
  private static final Pattern WANTS_CERTIFICATE =
      Pattern.compile("alert: (certificate_required|bad_certificate)");

  private final Endpoint endpoint;
  private final HttpPool pool;
  private final CloseableHttpClient client;
  private final Deadlines deadlines;
  private final AtomicBoolean answered = new AtomicBoolean();
  private Optional<Boolean> tls = Optional.empty();

  public HttpTransport(Endpoint endpoint, LongSupplier nanos) {
    this.endpoint = endpoint;
    this.pool = new HttpPool(endpoint);
    this.client = pool.client();
    this.deadlines = new Deadlines(endpoint.callTimeout(), nanos);
  }

  /**
   * Sends one request and reads the answer, at most for the call's time-out.
   *
   * @param repeatable whether a second try is safe where a kept connection turns out to be closed
   */
  public Reply post(URI url, Sent sent, boolean repeatable) {
    try (Deadlines.Deadline deadline = deadlines.begin()) {
      try {
        return exchange(request(url, sent), deadline);
      } catch (IOException | RuntimeException failure) {
        if (!closedUnanswered(failure) || deadline.passed()) {
          return nothing(failure, deadline);
        }
        pool.stopKeepingAlive();
        return repeatable ? secondTry(request(url, sent), deadline) : nothing(failure, deadline);
      }
    }
  }

  private Reply secondTry(HttpPost request, Deadlines.Deadline deadline) {
    try {
      return exchange(request, deadline);
    } catch (IOException | RuntimeException failure) {
      return nothing(failure, deadline);
    }
  }

  private static HttpPost request(URI url, Sent sent) {
    HttpPost post = new HttpPost(url);
    // three short headers: a real server refuses a request head beyond 1,024 bytes
    post.setHeader(HttpHeaders.CONTENT_TYPE, sent.mediaType());
    for (String line : sent.headers()) {
      int colon = line.indexOf(':');
      post.setHeader(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    post.setEntity(new ByteArrayEntity(sent.body()));
    return post;
  }

  private Reply exchange(HttpPost request, Deadlines.Deadline deadline) throws IOException {
    deadline.watch(request);
    // closing a response that was not read to its end closes its connection and reads no further
    try (CloseableHttpResponse response = client.execute(request)) {
      answered.set(true);
      List<String> headers =
          Arrays.stream(response.getAllHeaders())
              .map(header -> header.getName() + ": " + header.getValue())
              .toList();
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      Optional<Reply.Trouble> trouble = read(response, body, deadline);
      return new Reply(
          response.getStatusLine().getStatusCode(),
          String.valueOf(response.getStatusLine().getReasonPhrase()),
          headers,
          body.toByteArray(),
          deadline.elapsed(),
          trouble);
    }
  }

  private Optional<Reply.Trouble> read(
      CloseableHttpResponse response, ByteArrayOutputStream body, Deadlines.Deadline deadline) {
    if (response.getEntity() == null) {
      return Optional.empty();
    }
    try {
      InputStream in = response.getEntity().getContent();
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        int room = endpoint.answerLimit() - body.size();
        body.write(chunk, 0, Math.min(n, room));
        if (n > room) {
          return Optional.of(
              new Reply.Trouble(
                  "the answer was cut off beyond " + endpoint.answerLimit() + " bytes", true));
        }
      }
    } catch (IOException | RuntimeException broken) {
      return Optional.of(
          isLate(broken, deadline)
              ? late(body.size())
              : new Reply.Trouble(
                  "the answer broke off after " + body.size() + " bytes: " + cause(broken), true));
    }
    return encoding(response)
        .map(coding -> new Reply.Trouble("a " + coding + " body that nobody asked for", true));
  }

  private static Optional<String> encoding(CloseableHttpResponse response) {
    return Optional.ofNullable(response.getFirstHeader(HttpHeaders.CONTENT_ENCODING))
        .map(header -> String.valueOf(header.getValue()).strip())
        .filter(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase("identity"))
        .map(coding -> Excerpt.line(coding, 40));
  }

  /** Asked once, and only of a server that never answered. */
  private boolean speaksTls() {
    if (!"http".equalsIgnoreCase(endpoint.url().getScheme())
        || endpoint.proxy().isPresent()
        || answered.get()) {
      return false;
    }
    synchronized (answered) {
      if (tls.isEmpty()) {
        tls = Optional.of(TlsSockets.areSpokenAt(endpoint));
      }
      return tls.get();
    }
  }

  private Reply nothing(Exception failure, Deadlines.Deadline deadline) {
    Reply.Trouble trouble =
        isLate(failure, deadline)
            ? late(0)
            : new Reply.Trouble(
                "no HTTP answer from "
                    + place()
                    + ": "
                    + (isNoHttp(failure) && speaksTls()
                        ? "the port speaks TLS; use a URL that begins with https"
                        : cause(failure)),
                false,
                certificate(deepest(failure)));
    return Reply.none(deadline.elapsed(), trouble);
  }

  /** The socket's own time-out is as long as the call's and may come first. */
  private static boolean isLate(Exception failure, Deadlines.Deadline deadline) {
    return deadline.passed()
        || failure instanceof SocketTimeoutException
            && !(failure instanceof ConnectTimeoutException);
  }

  private Reply.Trouble late(int bytes) {
    return new Reply.Trouble(
        "no complete answer within "
            + endpoint.callTimeout().toMillis()
            + " ms, only "
            + bytes
            + " bytes of its body",
        false);
  }

  private String place() {
    return endpoint.url().getHost()
        + (endpoint.url().getPort() < 0 ? "" : ":" + endpoint.url().getPort());
  }

  private static Throwable deepest(Exception failure) {
    Throwable deepest = failure;
    for (int i = 0; i < 10 && deepest.getCause() != null; i++) {
      deepest = deepest.getCause();
    }
    return deepest;
  }

  private static String cause(Exception failure) {
    Throwable deepest = deepest(failure);
    String message = deepest.getMessage();
    return switch (certificate(deepest)) {
      case DISTRUSTED -> message;
      case WANTED ->
          "the server wants a certificate of the kit's (--client-cert, --client-key): " + message;
      case NO_MATTER ->
          Excerpt.line(message == null ? deepest.getClass().getSimpleName() : message, 160);
    };
  }

  private static Answer.Certificate certificate(Throwable deepest) {
    if (deepest instanceof CertificateProblem) {
      return Answer.Certificate.DISTRUSTED;
    }
    return WANTS_CERTIFICATE.matcher(String.valueOf(deepest.getMessage())).find()
        ? Answer.Certificate.WANTED
        : Answer.Certificate.NO_MATTER;
  }

  private static boolean isNoHttp(Exception failure) {
    return closedUnanswered(failure) || failure instanceof ClientProtocolException;
  }

  private static boolean closedUnanswered(Exception failure) {
    return failure instanceof NoHttpResponseException
        || failure instanceof SocketException && !(failure instanceof ConnectException);
  }

  /** Says that an answer was malformed, so that its rest cannot spoil the next. */
  public void distrust() {
    pool.stopKeepingAlive();
  }

  @Override
  public void close() {
    deadlines.close();
    pool.close();
  }
}
