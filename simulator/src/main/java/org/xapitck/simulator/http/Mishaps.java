package org.xapitck.simulator.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpVersion;
import org.xapitck.simulator.rpc.RpcEndpoint.Reply;

/** Ends a connection as a fault wants it. */
final class Mishaps {
  private Mishaps() {}

  /**
   * Lets a reply that is none happen to the connection, which is not read for requests any more.
   */
  static void befall(ChannelHandlerContext ctx, Reply reply, HttpStyle style, HttpVersion version) {
    if (reply instanceof Reply.Cut cut) {
      cut(ctx, cut, style, version);
    } else if (reply instanceof Reply.Reset) {
      reset(ctx);
    } else {
      // silence: whatever comes is ignored, but reading shows when the client gives up
      ctx.channel().config().setAutoRead(true);
    }
  }

  /** Sends the head with the whole length, a part of the body, and no more. */
  private static void cut(
      ChannelHandlerContext ctx, Reply.Cut cut, HttpStyle style, HttpVersion version) {
    byte[] head = HttpAnswer.headOf(cut.whole(), style, version, true).toBytes();
    ctx.write(Unpooled.wrappedBuffer(head), ctx.voidPromise());
    ByteBuf part = ctx.alloc().buffer();
    cut.whole().body().parts().forEach(part::writeBytes);
    part.writerIndex(Math.max(0, Math.min(cut.bytes(), part.writerIndex() - 1)));
    ctx.writeAndFlush(HttpAnswer.framed(part, HttpAnswer.isChunked(style, version), false))
        .addListener(ChannelFutureListener.CLOSE);
  }

  /** Resets the connection: a close that waits for nothing is a reset. */
  private static void reset(ChannelHandlerContext ctx) {
    ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    ctx.channel().close();
  }
}
