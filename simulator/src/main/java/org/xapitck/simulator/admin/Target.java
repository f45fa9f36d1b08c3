package org.xapitck.simulator.admin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.simulator.rpc.Value;

/**
 * The path and the query that a request names.
 *
 * @param path decoded
 * @param parts the parts of the path, each decoded
 * @param query as sent
 */
record Target(String path, List<String> parts, String query) {

  static Target of(String target) throws Problem {
    String local = target.replaceFirst("^https?://[^/]*", "");
    int mark = local.indexOf('?');
    String path = mark < 0 ? local : local.substring(0, mark);
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      parts.add(decoded(part.replace("+", "%2B")));
    }
    return new Target(String.join("/", parts), parts, mark < 0 ? "" : local.substring(mark + 1));
  }

  private static String decoded(String text) throws Problem {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Problem(Problem.BAD_REQUEST, "not encoded as a URL is: " + text);
    }
  }

  /** Whether an operation is done at this path. */
  boolean isAt(Operation operation) {
    String[] template = operation.path().split("/", -1);
    if (template.length != parts.size()) {
      return false;
    }
    for (int i = 0; i < template.length; i++) {
      boolean varies = template[i].startsWith("{");
      if (varies ? parts.get(i).isEmpty() : !template[i].equals(parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The parts of the path that vary, by name. */
  Map<String, String> variables(String template) {
    String[] names = template.split("/", -1);
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      if (names[i].startsWith("{")) {
        variables.put(names[i].substring(1, names[i].length() - 1), parts.get(i));
      }
    }
    return variables;
  }

  /**
   * The parameters, checked.
   *
   * @throws Problem 400; the pointer names the parameter
   */
  Fields query(Schema.Obj form) throws Problem {
    List<Value.Member> members = new ArrayList<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String text = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      Schema member = form.members().get(name);
      boolean whole =
          member != null
              && member.json().members().contains(new Value.Member("type", Value.of("integer")));
      members.add(
          new Value.Member(
              name,
              whole && text.matches("-?\\d{1,18}")
                  ? new Value.Int(Long.parseLong(text))
                  : Value.of(text)));
    }
    Value.Struct struct = new Value.Struct(members);
    form.check(struct, "?");
    return new Fields(struct, "?");
  }
}
