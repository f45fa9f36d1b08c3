package org.xapitck.kit.transcript;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.TimedExchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.redaction.Secrets;
import org.xapitck.kit.text.Bodies;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.text.Limits;
import org.xapitck.kit.text.Rendering;

/**
 * One exchange as text for a report: what was sent, what came, how the kit understood it. It masks
 * secrets, and shows only the number of tasks that are not the kit's own.
 */
public final class Transcript {
  /** Characters of a body shown where it may tell of others' tasks and cannot be taken apart. */
  private static final int UNREADABLE_LIST = 80;

  private final Exchange exchange;
  private final Secrets secrets;
  private final int limit;

  private Transcript(Exchange exchange, Secrets secrets, int limit) {
    this.exchange = exchange;
    this.secrets = secrets;
    this.limit = limit;
  }

  /**
   * An exchange with everything that came, for a server whose tasks are all the kit's own.
   *
   * @param limit bytes of each body that are shown
   */
  public static String of(Exchange exchange, Secrets secrets, int limit) {
    return of(exchange, secrets, ref -> true, limit);
  }

  /**
   * An exchange without the tasks of others.
   *
   * @param ownRef whether a reference is of a task that the kit made
   * @param limit bytes of each body that are shown
   */
  public static String of(Exchange exchange, Secrets secrets, Predicate<String> ownRef, int limit) {
    Transcript transcript = new Transcript(exchange, secrets, limit);
    return transcript.head() + transcript.body(ownRef).text() + transcript.tail();
  }

  /**
   * The same with the moment of the call and the line that repeats it.
   *
   * @param curl a line of {@link CurlScript}, or empty
   */
  public static String of(
      TimedExchange timed, Secrets secrets, Predicate<String> ownRef, int limit, String curl) {
    String text = of(timed.exchange(), secrets, ownRef, limit);
    String at = String.format(Locale.ROOT, "at %.1f ms: ", timed.offset().toNanos() / 1e6);
    return at + text + (curl.isEmpty() ? "" : "--- again\n" + secrets.mask(curl) + "\n");
  }

  /** The body that was sent. */
  public static String request(Exchange exchange, Secrets secrets, int limit) {
    byte[] body = exchange.sent().text().getBytes(StandardCharsets.UTF_8);
    return new Transcript(exchange, secrets, limit).cut(body);
  }

  /** The body that came, or its value where it tells of others' tasks; empty without one. */
  public static Shown answer(
      Exchange exchange, Secrets secrets, Predicate<String> ownRef, int limit) {
    return exchange.answered()
        ? new Transcript(exchange, secrets, limit).body(ownRef)
        : new Shown("", true);
  }

  /**
   * What a report shows of a body.
   *
   * @param asItCame whether it is the whole body, secrets apart
   */
  public record Shown(String text, boolean asItCame) {}

  private String head() {
    StringBuilder text = new StringBuilder();
    text.append(exchange.method()).append(" over ").append(exchange.wire().title());
    text.append(String.format(Locale.ROOT, ", %.1f ms%n", exchange.took().toNanos() / 1e6));
    text.append("--- request\n").append(request()).append('\n');
    if (!exchange.answered()) {
      return text.append("--- no answer\n").toString();
    }
    text.append("--- answer: HTTP ").append(exchange.status()).append('\n');
    int shown = 0;
    for (String header : exchange.headers()) {
      if (shown++ == 20) {
        text.append("... ").append(exchange.headers().size() - 20).append(" header lines more\n");
        break;
      }
      text.append(secrets.mask(Excerpt.line(secrets.mask(header), Limits.QUOTE))).append('\n');
    }
    return text.append('\n').toString();
  }

  /** The body, below what is unusual in the head. */
  private String request() {
    Sent sent = exchange.sent();
    StringBuilder head = new StringBuilder();
    if (!sent.mediaType().equals(exchange.wire().notation().mediaType())) {
      head.append("Content-Type: ").append(sent.mediaType()).append('\n');
    }
    sent.headers().forEach(line -> head.append(line).append('\n'));
    if (!head.isEmpty()) {
      head.append('\n');
    }
    // in UTF-8 the mask finds a secret whatever the charset that was sent
    return head + cut(sent.text().getBytes(StandardCharsets.UTF_8));
  }

  private Shown body(Predicate<String> ownRef) {
    byte[] response = exchange.response();
    if (!TaskClass.listsTasks(exchange.method()) || exchange.answer() instanceof Answer.Failure) {
      return received(response);
    }
    if (exchange.answer() instanceof Answer.Success success) {
      return own(success.value(), ownRef, response);
    }
    return unreadable(response);
  }

  private Shown received(byte[] response) {
    return new Shown(response.length == 0 ? "" : cut(response) + '\n', response.length <= limit);
  }

  /** The body as it came where all entries are own, else what is left of its value. */
  private Shown own(Value value, Predicate<String> ownRef, byte[] response) {
    int all;
    Value kept;
    int left;
    if (value instanceof Value.Array array) {
      List<Value> own = new ArrayList<>(array.elements());
      own.removeIf(element -> !(element instanceof Value.Text ref && ownRef.test(ref.text())));
      all = array.elements().size();
      left = own.size();
      kept = new Value.Array(own);
    } else if (value instanceof Value.Struct struct) {
      Map<String, Value> own = new LinkedHashMap<>(struct.members());
      own.keySet().removeIf(ref -> !ownRef.test(ref));
      all = struct.members().size();
      left = own.size();
      kept = new Value.Struct(own);
    } else {
      return unreadable(response);
    }
    if (left == all) {
      return received(response);
    }
    String rendered = Rendering.of(kept);
    return new Shown(
        cut(rendered.getBytes(StandardCharsets.UTF_8))
            + "\n("
            + (all - left)
            + " entries of others left out; the value is shown, not the body)\n",
        false);
  }

  private Shown unreadable(byte[] response) {
    return new Shown(
        secrets.mask(Bodies.sample(response, UNREADABLE_LIST))
            + "\n("
            + response.length
            + " bytes in all, which may tell of others' tasks)\n",
        false);
  }

  private String tail() {
    StringBuilder text = new StringBuilder();
    if (exchange.answer() instanceof Answer.Malformed malformed) {
      text.append("--- malformed: ").append(secrets.mask(malformed.reason())).append('\n');
    }
    for (Exchange.Violation violation : exchange.violations()) {
      text.append("--- breaks ").append(violation.rule());
      text.append(": expected ").append(violation.expected());
      text.append(", got ").append(secrets.mask(violation.actual())).append('\n');
    }
    return text.toString();
  }

  /**
   * What is kept of a body, masked. Of what is cut away only as much is looked at as a secret could
   * reach into.
   */
  private String cut(byte[] body) {
    if (body.length <= limit) {
      return secrets.mask(new String(body, StandardCharsets.UTF_8));
    }
    int end = limit;
    while (end > 0 && (body[end] & 0xC0) == 0x80) { // not within a character
      end--;
    }
    // a character takes at most 4 bytes
    int reach = Math.min(body.length - end, 4 * secrets.longest());
    String kept = new String(body, 0, end, StandardCharsets.UTF_8);
    String behind = new String(body, end, reach, StandardCharsets.UTF_8);
    return secrets.mask(kept + behind, kept.length())
        + "\n... "
        + (body.length - end)
        + " bytes more";
  }
}
