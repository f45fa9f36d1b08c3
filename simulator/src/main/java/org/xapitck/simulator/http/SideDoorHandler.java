package org.xapitck.simulator.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Stands before whatever answers as xapi does, and keeps from it the requests of a side door. */
final class SideDoorHandler extends ChannelInboundHandlerAdapter {
  /** Marks connections on which a request of the side door came. */
  static final AttributeKey<Boolean> USED = AttributeKey.valueOf("side-door");

  private final SideDoor door;
  private HttpRequest request;
  private ByteArrayOutputStream body;
  private boolean tooLong;
  private boolean waiting;
  private boolean inputEnded;
  private Runnable gone = () -> {};

  SideDoorHandler(SideDoor door) {
    this.door = door;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object part) throws IOException {
    if (part instanceof HttpRequest head && !head.decoderResult().isFailure()) {
      request = door.owns(Heads.pathOf(head)) ? head : null;
      if (request != null) {
        begin(ctx);
      }
    }
    if (request == null) {
      ctx.fireChannelRead(part);
      return;
    }
    try {
      if (part instanceof HttpContent content) {
        tooLong |= body.size() + content.content().readableBytes() > door.bodyBytes();
        if (!tooLong) {
          content.content().readBytes(body, content.content().readableBytes());
        }
        if (part instanceof LastHttpContent) {
          finish(ctx);
        }
      }
    } finally {
      ReferenceCountUtil.release(part);
    }
  }

  private void begin(ChannelHandlerContext ctx) {
    body = new ByteArrayOutputStream();
    tooLong = false;
    ctx.channel().attr(USED).set(true);
    if (HttpUtil.is100ContinueExpected(request)) {
      ctx.writeAndFlush(
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }
  }

  private void finish(ChannelHandlerContext ctx) {
    HttpRequest complete = request;
    request = null;
    waiting = true;
    ctx.channel().config().setAutoRead(false);
    String local = ((InetSocketAddress) ctx.channel().localAddress()).getAddress().getHostAddress();
    gone =
        door.serve(
            new SideDoor.Request(
                complete.method().name(),
                complete.uri(),
                name -> complete.headers().get(name, ""),
                local,
                ctx.pipeline().get(SslHandler.class) != null,
                tooLong ? Optional.empty() : Optional.of(body.toByteArray())),
            (time, work) -> ctx.executor().schedule(work, time.toNanos(), TimeUnit.NANOSECONDS),
            response -> ctx.executor().execute(() -> send(ctx, complete, response)));
  }

  private void send(ChannelHandlerContext ctx, HttpRequest asked, SideDoor.Response response) {
    waiting = false;
    gone = () -> {};
    boolean keepAlive = HttpUtil.isKeepAlive(asked) && !inputEnded;
    FullHttpResponse message =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(response.status()),
            Unpooled.wrappedBuffer(response.body()));
    message
        .headers()
        .add("content-length", response.body().length)
        .add("content-type", response.contentType())
        .add("connection", keepAlive ? "keep-alive" : "close")
        .add("cache-control", "no-store")
        .add("x-content-type-options", "nosniff");
    if (!response.allow().isEmpty()) {
      message.headers().add("allow", response.allow());
    }
    if (response.status() == HttpResponseStatus.UNAUTHORIZED.code()) {
      message.headers().add("www-authenticate", "Bearer");
    }
    message = HttpAnswer.to(asked.method(), message);
    if (keepAlive) {
      ctx.writeAndFlush(message, ctx.voidPromise());
      ctx.channel().config().setAutoRead(true);
    } else {
      ctx.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE);
    }
  }

  /** While a request waits here, nobody behind may read on. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (!waiting) {
      ctx.fireChannelWritabilityChanged();
    }
  }

  /** A client that ends its side still gets the response it waits for. */
  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    inputEnded |= event instanceof ChannelInputShutdownEvent;
    if (!waiting || !(event instanceof ChannelInputShutdownEvent)) {
      ctx.fireUserEventTriggered(event);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    gone.run();
    ctx.fireChannelInactive();
  }
}
