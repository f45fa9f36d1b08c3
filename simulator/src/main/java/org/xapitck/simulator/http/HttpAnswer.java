package org.xapitck.simulator.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.xapitck.simulator.rpc.ByteSink;
import org.xapitck.simulator.rpc.RpcEndpoint.Reply;

/**
 * Builds responses with xapi's headers in xapi's order and spelling.
 *
 * <p>Names and values are constants of this class or numbers, so Netty's check of them is skipped.
 */
final class HttpAnswer {
  private static final HttpResponseStatus INTERNAL_ERROR =
      new HttpResponseStatus(500, "Internal Error");
  private static final HttpResponseStatus NOT_IMPLEMENTED =
      new HttpResponseStatus(501, "Method not implemented");

  /** 256 bytes: all heads fit that are not wrong on purpose. */
  private static final int HEAD_BYTES = 256;

  private HttpAnswer() {}

  /** The answer of the API, head and body, as the bytes that leave. */
  static ByteBuf of(
      Reply.Answered reply,
      HttpStyle style,
      HttpVersion version,
      boolean keepAlive,
      ByteBufAllocator memory) {
    ByteSink head = headOf(reply, style, version, keepAlive);
    ByteBuf all = memory.directBuffer(head.size() + reply.body().size());
    head.to(all::writeBytes);
    if (isChunked(style, version)) {
      ByteBuf body = Unpooled.wrappedBuffer(reply.body().toBytes());
      return Unpooled.wrappedBuffer(all, framed(body, true, true));
    }
    reply.body().to(all::writeBytes);
    return all;
  }

  /**
   * The head of the answer of the API, for a body that follows. It is written by hand, since it is
   * that of nearly every answer: headers as objects cost as much as reading the call.
   */
  static ByteSink headOf(
      Reply.Answered reply, HttpStyle style, HttpVersion version, boolean keepAlive) {
    HttpResponseStatus status = HttpResponseStatus.valueOf(reply.status());
    ByteSink head = new ByteSink(HEAD_BYTES);
    head.ascii(version.text());
    head.put(' ');
    head.ascii(status.codeAsText().toString());
    head.put(' ');
    head.ascii(status.reasonPhrase());
    if (isChunked(style, version)) {
      head.ascii("\r\ntransfer-encoding: chunked");
    } else {
      head.ascii("\r\ncontent-length: ");
      head.ascii(Integer.toString(reply.body().size()));
    }
    head.ascii(keepAlive ? "\r\nconnection: keep-alive" : "\r\nconnection: close");
    head.ascii("\r\ncache-control: no-cache, no-store\r\ncontent-type: ");
    head.ascii(reply.contentType());
    if (reply.dispatched()) {
      head.ascii("\r\nAccess-Control-Allow-Origin: *");
      head.ascii("\r\nAccess-Control-Allow-Headers: X-Requested-With");
    }
    style.headers().forEach((name, value) -> head.ascii("\r\n" + name + ": " + value));
    head.ascii("\r\n\r\n");
    return head;
  }

  /** Whether a body goes in chunks, which HTTP/1.0 does not know. */
  static boolean isChunked(HttpStyle style, HttpVersion version) {
    return style.chunked() && version.equals(HttpVersion.HTTP_1_1);
  }

  /** A piece of a body as it leaves: as a chunk, where bodies go in chunks. */
  static ByteBuf framed(ByteBuf piece, boolean chunked, boolean last) {
    if (!chunked) {
      return piece;
    }
    String size = Integer.toHexString(piece.readableBytes()) + "\r\n";
    String end = last ? "0\r\n\r\n" : "";
    return piece.isReadable()
        ? Unpooled.wrappedBuffer(ascii(size), piece, ascii("\r\n" + end))
        : Unpooled.wrappedBuffer(piece, ascii(end));
  }

  private static ByteBuf ascii(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
  }

  /** The answer to OPTIONS; {@code requested} is what the browser asked for, perhaps null. */
  static FullHttpResponse options(HttpVersion version, boolean keepAlive, String requested) {
    FullHttpResponse response = ok(version, Unpooled.EMPTY_BUFFER, keepAlive);
    response
        .headers()
        .add("Access-Control-Allow-Origin", "*")
        .add(
            "Access-Control-Allow-Headers",
            requested == null ? "X-Requested-With" : requested + ", X-Requested-With")
        // PUT it is, though calls are POSTs
        .add("Access-Control-Allow-Methods", "PUT");
    return response;
  }

  static FullHttpResponse internalError(HttpVersion version, String printedException) {
    return page(version, INTERNAL_ERROR, Pages.internalError(printedException));
  }

  /** The answer to a body that is no call. */
  static FullHttpResponse malformed(HttpVersion version, HttpStyle style, String printed) {
    HttpResponseStatus status =
        style.malformedStatus() == INTERNAL_ERROR.code()
            ? INTERNAL_ERROR
            : HttpResponseStatus.valueOf(style.malformedStatus());
    return page(version, status, Pages.internalError(printed));
  }

  /** A text for people. */
  static FullHttpResponse text(HttpVersion version, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return document(version, new Site.Content("text/plain; charset=utf-8", bytes));
  }

  /** A document for a browser. */
  static FullHttpResponse document(HttpVersion version, Site.Content content) {
    ByteBuf body = Unpooled.wrappedBuffer(content.bytes());
    FullHttpResponse response = response(version, HttpResponseStatus.OK, body);
    response
        .headers()
        .add("content-length", body.readableBytes())
        .add("content-type", content.type())
        .add("connection", "close")
        .add("cache-control", "no-cache, no-store");
    return response;
  }

  /** The head of the answer to a transfer, whose end is that of the connection. */
  static HttpResponse stream(Map<String, String> headers) {
    HttpResponse response =
        new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, uncheckedHeaders());
    common(response, false);
    headers.forEach(response.headers()::add);
    return response;
  }

  /**
   * The answer to a transfer that does not begin; 400 and 404 are heads alone, as xapi sends them.
   */
  static FullHttpResponse refused(StreamSite.Reaction.Refuses refusal) {
    HttpVersion version = HttpVersion.HTTP_1_1;
    switch (refusal.status()) {
      case 401:
        FullHttpResponse response =
            page(version, HttpResponseStatus.UNAUTHORIZED, Pages.UNAUTHORISED);
        // labels of our own, so there is nothing to be escaped
        response.headers().add("WWW-Authenticate", "Basic realm=\"" + refusal.text() + "\"");
        return response;
      case 403:
        return forbidden(version);
      case 500:
        return internalError(version, refusal.text());
      default:
        return headAlone(version, HttpResponseStatus.valueOf(refusal.status()));
    }
  }

  /** The same; the head alone where only that was asked for. */
  static FullHttpResponse to(HttpMethod method, FullHttpResponse response) {
    return method.equals(HttpMethod.HEAD) ? response.replace(Unpooled.EMPTY_BUFFER) : response;
  }

  private static FullHttpResponse headAlone(HttpVersion version, HttpResponseStatus status) {
    FullHttpResponse response = response(version, status, Unpooled.EMPTY_BUFFER);
    common(response, false);
    return response;
  }

  static FullHttpResponse notImplemented(HttpVersion version, String verb) {
    return page(version, NOT_IMPLEMENTED, Pages.notImplemented(verb));
  }

  /** A page that is no answer of the API. */
  static FullHttpResponse trouble(HttpVersion version, int status) {
    return page(version, HttpResponseStatus.valueOf(status), Pages.trouble(status));
  }

  static FullHttpResponse forbidden(HttpVersion version) {
    return page(version, HttpResponseStatus.FORBIDDEN, Pages.FORBIDDEN);
  }

  static FullHttpResponse timeout() {
    return page(HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_TIMEOUT, Pages.TIMEOUT);
  }

  /** The answer to a request whose head could not be read. */
  static FullHttpResponse unreadable(Throwable cause) {
    return cause instanceof TooLongHttpHeaderException || cause instanceof TooLongHttpLineException
        ? headTooLarge()
        : internalError(HttpVersion.HTTP_1_1, "The HTTP headers could not be parsed.");
  }

  static FullHttpResponse headTooLarge() {
    return page(
        HttpVersion.HTTP_1_1,
        HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
        Pages.HEAD_TOO_LARGE);
  }

  private static FullHttpResponse ok(HttpVersion version, ByteBuf body, boolean keepAlive) {
    FullHttpResponse response = response(version, HttpResponseStatus.OK, body);
    response.headers().add("content-length", body.readableBytes());
    common(response, keepAlive);
    return response;
  }

  private static void common(HttpResponse response, boolean keepAlive) {
    response
        .headers()
        .add("connection", keepAlive ? "keep-alive" : "close")
        .add("cache-control", "no-cache, no-store");
  }

  private static FullHttpResponse page(
      HttpVersion version, HttpResponseStatus status, String html) {
    ByteBuf body = Unpooled.wrappedBuffer(html.getBytes(StandardCharsets.UTF_8));
    FullHttpResponse response = response(version, status, body);
    response
        .headers()
        .add("content-length", body.readableBytes())
        .add("content-type", "text/html")
        .add("connection", "close")
        .add("cache-control", "no-cache, no-store");
    return response;
  }

  private static FullHttpResponse response(
      HttpVersion version, HttpResponseStatus status, ByteBuf body) {
    return new DefaultFullHttpResponse(
        version, status, body, uncheckedHeaders(), EmptyHttpHeaders.INSTANCE);
  }

  private static HttpHeaders uncheckedHeaders() {
    return DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
  }
}
