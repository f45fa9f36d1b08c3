package org.xapitck.simulator.fault.alter;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.xapitck.simulator.dispatch.Message;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.http.HttpStyle;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Codec;
import org.xapitck.simulator.rpc.MalformedRequest;
import org.xapitck.simulator.rpc.OcamlText;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.Wire;
import org.xapitck.simulator.session.Accounts;

/** The few ways in which an alteration gets between a right server and its clients. */
public final class Intercept {
  private Intercept() {}

  /** Calls of these messages are answered by the interceptor. */
  public static Alteration calls(Predicate<String> methods, Interceptor interceptor) {
    return stateful(methods, () -> interceptor);
  }

  /** Calls of this message are answered by the interceptor. */
  public static Alteration calls(String method, Interceptor interceptor) {
    return calls(method::equals, interceptor);
  }

  /** The same with a memory; each simulator gets an interceptor of its own. */
  public static Alteration stateful(Predicate<String> methods, Supplier<Interceptor> interceptors) {
    return new Alteration() {
      @Override
      public RpcEndpoint.Api api(RpcEndpoint.Api right) {
        RightServer server = new RightServer(right);
        Interceptor interceptor = interceptors.get();
        return (call, then) -> {
          if (methods.test(call.method())) {
            then.accept(interceptor.answer(call, server));
          } else {
            right.call(call, then);
          }
        };
      }
    };
  }

  /** The right answers of a message are changed. */
  public static Alteration answers(String method, UnaryOperator<Answer> change) {
    return calls(method, (call, server) -> change.apply(server.answer(call)));
  }

  /** The value of a message's success is changed. */
  public static Alteration value(String method, UnaryOperator<Value> change) {
    return answers(method, answer -> ofSuccess(answer, change));
  }

  /** Where a message fails with this code, it answers something else. */
  public static Alteration refusal(String method, String code, UnaryOperator<Answer> change) {
    return answers(method, answer -> isFailure(answer, code) ? change.apply(answer) : answer);
  }

  /** Where any message fails with this code, it answers something else. */
  public static Alteration refusals(String code, UnaryOperator<Answer> change) {
    return calls(
        method -> method.startsWith("task."),
        (call, server) -> {
          Answer answer = server.answer(call);
          return isFailure(answer, code) ? change.apply(answer) : answer;
        });
  }

  /** A call that succeeded is followed by more, which the client never asked for. */
  public static Alteration afterwards(String method, BiConsumer<Call, RightServer> more) {
    return calls(
        method,
        (call, server) -> {
          Answer answer = server.answer(call);
          if (answer instanceof Answer.Success) {
            more.accept(call, server);
          }
          return answer;
        });
  }

  /** A setter's success is taken back, so that it changes nothing. */
  public static Alteration undone(String method, String field) {
    return calls(method, (call, server) -> undo(call, server, field));
  }

  /** Answers a call and puts a field back to what it was. */
  public static Answer undo(Call call, RightServer server, String field) {
    String ref = Parameters.ref(call);
    Value before = server.value(call, "task.get_" + field, ref).orElse(Value.VOID);
    Answer answer = server.answer(call);
    if (answer instanceof Answer.Success) {
      server.call(call, "task.set_" + field, ref, before);
    }
    return answer;
  }

  /** A message of the table is changed: its role, its handler. */
  public static Alteration message(String name, UnaryOperator<Message> change) {
    return new Alteration() {
      @Override
      public Message message(Message right) {
        return right.name().equals(name) ? change.apply(right) : right;
      }
    };
  }

  /** Values of successful answers are changed on these wires, at whatever depth they are. */
  public static Alteration values(Set<Wire> wires, UnaryOperator<Value> change) {
    return shown(wires, (call, answer) -> ofSuccess(answer, value -> Values.deep(value, change)));
  }

  /** Successful answers of one message are changed on these wires. */
  public static Alteration value(Set<Wire> wires, String method, UnaryOperator<Value> change) {
    return shown(
        wires, (call, answer) -> call.method().equals(method) ? ofSuccess(answer, change) : answer);
  }

  /** What a wire makes of the right answer to a call. */
  @FunctionalInterface
  public interface WireView {
    /** The answer that the wire writes. */
    Answer show(Call call, Answer right);
  }

  /** Each wire has a view of its own, and a memory where the view has one. */
  public static Alteration byWire(Supplier<WireView> views) {
    return codec(
        right -> {
          Codec codec = right;
          for (Wire wire : Wire.ALL) {
            codec = new AlteredCodec(codec, Set.of(wire), views.get()::show, null, 200);
          }
          return codec;
        });
  }

  private static Alteration shown(Set<Wire> wires, WireView view) {
    return codec(right -> new AlteredCodec(right, wires, view::show, null, 200));
  }

  private static Alteration codec(UnaryOperator<Codec> change) {
    return new Alteration() {
      @Override
      public Codec codec(Codec right) {
        return change.apply(right);
      }
    };
  }

  /** The bodies of some answers are rewritten on these wires. */
  public static Alteration bodies(
      Set<Wire> wires, Predicate<Answer> which, UnaryOperator<String> rewrite) {
    return body(wires, (answer, body) -> which.test(answer) ? rewrite.apply(body) : body);
  }

  /** The bodies of successes are rewritten on these wires. */
  public static Alteration successes(Set<Wire> wires, UnaryOperator<String> rewrite) {
    return bodies(wires, answer -> answer instanceof Answer.Success, rewrite);
  }

  /** The bodies of failures of class task are rewritten on these wires. */
  public static Alteration failures(Set<Wire> wires, UnaryOperator<String> rewrite) {
    return bodies(wires, answer -> answer instanceof Answer.Failure, rewrite);
  }

  private static Alteration body(Set<Wire> wires, AlteredCodec.Rewriting rewriting) {
    return codec(right -> new AlteredCodec(right, wires, (call, answer) -> answer, rewriting, 200));
  }

  /** Requests are read otherwise on these wires; the characters of a body are its bytes. */
  public static Alteration misread(Set<Wire> wires, UnaryOperator<String> change) {
    return reading(wires, change::apply);
  }

  /** Requests in which this is found are refused as no calls on these wires. */
  public static Alteration unread(Set<Wire> wires, String regex) {
    Pattern pattern = Pattern.compile(regex);
    return reading(
        wires,
        body -> {
          if (pattern.matcher(body).find()) {
            throw new MalformedRequest("Unread(" + OcamlText.quote(regex) + ")");
          }
          return body;
        });
  }

  private static Alteration reading(Set<Wire> wires, MisreadingCodec.Misreading misreading) {
    return codec(right -> new MisreadingCodec(right, wires, misreading));
  }

  /** Failures with this code come with another HTTP status. */
  public static Alteration status(Set<Wire> wires, String code, int status) {
    return codec(
        right ->
            new AlteredCodec(right, wires, (call, answer) -> answer, null, status) {
              @Override
              boolean hasStatus(Answer answer) {
                return isFailure(answer, code);
              }
            });
  }

  /** Answers travel in another way. */
  public static Alteration http(UnaryOperator<HttpStyle> change) {
    return new Alteration() {
      @Override
      public HttpStyle http(HttpStyle right) {
        return change.apply(right);
      }
    };
  }

  /** All of these, the first nearest to the server. */
  public static Alteration together(Alteration... alterations) {
    return together(Arrays.asList(alterations));
  }

  /** All of these, the first nearest to the server. */
  public static Alteration together(List<Alteration> all) {
    return new Alteration() {
      @Override
      public Message message(Message right) {
        return fold(right, Alteration::message);
      }

      @Override
      public Accounts accounts(Accounts right) {
        return fold(right, Alteration::accounts);
      }

      @Override
      public RpcEndpoint.Api api(RpcEndpoint.Api right) {
        return fold(right, Alteration::api);
      }

      @Override
      public Codec codec(Codec right) {
        return fold(right, Alteration::codec);
      }

      @Override
      public HttpStyle http(HttpStyle right) {
        return fold(right, Alteration::http);
      }

      private <T> T fold(T right, java.util.function.BiFunction<Alteration, T, T> apply) {
        T altered = right;
        for (Alteration alteration : all) {
          altered = apply.apply(alteration, altered);
        }
        return altered;
      }
    };
  }

  /** A success with its value changed; a failure as it is. */
  public static Answer ofSuccess(Answer answer, UnaryOperator<Value> change) {
    return answer instanceof Answer.Success success
        ? new Answer.Success(change.apply(success.value()))
        : answer;
  }

  /** Whether an answer is a failure with this code. */
  public static boolean isFailure(Answer answer, String code) {
    return answer instanceof Answer.Failure failure && failure.code().equals(code);
  }
}
