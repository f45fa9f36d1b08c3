package org.xapitck.simulator.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.TimeUnit;
import org.xapitck.simulator.rpc.OcamlText;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.RpcEndpoint.Reply;

/**
 * One connection: takes requests one after the other and answers each as xapi does.
 *
 * <p>Reading stops while a call is being answered, so that a client cannot pile up work, and a call
 * that waits costs neither a thread nor an unbounded queue. Bodies are collected here and not by
 * Netty's aggregator, which would add the Content-Length that xapi demands of the client.
 */
final class RequestHandler extends SimpleChannelInboundHandler<HttpObject> {
  /** 1 s: how long an answered client may go on sending before the connection is cut. */
  private static final long LINGER_MILLIS = 1000;

  /** 4 KiB: room for the first pieces of a body that comes in several. */
  private static final int FIRST_BODY_BYTES = 4096;

  private final Moment moment;
  private final HttpLimits limits;

  private Serving serving;
  private HttpStyle style;
  private HttpRequest request;
  private ByteBuf body;
  private boolean closing;
  private boolean waiting;
  private boolean inputEnded;
  private Transfer transfer;

  RequestHandler(Moment moment, HttpLimits limits) {
    this.moment = moment;
    this.limits = limits;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, HttpObject part) {
    if (closing) {
      return;
    }
    if (part.decoderResult().isFailure()) {
      refuseUnreadable(ctx, part);
      return;
    }
    if (part instanceof HttpRequest head) {
      begin(ctx, head);
    }
    if (part instanceof HttpContent content && request != null && !closing) {
      if (part instanceof LastHttpContent) {
        finish(ctx, bodyWith(content.content()));
      } else {
        collect(ctx, content.content());
      }
    }
  }

  private void begin(ChannelHandlerContext ctx, HttpRequest head) {
    serving = moment.get();
    style = serving.style();
    HttpVersion version = Heads.versionOf(head, style);
    if (Heads.sizeOf(head) > limits.headBytes()) {
      closeWith(ctx, HttpAnswer.to(head.method(), HttpAnswer.headTooLarge()));
      return;
    }
    switch (head.method().name()) {
      case "POST" -> beginCall(ctx, head, version);
      case "OPTIONS" -> request = head;
      // what StreamHandler lets pass: neither files nor consoles are simulated
      case "GET", "PUT", "CONNECT" -> closeWith(ctx, serving.page(head, version));
      default ->
          closeWith(
              ctx,
              HttpAnswer.to(
                  head.method(), HttpAnswer.notImplemented(version, head.method().name())));
    }
  }

  private void beginCall(ChannelHandlerContext ctx, HttpRequest head, HttpVersion version) {
    if (!head.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
        || HttpUtil.isTransferEncodingChunked(head)) {
      String needed = OcamlText.failure("We require a content-length: HTTP header");
      closeWith(ctx, HttpAnswer.internalError(version, needed));
      return;
    }
    long length = HttpUtil.getContentLength(head, -1L);
    if (length < 0 || length > limits.bodyBytes()) {
      String exception = "Http_svr.Client_requested_size_over_limit";
      closeWith(ctx, HttpAnswer.internalError(version, exception));
      return;
    }
    request = head;
  }

  private void collect(ChannelHandlerContext ctx, ByteBuf piece) {
    if (request.method().equals(HttpMethod.OPTIONS)) {
      return; // nobody reads its body
    }
    if (body == null) {
      // grows with what comes: a client that only announces much takes no memory
      body = ctx.alloc().heapBuffer(FIRST_BODY_BYTES, limits.bodyBytes());
    }
    body.writeBytes(piece);
  }

  /** The whole body; that of most calls comes in one piece, which is copied once. */
  private byte[] bodyWith(ByteBuf last) {
    return ByteBufUtil.getBytes(body == null ? last : body.writeBytes(last));
  }

  private void finish(ChannelHandlerContext ctx, byte[] bytes) {
    HttpRequest complete = request;
    dropRequest();
    HttpVersion version = Heads.versionOf(complete, style);
    boolean keepAlive = HttpUtil.isKeepAlive(complete) && !style.closes();
    if (complete.method().name().equals("OPTIONS")) {
      String requested = complete.headers().get("access-control-request-headers");
      send(ctx, HttpAnswer.options(version, keepAlive, requested), keepAlive);
      return;
    }
    RpcEndpoint endpoint = serving.routes().of(Heads.pathOf(complete));
    waiting = true;
    try {
      endpoint.serve(
          bytes,
          reply ->
              style
                  .gate()
                  .pass(
                      (time, work) ->
                          ctx.executor().schedule(work, time.toNanos(), TimeUnit.NANOSECONDS),
                      () -> onLoop(ctx, () -> answer(ctx, reply, version, keepAlive))));
    } catch (RuntimeException defect) {
      // a mistake of ours must not end the server, and a client is told as xapi tells of its own
      waiting = false;
      closeWith(ctx, HttpAnswer.internalError(version, defect.toString()));
    }
    if (waiting) {
      ctx.channel().config().setAutoRead(false);
    }
  }

  private void onLoop(ChannelHandlerContext ctx, Runnable work) {
    if (!style.delay().isZero()) {
      ctx.executor().schedule(work, style.delay().toNanos(), TimeUnit.NANOSECONDS);
    } else if (ctx.executor().inEventLoop()) {
      work.run();
    } else {
      ctx.executor().execute(work);
    }
  }

  private void answer(
      ChannelHandlerContext ctx, Reply reply, HttpVersion version, boolean keepAlive) {
    waiting = false;
    if (reply instanceof Reply.Answered answered) {
      if (answered.body().size() > Transfer.PIECE_BYTES) {
        transfer(ctx, answered, version, keepAlive);
      } else {
        readOn(ctx);
        send(ctx, HttpAnswer.of(answered, style, version, keepAlive, ctx.alloc()), keepAlive);
      }
    } else if (reply instanceof Reply.Malformed malformed) {
      closeWith(ctx, HttpAnswer.malformed(version, style, malformed.printed()));
    } else if (reply instanceof Reply.Trouble trouble) {
      closeWith(ctx, HttpAnswer.trouble(version, trouble.status()));
    } else {
      closing = true;
      Mishaps.befall(ctx, reply, style, version);
    }
  }

  /** Sends a large answer; until the client has taken it, nothing more is read from it. */
  private void transfer(
      ChannelHandlerContext ctx, Reply.Answered answered, HttpVersion version, boolean keepAlive) {
    waiting = true;
    transfer =
        new Transfer(
            HttpAnswer.headOf(answered, style, version, keepAlive),
            answered.body(),
            HttpAnswer.isChunked(style, version));
    transfer
        .start(ctx)
        .addListener(
            sent -> {
              waiting = false;
              transfer = null;
              if (keepAlive && !inputEnded) {
                readOn(ctx);
              } else {
                closing = true;
                endOutput(ctx, sent.isSuccess());
              }
            });
  }

  /** Reads on where nothing is waited for, neither an answer nor a client to take what it asked. */
  private void readOn(ChannelHandlerContext ctx) {
    ctx.channel().config().setAutoRead(!waiting && ctx.channel().isWritable());
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (transfer != null) {
      transfer.advance(ctx);
    } else {
      readOn(ctx);
    }
    ctx.fireChannelWritabilityChanged();
  }

  private void refuseUnreadable(ChannelHandlerContext ctx, HttpObject part) {
    FullHttpResponse refusal = HttpAnswer.unreadable(part.decoderResult().cause());
    closeWith(
        ctx, part instanceof HttpRequest head ? HttpAnswer.to(head.method(), refusal) : refusal);
  }

  private void send(ChannelHandlerContext ctx, Object response, boolean keepAlive) {
    if (keepAlive && !inputEnded) {
      ctx.writeAndFlush(response, ctx.voidPromise());
    } else {
      closeWith(ctx, response);
    }
  }

  /**
   * Sends the last answer of a connection. The client may still be sending: closing at once would
   * reset the connection and take the answer with it, so our side is shut first.
   */
  private void closeWith(ChannelHandlerContext ctx, Object response) {
    closing = true;
    dropRequest();
    ctx.writeAndFlush(response).addListener(sent -> endOutput(ctx, sent.isSuccess()));
  }

  /** Shuts our side, and the whole connection a little later. */
  static void endOutput(ChannelHandlerContext ctx, boolean sent) {
    if (!(ctx.channel() instanceof DuplexChannel duplex) || !sent) {
      ctx.close();
      return;
    }
    duplex.shutdownOutput();
    ctx.executor().schedule(() -> ctx.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A client that ends its side still gets the answer it waits for. */
  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      inputEnded = true;
      if (!waiting) {
        // behind whatever is still being written
        ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    closing = true;
    dropRequest();
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    // a reset connection, mostly; whatever it is concerns this connection alone
    ctx.close();
  }

  private void dropRequest() {
    request = null;
    if (body != null) {
      body.release();
      body = null;
    }
  }
}
