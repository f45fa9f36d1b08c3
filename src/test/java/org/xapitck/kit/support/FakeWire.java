package org.xapitck.kit.support;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.model.WrongType;
import org.xapitck.kit.wire.ClientFault;
import org.xapitck.kit.wire.WireClient;

/**
 * A wire without a network: it answers as its script says and writes each call into a story, such
 * as {@code pool-admin: task.destroy T1}. A call that the script does not know fails the test.
 * Logins are answered with {@code session of USER}.
 */
public final class FakeWire implements WireClient {
  private static final String SESSION = "session of ";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm:ss'Z'");

  private final List<String> story;
  private final Map<String, Function<Call, Exchange>> script = new HashMap<>();
  private boolean closed;

  /** A wire that only logs in and out; its calls are added to the story. */
  public FakeWire(List<String> story) {
    this.story = story;
    answering("session.login_with_password", call -> text(SESSION + call.parameters().get(0)));
    answering("session.logout", call -> text(""));
  }

  /** Answers a message by what a function makes of the call. */
  public FakeWire answering(String message, Function<Call, Answer> answer) {
    script.put(message, call -> exchange(call, 200, answer.apply(call)));
    return this;
  }

  /** Answers a message by these in turn, and by the last one ever after. */
  public FakeWire on(String message, Answer... answers) {
    List<Answer> left = new ArrayList<>(List.of(answers));
    return answering(message, call -> left.size() > 1 ? left.remove(0) : left.get(0));
  }

  /** Gives no HTTP answer to a message. */
  public FakeWire silentOn(String message) {
    script.put(message, call -> exchange(call, 0, new Answer.Malformed("no answer came")));
    return this;
  }

  /** Fails at a message, as a client that has a fault of its own does. */
  public FakeWire failingOn(String message) {
    script.put(
        message,
        call -> {
          throw new ClientFault("the library refused it", null);
        });
    return this;
  }

  @Override
  public Exchange call(Call call) {
    story.add(words(call));
    if (!script.containsKey(call.method())) {
      throw new AssertionError("nobody expects the call " + words(call));
    }
    return script.get(call.method()).apply(call);
  }

  private static String words(Call call) {
    List<String> all = call.parameters().stream().map(String::valueOf).toList();
    if (call.method().equals("session.login_with_password")) {
      return "login " + all.get(0);
    }
    if (call.method().equals("session.logout")) {
      return "logout " + user(all.get(0));
    }
    if (all.isEmpty()) {
      return call.method();
    }
    return Stream.concat(
            Stream.of(user(all.get(0)) + ":", call.method()), all.subList(1, all.size()).stream())
        .collect(Collectors.joining(" "));
  }

  private static String user(String session) {
    return session.replace(SESSION, "");
  }

  private Exchange exchange(Call call, int status, Answer answer) {
    return new Exchange(
        wire(),
        call.method(),
        Sent.usual(wire().notation(), new byte[0]),
        status,
        List.of(),
        new byte[0],
        Duration.ZERO,
        answer,
        List.of());
  }

  /** A success with a text. */
  public static Answer text(String text) {
    return new Answer.Success(new Value.Text(text));
  }

  /** A success with texts. */
  public static Answer texts(String... texts) {
    return new Answer.Success(
        new Value.Array(Stream.of(texts).<Value>map(Value.Text::new).toList()));
  }

  /** A success with a time. */
  public static Answer time(String text) {
    return new Answer.Success(new Value.Time(text));
  }

  /** A success with a number, where a text is right. */
  public static Answer number(int number) {
    return new Answer.Success(new Value.Number(BigDecimal.valueOf(number), true));
  }

  /** A refusal. */
  public static Answer refusal(String code) {
    return new Answer.Failure(code, List.of());
  }

  /** The refusal of a reference that is of no task. */
  public static Answer unknown() {
    return new Answer.Failure("HANDLE_INVALID", List.of("task", "T"));
  }

  /** A success with records that have this label each. */
  public static Answer records(Map<String, String> labels) {
    Map<String, Value> records = new LinkedHashMap<>();
    labels.forEach(
        (ref, label) ->
            records.put(ref, new Value.Struct(Map.of("name_label", new Value.Text(label)))));
    return new Answer.Success(new Value.Struct(records));
  }

  @Override
  public Wire wire() {
    return Wire.JSONRPC2;
  }

  @Override
  public Object read(ApiType type, Value value) {
    String text = value instanceof Value.Time time ? time.text() : ((Value.Text) value).text();
    return type == ApiType.DATETIME ? instant(text) : text;
  }

  private static Instant instant(String text) {
    try {
      return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new WrongType("a time", text);
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Whether it was closed. */
  public boolean isClosed() {
    return closed;
  }
}
