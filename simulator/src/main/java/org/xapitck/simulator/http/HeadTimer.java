package org.xapitck.simulator.http;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Watches the first head of a connection: too long a silence or too long in all ends it with 408.
 * As in xapi later requests of the same connection are not watched, so an idle client may stay.
 *
 * <p>It stands in front of the HTTP decoder and sees bytes; {@link Disarm} stands behind it and
 * sees the head.
 */
final class HeadTimer extends ChannelInboundHandlerAdapter {
  private final HttpLimits limits;
  private Future<?> total;
  private Future<?> silence;

  HeadTimer(HttpLimits limits) {
    this.limits = limits;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    total = schedule(ctx, limits.headTotal().toNanos());
    silence = schedule(ctx, limits.headRead().toNanos());
    ctx.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    if (silence != null) {
      silence.cancel(false);
      silence = schedule(ctx, limits.headRead().toNanos());
    }
    ctx.fireChannelRead(bytes);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    cancel();
    ctx.fireChannelInactive();
  }

  private Future<?> schedule(ChannelHandlerContext ctx, long nanos) {
    return ctx.executor().schedule(() -> expire(ctx), nanos, TimeUnit.NANOSECONDS);
  }

  private void expire(ChannelHandlerContext ctx) {
    cancel();
    ctx.channel().writeAndFlush(HttpAnswer.timeout()).addListener(ChannelFutureListener.CLOSE);
  }

  private void cancel() {
    if (silence != null) {
      silence.cancel(false);
      total.cancel(false);
      silence = null;
    }
  }

  /** Ends the watch when the first head is there, and takes both out of the way. */
  final class Disarm extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object part) {
      if (part instanceof HttpRequest) {
        cancel();
        ctx.pipeline().remove(HeadTimer.this);
        ctx.pipeline().remove(this);
      }
      ctx.fireChannelRead(part);
    }
  }
}
