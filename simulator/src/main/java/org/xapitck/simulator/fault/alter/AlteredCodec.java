package org.xapitck.simulator.fault.alter;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.BiFunction;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.ByteSink;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Codec;
import org.xapitck.simulator.rpc.MalformedRequest;
import org.xapitck.simulator.rpc.Wire;

/** A wire that writes some answers otherwise; JSON's codec serves two wires. */
class AlteredCodec implements Codec {
  private final Codec right;
  private final Set<Wire> wires;
  private final BiFunction<Call, Answer, Answer> change;
  private final Rewriting rewriting;
  private final int status;

  /** What becomes of a body; its characters are bytes, so that any can be written. */
  @FunctionalInterface
  interface Rewriting {
    String rewrite(Answer answer, String body);
  }

  AlteredCodec(
      Codec right,
      Set<Wire> wires,
      BiFunction<Call, Answer, Answer> change,
      Rewriting rewriting,
      int status) {
    this.right = right;
    this.wires = wires;
    this.change = change;
    this.rewriting = rewriting;
    this.status = status;
  }

  @Override
  public String contentType() {
    return right.contentType();
  }

  @Override
  public Request read(byte[] body) throws MalformedRequest {
    Request request = right.read(body);
    if (request instanceof Request.Dispatch dispatch) {
      return wires.contains(dispatch.wire())
          ? new Request.Dispatch(
              dispatch.call(), new Writer(dispatch.call(), dispatch.writer()), dispatch.wire())
          : request;
    }
    return request;
  }

  /** Whether an answer comes with the other HTTP status. */
  boolean hasStatus(Answer answer) {
    return true;
  }

  /** Writes the answer to one call. */
  private final class Writer implements AnswerWriter {
    private final Call call;
    private final AnswerWriter writer;

    Writer(Call call, AnswerWriter writer) {
      this.call = call;
      this.writer = writer;
    }

    @Override
    public int status(Answer answer) {
      return status != 200 && hasStatus(answer) ? status : writer.status(answer);
    }

    @Override
    public ByteSink write(Answer answer) {
      Answer changed = change.apply(call, answer);
      ByteSink body = writer.write(changed);
      if (rewriting == null || call.method().startsWith("session.")) {
        return body;
      }
      String rewritten = rewriting.rewrite(changed, bytes(body));
      ByteSink sink = new ByteSink(rewritten.length());
      sink.latin1(rewritten);
      return sink;
    }
  }

  private static String bytes(ByteSink sink) {
    return new String(sink.toBytes(), StandardCharsets.ISO_8859_1);
  }
}
