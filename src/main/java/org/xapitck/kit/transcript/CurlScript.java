package org.xapitck.kit.transcript;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.redaction.Secrets;
import org.xapitck.kit.text.Shell;

/**
 * The calls of a scenario as lines for bash; pasted in order, they repeat the scenario. No line
 * holds a secret: {@code $SESSION_POOL_ADMIN} and {@code $PASSWORD_ROOT} stand for those that the
 * user sets, {@code $TASK_1} and {@code $SESSION_1} for the references that the pasted lines
 * themselves are given.
 *
 * <p>A password that is spelled otherwise in the body, because it holds a quote or an angle
 * bracket, is {@code $PASSWORD_ROOT_JSON} or {@code $PASSWORD_ROOT_XML}: the password as that
 * notation spells it.
 */
public final class CurlScript {
  private static final String SESSION = "SESSION_";

  private final Endpoint endpoint;
  private final Wire wire;
  private final Map<String, String> variables = new LinkedHashMap<>();

  /** Variables that lines set before others use them. */
  private final Set<String> kept = new HashSet<>();

  private final Set<String> used = new TreeSet<>();

  /**
   * Lines for bash, and what they need.
   *
   * @param lines one for each exchange
   * @param needs the variables that a user has to set first, in the order of the alphabet
   */
  public record Lines(List<String> lines, List<String> needs) {
    public Lines {
      lines = List.copyOf(lines);
      needs = List.copyOf(needs);
    }

    /** Where nobody wants to repeat anything. */
    public static Lines none() {
      return new Lines(List.of(), List.of());
    }

    /** The accounts whose sessions the lines need, spelled as in the names of variables. */
    public List<String> accounts() {
      return needs.stream()
          .filter(name -> name.startsWith(SESSION))
          .map(name -> name.substring(SESSION.length()))
          .toList();
    }

    /**
     * Lines that log in, for the sessions that the other lines need. They need the name and the
     * password of each user, spelled as the wire's notation spells them.
     */
    public List<String> logins(Wire wire, Endpoint endpoint) {
      CurlScript script = new CurlScript(endpoint, wire, new Secrets());
      return accounts().stream().map(script::login).toList();
    }
  }

  private CurlScript(Endpoint endpoint, Wire wire, Secrets secrets) {
    this.endpoint = endpoint;
    this.wire = wire;
    secrets.variables().forEach(secret -> spell(secret.getKey(), secret.getValue()));
  }

  /** One line for each exchange, all of them over one wire. */
  public static Lines of(List<Exchange> exchanges, Endpoint endpoint, Secrets secrets) {
    if (exchanges.isEmpty()) {
      return Lines.none();
    }
    List<String> lines = new ArrayList<>();
    CurlScript script = new CurlScript(endpoint, exchanges.get(0).wire(), secrets);
    for (int i = 0; i < exchanges.size(); i++) {
      lines.add(script.line(exchanges.get(i), exchanges.subList(i + 1, exchanges.size())));
    }
    script.used.removeAll(script.kept);
    return new Lines(lines, List.copyOf(script.used));
  }

  private void spell(String secret, String variable) {
    String json = Secrets.json(secret, false);
    String xml = Secrets.xml(secret);
    boolean whole = secret.length() < Secrets.SHORTEST_EVERYWHERE;
    if (wire.notation() == Wire.Notation.XML) {
      add(whole ? '>' + xml + '<' : xml, xml.equals(secret) ? variable : variable + "_XML");
    } else {
      add(whole ? '"' + json + '"' : json, json.equals(secret) ? variable : variable + "_JSON");
    }
  }

  private void add(String spelling, String variable) {
    variables.put(spelling, variable);
  }

  private String line(Exchange exchange, List<Exchange> later) {
    Sent sent = exchange.sent();
    String curl = curl(sent.mediaType(), sent.headers(), data(sent));
    return given(exchange)
        .filter(ref -> later.stream().anyMatch(next -> mentions(next, ref)))
        .map(ref -> keeping(ref, exchange.method(), curl))
        .orElse(curl);
  }

  private String curl(String mediaType, List<String> headers, String data) {
    return "curl -si"
        + trust()
        + endpoint.proxy().map(proxy -> " -x " + Shell.quoted(proxy.toString())).orElse("")
        + ' '
        + Shell.quoted(url())
        + " -H "
        + Shell.quoted("Content-Type: " + mediaType)
        + headers.stream().map(line -> " -H " + Shell.quoted(line)).collect(Collectors.joining())
        + " --data-binary "
        + data;
  }

  /** The shell's own texts are UTF-8. */
  private String data(Sent sent) {
    String text = body(sent.text());
    return sent.charset().equals(StandardCharsets.UTF_8)
        ? text
        : "@<(printf %s " + text + " | iconv -f UTF-8 -t " + sent.charset().name() + ")";
  }

  private String url() {
    return endpoint.of(wire).toString();
  }

  private String trust() {
    URI url = endpoint.url();
    if (!"https".equalsIgnoreCase(url.getScheme())) {
      return "";
    }
    String proof =
        endpoint.trust().insecure()
            ? " -k"
            : endpoint.trust().pin().isPresent()
                // curl pins keys and not certificates; the user has looked at this one
                ? " -k"
                : endpoint
                    .trust()
                    .caFile()
                    .map(file -> " --cacert " + Shell.quoted(file.toString()))
                    .orElse("");
    return proof
        + endpoint
            .trust()
            .client()
            .map(
                own ->
                    " --cert "
                        + Shell.quoted(own.certificates().toString())
                        + " --key "
                        + Shell.quoted(own.key().toString()))
            .orElse("");
  }

  /** The reference that an answer gave and later calls may use. */
  private static Optional<String> given(Exchange exchange) {
    boolean gives =
        exchange.method().equals(TaskClass.CREATE)
            || exchange.method().equals("session.login_with_password");
    return gives
            && exchange.answer() instanceof Answer.Success success
            && success.value() instanceof Value.Text text
            && !text.text().isEmpty()
        ? Optional.of(text.text())
        : Optional.empty();
  }

  private static boolean mentions(Exchange exchange, String ref) {
    return exchange.sent().text().contains(ref);
  }

  /** Shows the answer and keeps the reference in it. */
  private String keeping(String ref, String method, String curl) {
    String kind = method.equals(TaskClass.CREATE) ? "TASK_" : "SESSION_";
    long number = kept.stream().filter(name -> name.startsWith(kind)).count();
    String variable = kind + (number + 1);
    kept.add(variable);
    variables.remove(ref);
    add(ref, variable);
    return keeping(variable, curl);
  }

  private String keeping(String variable, String curl) {
    String value =
        wire.notation() == Wire.Notation.XML
            ? "s/.*<name>Value<\\/name> *<value>(<string>)?([^<]*)<.*/\\2/"
            : "s/.*\"result\" *: *\"([^\"]*)\".*/\\1/";
    return variable
        + "=$("
        + curl
        + " | tee /dev/stderr | tr -d '\\r\\n' | sed -E "
        + Shell.quoted(value)
        + ")";
  }

  /** Logs in as the user of {@code $USER_POOL_ADMIN} and keeps the session. */
  private String login(String account) {
    String user = "'\"$USER_" + account + "\"'";
    String password = "'\"$PASSWORD_" + account + "\"'";
    String version = wire == Wire.JSONRPC2 ? "\"jsonrpc\":\"2.0\"," : "";
    String body =
        wire.notation() == Wire.Notation.XML
            ? "<?xml version=\"1.0\"?><methodCall><methodName>session.login_with_password"
                + "</methodName><params><param><value><string>"
                + user
                + "</string></value></param><param><value><string>"
                + password
                + "</string></value></param></params></methodCall>"
            : "{"
                + version
                + "\"method\":\"session.login_with_password\",\"params\":[\""
                + user
                + "\",\""
                + password
                + "\"],\"id\":1}";
    return keeping(
        SESSION + account, curl(wire.notation().mediaType(), List.of(), "'" + body + "'"));
  }

  private String body(String text) {
    if (variables.isEmpty()) {
      return Shell.quoted(text);
    }
    Pattern all =
        Pattern.compile(
            variables.keySet().stream()
                .sorted(Comparator.comparingInt(spelling -> -spelling.length()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    StringBuilder line = new StringBuilder();
    Matcher matcher = all.matcher(text);
    int end = 0;
    while (matcher.find()) {
      String found = matcher.group();
      // a short secret was looked for with the marks around it, which stay
      boolean marked = found.length() > 2 && isMark(found.charAt(0)) && isMark(last(found));
      int edge = marked && variables.get(found) != null && isShort(found) ? 1 : 0;
      line.append(Shell.quoted(text.substring(end, matcher.start() + edge)));
      used.add(variables.get(found));
      line.append("\"$").append(variables.get(found)).append('"');
      end = matcher.end() - edge;
    }
    return line.append(Shell.quoted(text.substring(end))).toString();
  }

  private static boolean isShort(String found) {
    return found.length() - 2 < Secrets.SHORTEST_EVERYWHERE;
  }

  private static boolean isMark(char c) {
    return c == '"' || c == '>' || c == '<';
  }

  private static char last(String text) {
    return text.charAt(text.length() - 1);
  }
}
