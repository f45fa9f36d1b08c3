package org.xapitck.simulator.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import org.xapitck.simulator.http.StreamSite.Flow;
import org.xapitck.simulator.http.StreamSite.Reaction;

/**
 * Stands before a connection's handler and takes from it the requests that move bytes. As in xapi
 * the head of the answer leaves at once and the connection ends with the transfer. What comes is
 * counted and dropped piece by piece, so a transfer of any size takes no memory.
 */
final class StreamHandler extends ChannelInboundHandlerAdapter {
  /** 1 KiB: four pieces of the bodies that are sent, so that their progress can be seen. */
  private static final int PIECE_BYTES = 1024;

  private final Moment moment;
  private final HttpLimits limits;
  private Flow flow;
  private boolean taken;
  private boolean untilTheEnd;

  StreamHandler(Moment moment, HttpLimits limits) {
    this.moment = moment;
    this.limits = limits;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object part) {
    if (!taken && part instanceof HttpRequest head) {
      Optional<Reaction> reaction = reaction(head);
      reaction.ifPresent(
          found -> {
            taken = true;
            react(ctx, head, found);
          });
    }
    if (!taken) {
      ctx.fireChannelRead(part);
      return;
    }
    int bytes = 0;
    if (part instanceof HttpContent content) {
      bytes = content.content().readableBytes();
    } else if (part instanceof ByteBuf plain) {
      bytes = plain.readableBytes();
    }
    ReferenceCountUtil.release(part);
    if (flow != null && bytes > 0) {
      flow.moved(bytes);
    }
    if (flow != null && part instanceof LastHttpContent && !untilTheEnd) {
      finish(ctx);
    }
  }

  private Optional<Reaction> reaction(HttpRequest head) {
    String verb = head.method().name();
    if (!verb.equals("PUT") && !verb.equals("GET")
        || head.decoderResult().isFailure()
        || Heads.sizeOf(head) > limits.headBytes()) {
      return Optional.empty();
    }
    try {
      return moment.get().routes().streams().open(Heads.streamOf(head));
    } catch (IllegalArgumentException unreadable) {
      // a percent sign without two digits: no transfer, and answered as before there were any
      return Optional.empty();
    }
  }

  private void react(ChannelHandlerContext ctx, HttpRequest head, Reaction reaction) {
    if (reaction instanceof Reaction.Receives receives) {
      begin(ctx, receives.flow());
      ctx.writeAndFlush(HttpAnswer.stream(receives.headers()));
      untilTheEnd =
          !head.headers().contains("content-length")
              && !head.headers().contains("transfer-encoding");
      if (untilTheEnd) {
        // a body without a length is whatever comes, which the decoder would take for requests
        ctx.pipeline().remove(HttpRequestDecoder.class);
      }
    } else if (reaction instanceof Reaction.Sends sends) {
      Flow sending = sends.flow();
      begin(ctx, sending);
      flow = null;
      ctx.write(HttpAnswer.stream(sends.headers()));
      send(ctx, sends.body(), sending);
    } else if (reaction instanceof Reaction.Refuses refuses) {
      closeAfter(ctx, ctx.writeAndFlush(HttpAnswer.refused(refuses)));
    }
  }

  private void begin(ChannelHandlerContext ctx, Flow begun) {
    flow = begun;
    begun.stopBy(() -> ctx.executor().execute(() -> drop(ctx)));
  }

  private void drop(ChannelHandlerContext ctx) {
    flow = null;
    ctx.close();
  }

  private static void send(ChannelHandlerContext ctx, byte[] body, Flow flow) {
    for (int at = 0; at < body.length; at += PIECE_BYTES) {
      int size = Math.min(PIECE_BYTES, body.length - at);
      ctx.write(new DefaultHttpContent(Unpooled.wrappedBuffer(body, at, size)))
          .addListener(
              sent -> {
                if (sent.isSuccess()) {
                  flow.moved(size);
                }
              });
    }
    ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT)
        .addListener(
            sent -> {
              if (sent.isSuccess()) {
                flow.finished();
              } else {
                flow.broken();
              }
              RequestHandler.endOutput(ctx, sent.isSuccess());
            });
  }

  private void finish(ChannelHandlerContext ctx) {
    Flow done = flow;
    flow = null;
    // before the answer ends, so that a client that has it all finds its task completed
    done.finished();
    closeAfter(ctx, ctx.writeAndFlush(Unpooled.EMPTY_BUFFER));
  }

  private static void closeAfter(ChannelHandlerContext ctx, ChannelFuture written) {
    written.addListener(sent -> RequestHandler.endOutput(ctx, sent.isSuccess()));
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (!taken || !(event instanceof ChannelInputShutdownEvent)) {
      ctx.fireUserEventTriggered(event);
    } else if (flow != null && untilTheEnd) {
      finish(ctx);
    } else if (flow != null) {
      fail();
      ctx.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (flow != null) {
      fail();
    }
    ctx.fireChannelInactive();
  }

  private void fail() {
    Flow ended = flow;
    flow = null;
    ended.broken();
  }
}
