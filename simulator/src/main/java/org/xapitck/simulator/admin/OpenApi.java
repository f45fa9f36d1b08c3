package org.xapitck.simulator.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xapitck.simulator.rpc.Value;

/** The OpenAPI document, made of the table that requests are served by. */
final class OpenApi {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)\\}");

  private static final Schema PROBLEM =
      Schema.object(
          "status!", Schema.whole(400, 599),
          "detail!", Schema.text(),
          "pointer",
              Schema.text().saying("a JSON pointer into the body; of a query, ? and the parameter"),
          "allowed", Schema.list(Schema.text(), 1),
          "nearest", Schema.list(Schema.text(), 1));

  private OpenApi() {}

  static Value of(List<Operation> table) {
    Map<String, List<Value.Member>> paths = new LinkedHashMap<>();
    for (Operation one : table) {
      paths
          .computeIfAbsent(one.path(), path -> new ArrayList<>())
          .add(new Value.Member(one.method().toLowerCase(Locale.ROOT), operation(one)));
    }
    List<Value.Member> members = new ArrayList<>();
    paths.forEach((path, all) -> members.add(new Value.Member(path, new Value.Struct(all))));
    return Fields.object(
        "openapi",
        "3.0.3",
        "info",
        Fields.object(
            "title",
            "Control of the XAPI task simulator",
            "version",
            "1",
            "description",
            "Everything that can be done to a running simulator. A foreign Host or Origin is"
                + " refused; with --admin-token each request bears the token."),
        "paths",
        new Value.Struct(members),
        "components",
        Fields.object(
            "schemas",
            Fields.object("Problem", PROBLEM.json()),
            "securitySchemes",
            Fields.object("token", Fields.object("type", "http", "scheme", "bearer"))),
        "security",
        new Value.Array(
            List.of(
                new Value.Struct(List.of()), Fields.object("token", new Value.Array(List.of())))));
  }

  private static Value operation(Operation one) {
    List<Value.Member> members = new ArrayList<>();
    members.add(new Value.Member("operationId", Value.of(one.id())));
    members.add(new Value.Member("summary", Value.of(one.summary())));
    List<Value> parameters = new ArrayList<>();
    Matcher variable = VARIABLE.matcher(one.path());
    while (variable.find()) {
      parameters.add(parameter(variable.group(1), "path", Schema.text()));
    }
    one.query().members().forEach((name, form) -> parameters.add(parameter(name, "query", form)));
    if (!parameters.isEmpty()) {
      members.add(new Value.Member("parameters", new Value.Array(parameters)));
    }
    if (!one.body().members().isEmpty()) {
      members.add(
          new Value.Member(
              "requestBody",
              Fields.object(
                  "required",
                  new Value.Bool(!one.body().required().isEmpty()),
                  "content",
                  json("application/json", one.body().json()))));
    }
    members.add(
        new Value.Member(
            "responses",
            Fields.object(
                Integer.toString(one.status()),
                Fields.object(
                    "description",
                    "Done.",
                    "content",
                    json("application/json", one.answer().json())),
                "default",
                Fields.object(
                    "description",
                    "Not done, and why.",
                    "content",
                    json(
                        "application/problem+json",
                        Fields.object("$ref", "#/components/schemas/Problem"))))));
    return new Value.Struct(members);
  }

  private static Value parameter(String name, String in, Schema form) {
    return Fields.object(
        "name",
        name,
        "in",
        in,
        "required",
        new Value.Bool(in.equals("path")),
        "schema",
        form.json());
  }

  private static Value json(String type, Value schema) {
    return Fields.object(type, Fields.object("schema", schema));
  }
}
