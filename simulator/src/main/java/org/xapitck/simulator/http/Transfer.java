package org.xapitck.simulator.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.nio.ByteBuffer;
import java.util.Iterator;
import org.xapitck.simulator.rpc.ByteSink;

/**
 * A large body on its way to a client that may take it as slowly as it likes. Its parts are copied
 * piece by piece, and the next piece only when the one before has left, so no connection ever holds
 * a second copy of the whole.
 */
final class Transfer {
  /** 64 KiB: Netty's own limit of what may wait to be sent on a connection. */
  static final int PIECE_BYTES = 64 * 1024;

  private final ByteSink head;
  private final boolean chunked;
  private final Iterator<ByteBuffer> parts;
  private ByteBuffer part = ByteBuffer.allocate(0);
  private int left;
  private boolean advancing;
  private ChannelPromise done;

  Transfer(ByteSink head, ByteSink body, boolean chunked) {
    this.head = head;
    this.chunked = chunked;
    this.parts = body.parts().iterator();
    this.left = body.size();
  }

  /** Sends the head and as much as fits; what comes back is done when all is sent. */
  ChannelFuture start(ChannelHandlerContext ctx) {
    done = ctx.newPromise();
    ctx.write(Unpooled.wrappedBuffer(head.toBytes()), ctx.voidPromise());
    advance(ctx);
    return done;
  }

  /** Goes on for as long as the connection takes more. */
  void advance(ChannelHandlerContext ctx) {
    if (advancing) {
      // a flush below has made room, which the loop below sees for itself
      return;
    }
    advancing = true;
    while (left > 0 && ctx.channel().isWritable()) {
      ByteBuf piece = piece(ctx);
      ctx.write(HttpAnswer.framed(piece, chunked, left == 0), left > 0 ? ctx.voidPromise() : done);
      if (left == 0 || !ctx.channel().isWritable()) {
        ctx.flush();
      }
    }
    advancing = false;
  }

  private ByteBuf piece(ChannelHandlerContext ctx) {
    int size = Math.min(left, PIECE_BYTES);
    ByteBuf piece = ctx.alloc().directBuffer(size, size);
    while (piece.isWritable()) {
      if (!part.hasRemaining()) {
        part = parts.next();
      }
      int length = Math.min(part.remaining(), piece.writableBytes());
      piece.writeBytes(part.slice(part.position(), length));
      part.position(part.position() + length);
    }
    left -= size;
    return piece;
  }
}
