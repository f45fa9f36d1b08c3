package org.xapitck.simulator.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** Encodes answers, but those that are bytes already, as the answers of the API are. */
final class AnswerEncoder extends HttpResponseEncoder {
  @Override
  public boolean acceptOutboundMessage(Object message) throws Exception {
    return !(message instanceof ByteBuf) && super.acceptOutboundMessage(message);
  }
}
