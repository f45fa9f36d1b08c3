package org.xapitck.simulator.http;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Locale;
import java.util.Optional;
import org.xapitck.simulator.http.HttpStyle.HeaderRule;

/** Stands before a connection's handler and keeps from it requests that are not to reach it. */
final class HeaderRules extends ChannelInboundHandlerAdapter {
  private static final int CONTINUE = HttpResponseStatus.CONTINUE.code();

  private final Moment moment;
  private HttpStyle style;
  private Optional<HeaderRule> refusing = Optional.empty();

  HeaderRules(Moment moment) {
    this.moment = moment;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object part) {
    if (part instanceof HttpRequest head) {
      style = moment.renewed().style();
      Optional<HeaderRule> rule = ruleFor(head);
      refusing = rule.filter(one -> one.status() != CONTINUE);
      if (rule.isPresent() && refusing.isEmpty()) {
        ctx.writeAndFlush(
            new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
      }
    }
    if (refusing.isEmpty()) {
      ctx.fireChannelRead(part);
      return;
    }
    ReferenceCountUtil.release(part);
    // when all was sent, or closing would reset the connection and take the answer with it
    if (part instanceof LastHttpContent) {
      refuse(ctx, refusing.get());
    }
  }

  private Optional<HeaderRule> ruleFor(HttpRequest head) {
    // a right server has none, and no call is to pay for that
    return style.rules().isEmpty()
        ? Optional.empty()
        : style.rules().stream().filter(one -> isIn(head, one)).findFirst();
  }

  private static boolean isIn(HttpRequest head, HeaderRule header) {
    return head.headers().getAll(header.name()).stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(header.part()));
  }

  private void refuse(ChannelHandlerContext ctx, HeaderRule header) {
    if (header.status() < 0) {
      return;
    }
    if (header.status() == 0) {
      ctx.close();
      return;
    }
    ctx.writeAndFlush(
            HttpAnswer.malformed(
                HttpVersion.HTTP_1_1,
                style.withMalformedStatus(header.status()),
                "the header " + header.name() + " is not understood"))
        .addListener(ChannelFutureListener.CLOSE);
  }
}
