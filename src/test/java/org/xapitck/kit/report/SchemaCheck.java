package org.xapitck.kit.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks JSON by the part of JSON Schema 2020-12 that results.schema.json uses; refuses any other.
 */
final class SchemaCheck {

  private static final Set<String> REMARKS =
      Set.of("$schema", "$id", "$defs", "title", "description");

  private final JsonNode root;
  private final List<String> faults = new ArrayList<>();

  private SchemaCheck(JsonNode root) {
    this.root = root;
  }

  /** What is wrong, each with its place; empty where nothing is. */
  static List<String> faults(JsonNode schema, JsonNode json) {
    SchemaCheck check = new SchemaCheck(schema);
    check.check(schema, json, "$");
    return check.faults;
  }

  private boolean holds(JsonNode schema, JsonNode json) {
    return faults(root, schema, json).isEmpty();
  }

  private static List<String> faults(JsonNode root, JsonNode schema, JsonNode json) {
    SchemaCheck check = new SchemaCheck(root);
    check.check(schema, json, "$");
    return check.faults;
  }

  private void check(JsonNode schema, JsonNode json, String at) {
    schema
        .properties()
        .forEach(
            rule -> {
              if (!REMARKS.contains(rule.getKey())) {
                rule(schema, rule.getKey(), rule.getValue(), json, at);
              }
            });
  }

  private void rule(JsonNode schema, String name, JsonNode rule, JsonNode json, String at) {
    switch (name) {
      case "$ref" -> check(root.at(rule.asText().substring(1)), json, at);
      case "type" -> demand(isOf(rule.asText(), json), at, "is no " + rule.asText());
      case "enum" -> demand(contains(rule, json), at, json + " is not in " + rule);
      case "const" -> demand(rule.equals(json), at, json + " is not " + rule);
      case "pattern" ->
          demand(Pattern.compile(rule.asText()).matcher(json.asText()).find(), at, "bad form");
      case "minimum" -> demand(json.asDouble() >= rule.asDouble(), at, "too small");
      case "minLength" -> demand(json.asText().length() >= rule.asInt(), at, "too short");
      case "minItems", "minProperties" -> demand(json.size() >= rule.asInt(), at, "too few");
      case "uniqueItems" ->
          demand(new HashSet<>(children(json)).size() == json.size(), at, "twice");
      case "required" ->
          rule.forEach(key -> demand(json.has(key.asText()), at, "lacks " + key.asText()));
      case "items" -> {
        for (int i = 0; i < json.size(); i++) {
          check(rule, json.get(i), at + "[" + i + "]");
        }
      }
      case "properties" ->
          rule.properties().stream()
              .filter(property -> json.has(property.getKey()))
              .forEach(
                  property ->
                      check(
                          property.getValue(),
                          json.get(property.getKey()),
                          at + "." + property.getKey()));
      case "propertyNames" ->
          json.fieldNames()
              .forEachRemaining(
                  key ->
                      check(
                          rule,
                          com.fasterxml.jackson.databind.node.TextNode.valueOf(key),
                          at + " key " + key));
      case "additionalProperties" ->
          json.properties()
              .forEach(entry -> check(rule, entry.getValue(), at + "." + entry.getKey()));
      case "if" -> {
        JsonNode next = schema.get(holds(rule, json) ? "then" : "else");
        if (next != null) {
          check(next, json, at);
        }
      }
      case "then", "else" -> {}
      default -> throw new IllegalArgumentException("the check does not know " + name);
    }
  }

  private void demand(boolean holds, String at, String fault) {
    if (!holds) {
      faults.add(at + ": " + fault);
    }
  }

  private static boolean isOf(String type, JsonNode json) {
    return switch (type) {
      case "object" -> json.isObject();
      case "array" -> json.isArray();
      case "string" -> json.isTextual();
      case "boolean" -> json.isBoolean();
      case "integer" -> json.isIntegralNumber();
      default -> throw new IllegalArgumentException("the check does not know type " + type);
    };
  }

  private static boolean contains(JsonNode list, JsonNode json) {
    return children(list).contains(json);
  }

  private static List<JsonNode> children(JsonNode list) {
    List<JsonNode> children = new ArrayList<>();
    list.forEach(children::add);
    return children;
  }
}
