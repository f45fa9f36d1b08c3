package org.xapitck.kit.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.text.Bodies;
import org.xapitck.kit.text.Excerpt;

/**
 * The reply to one POST, or why there is no usable one.
 *
 * @param status the HTTP status, 0 where no HTTP answer came
 * @param phrase the words behind the status
 * @param headers the header lines as sent
 * @param body what was read of the body
 * @param took from the first byte sent to the last byte read
 * @param trouble why there is no whole answer, if so
 */
public record Reply(
    int status,
    String phrase,
    List<String> headers,
    byte[] body,
    Duration took,
    Optional<Trouble> trouble) {

  /**
   * Why there is no whole answer.
   *
   * @param reason one sentence for people
   * @param ofForm whether the server sent something malformed, as opposed to nothing or too little
   *     in time
   * @param certificate whether a certificate kept the kit from asking
   */
  public record Trouble(String reason, boolean ofForm, Answer.Certificate certificate) {

    /** With a server that was asked. */
    public Trouble(String reason, boolean ofForm) {
      this(reason, ofForm, Answer.Certificate.NO_MATTER);
    }
  }

  private static final int OK = 200;

  static Reply none(Duration took, Trouble trouble) {
    return new Reply(0, "", List.of(), new byte[0], took, Optional.of(trouble));
  }

  /** Why this can be no answer of the API, whatever its body says; empty where the body decides. */
  public Optional<String> refusal() {
    if (trouble.isPresent()) {
      return trouble.map(Trouble::reason);
    }
    if (status == OK) {
      return Optional.empty();
    }
    return Optional.of("an answer of the API has HTTP 200; " + summary());
  }

  /** Status, content type and the first 80 characters of the body, for a message to people. */
  public String summary() {
    StringBuilder text = new StringBuilder("got HTTP ").append(status);
    if (!phrase.isBlank()) {
      text.append(' ').append(Excerpt.line(phrase, 40));
    }
    header("location").ifPresent(to -> text.append(" to host ").append(host(to)));
    text.append(", ").append(header("content-type").orElse("no content type"));
    return body.length == 0
        ? text.append(", an empty body").toString()
        : text.append(": ").append(Bodies.sample(body, 80)).toString();
  }

  /** The value of the first header of this name in lower case, shortened. */
  Optional<String> header(String name) {
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> Excerpt.line(line.substring(name.length() + 1).strip(), 80))
        .findFirst();
  }

  /** Only the host: a path or a query may repeat what the kit sent, the session included. */
  private static String host(String location) {
    int start = location.indexOf("//");
    if (start < 0) {
      return "(the same)";
    }
    String rest = location.substring(start + 2).split("[/?#]", 2)[0];
    return rest.substring(rest.lastIndexOf('@') + 1);
  }
}
