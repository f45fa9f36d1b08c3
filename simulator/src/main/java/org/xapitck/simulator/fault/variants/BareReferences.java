package org.xapitck.simulator.fault.variants;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.RightServer;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** References without their prefix, as the oldest servers give them. */
final class BareReferences {
  private static final String PREFIX = "OpaqueRef:";

  /** The messages whose texts are references that the server made. */
  private static final Set<String> GIVING =
      Set.of("session.login_with_password", "task.create", "host.get_all", "task.get_resident_on");

  private BareReferences() {}

  static Alteration alteration() {
    return Intercept.stateful(method -> true, Memory::new);
  }

  /** Remembers what was given away bare, so that no text of a client's is taken for a reference. */
  private static final class Memory implements org.xapitck.simulator.fault.alter.Interceptor {
    private final Map<String, String> whole = new ConcurrentHashMap<>();

    @Override
    public Answer answer(Call call, RightServer server) {
      Answer answer = server.answer(wholeOf(call));
      if (GIVING.contains(call.method()) && answer instanceof Answer.Success success) {
        Values.deep(success.value(), this::learn);
      }
      if (call.method().startsWith("task.get_") && answer instanceof Answer.Success success) {
        learnHosts(success.value());
      }
      if (answer instanceof Answer.Failure failure) {
        List<String> parameters = failure.parameters().stream().map(this::bare).toList();
        return new Answer.Failure(failure.code(), parameters);
      }
      return Intercept.ofSuccess(answer, value -> Values.deep(value, this::bare));
    }

    private void learnHosts(Value value) {
      Values.get(value, "resident_on").ifPresent(this::learn);
      if (value instanceof Value.Struct records) {
        records.members().forEach(m -> Values.get(m.value(), "resident_on").ifPresent(this::learn));
      }
    }

    private Value learn(Value value) {
      String text = Parameters.text(value);
      if (text.startsWith(PREFIX)) {
        whole.put(text.substring(PREFIX.length()), text);
      }
      return value;
    }

    private Call wholeOf(Call call) {
      return new Call(
          call.method(),
          call.parameters().stream()
              .map(p -> Values.text(p, text -> whole.getOrDefault(text, text)))
              .toList());
    }

    private Value bare(Value value) {
      if (value instanceof Value.Struct struct) {
        return new Value.Struct(
            struct.members().stream()
                .map(m -> new Value.Member(bare(m.name()), m.value()))
                .toList());
      }
      return Values.text(value, this::bare);
    }

    private String bare(String text) {
      return text.startsWith(PREFIX) && whole.containsKey(text.substring(PREFIX.length()))
          ? text.substring(PREFIX.length())
          : text;
    }
  }
}
