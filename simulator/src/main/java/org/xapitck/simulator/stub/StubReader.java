package org.xapitck.simulator.stub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xapitck.simulator.record.StableId;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.text.Nearest;

/** Reads stubs from a tree of values and refuses what is none, with its place. */
final class StubReader {
  private static final List<String> PARTS = List.of("messages", "plugins", "objects");
  private static final List<String> KINDS = List.of("value", "error", "plan");
  private static final List<String> RUNS = List.of("plan", "label", "result");
  private static final Pattern MESSAGE = Pattern.compile("(?:Async\\.)?[A-Za-z]\\w*\\.[\\w*]+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

  /** How dates travel, 20260101T00:00:00Z: a text of that form is a date. */
  private static final Pattern DATE = Pattern.compile("\\d{8}T\\d\\d:\\d\\d:\\d\\dZ");

  Stubs read(Value tree) {
    if (isNothing(tree)) {
      return Stubs.NONE;
    }
    Map<String, Value> parts = map(tree, "", PARTS);
    Map<String, Reply> messages = new LinkedHashMap<>();
    part(parts, "messages").forEach((name, value) -> messages.put(name, message(name, value)));
    Map<String, Map<String, Reply>> plugins = new LinkedHashMap<>();
    part(parts, "plugins").forEach((name, value) -> plugins.put(name, plugin(name, value)));
    Map<String, List<StubObject>> objects = new LinkedHashMap<>();
    part(parts, "objects").forEach((name, value) -> objects.put(name, objects(name, value)));
    return new Stubs(messages, plugins, objects);
  }

  private static Map<String, Value> part(Map<String, Value> parts, String name) {
    Value part = parts.getOrDefault(name, Value.VOID);
    return isNothing(part) ? Map.of() : map(part, at("", name));
  }

  private static Reply message(String name, Value value) {
    String place = at("/messages", name);
    if (!MESSAGE.matcher(name).matches()) {
      throw new StubRefusal(
          place,
          name
              + " is no name of a message; allowed is CLASS.MESSAGE, with Async. before it or not,"
              + " where a * in MESSAGE stands for any letters");
    }
    return reply(value, place);
  }

  private static Map<String, Reply> plugin(String name, Value value) {
    String place = at("/plugins", name);
    Map<String, Reply> functions = new LinkedHashMap<>();
    map(value, place)
        .forEach(
            (function, reply) -> functions.put(function, function(reply, at(place, function))));
    return functions;
  }

  private static Reply function(Value value, String place) {
    Reply reply = reply(value, place);
    if (reply instanceof Reply.Gives gives && !(gives.value() instanceof Value.Text)) {
      throw new StubRefusal(place, "a plugin answers text; write the value in quotes");
    }
    if (reply instanceof Reply.Runs runs && !runs.label().equals(Reply.Runs.DEFAULT_LABEL)) {
      throw new StubRefusal(at(place, "label"), "a plugin's task is named after its call");
    }
    return reply;
  }

  /** A map with one of three keys says what is done; anything else is the value itself. */
  private static Reply reply(Value value, String place) {
    if (!(value instanceof Value.Struct struct)
        || struct.members().stream().noneMatch(member -> KINDS.contains(member.name()))) {
      return new Reply.Gives(value(value, place));
    }
    Map<String, Value> keys = map(struct, place);
    String kind = KINDS.stream().filter(keys::containsKey).findFirst().orElseThrow();
    map(struct, place, kind.equals("plan") ? RUNS : List.of(kind));
    return switch (kind) {
      case "value" -> new Reply.Gives(value(keys.get("value"), at(place, "value")));
      case "error" -> new Reply.Fails(error(keys.get("error"), at(place, "error")));
      default ->
          new Reply.Runs(
              text(keys.get("plan"), at(place, "plan")),
              keys.containsKey("label")
                  ? text(keys.get("label"), at(place, "label"))
                  : Reply.Runs.DEFAULT_LABEL,
              Optional.ofNullable(keys.get("result"))
                  .map(result -> value(result, at(place, "result"))));
    };
  }

  private static List<String> error(Value value, String place) {
    if (!(value instanceof Value.Array list) || list.items().isEmpty()) {
      throw new StubRefusal(place, "an error is a list of texts, its code first");
    }
    List<String> texts = new ArrayList<>();
    for (Value item : list.items()) {
      texts.add(text(item, at(place, String.valueOf(texts.size()))));
    }
    return texts;
  }

  private static List<StubObject> objects(String type, Value value) {
    String place = at("/objects", type);
    if (!NAME.matcher(type).matches()) {
      throw new StubRefusal(place, type + " is no name of a class; allowed are letters and digits");
    }
    if (isNothing(value)) {
      return List.of();
    }
    if (!(value instanceof Value.Array list)) {
      throw new StubRefusal(place, "the objects of a class are a list of records");
    }
    Map<String, StubObject> objects = new LinkedHashMap<>();
    for (Value item : list.items()) {
      String here = at(place, String.valueOf(objects.size()));
      StubObject object = object(type + " " + objects.size(), item, here);
      if (objects.put(object.ref(), object) != null) {
        throw new StubRefusal(at(here, "ref"), "two objects have the reference " + object.ref());
      }
    }
    return List.copyOf(objects.values());
  }

  /** References and uuids that are not given are the same at each start. */
  private static StubObject object(String name, Value value, String place) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("uuid", Value.of(StableId.uuid("stub " + name)));
    String ref = StableId.ref("stub " + name);
    for (Map.Entry<String, Value> field : map(value, place).entrySet()) {
      String here = at(place, field.getKey());
      if (field.getKey().equals("ref")) {
        ref = text(field.getValue(), here);
      } else if (NAME.matcher(field.getKey()).matches()) {
        fields.put(field.getKey(), value(field.getValue(), here));
      } else {
        throw new StubRefusal(here, field.getKey() + " is no name of a field");
      }
    }
    return new StubObject(ref, fields);
  }

  /** What the API can send: a null is nothing, a text may be a date. */
  private static Value value(Value value, String place) {
    if (isNothing(value)) {
      return Value.VOID;
    }
    if (value instanceof Value.Text text && DATE.matcher(text.text()).matches()) {
      return new Value.Time(text.text());
    }
    if (value instanceof Value.Array array) {
      List<Value> items = new ArrayList<>();
      array.items().forEach(item -> items.add(value(item, place)));
      return new Value.Array(List.copyOf(items));
    }
    if (value instanceof Value.Struct) {
      List<Value.Member> members = new ArrayList<>();
      map(value, place)
          .forEach(
              (key, inner) -> members.add(new Value.Member(key, value(inner, at(place, key)))));
      return new Value.Struct(List.copyOf(members));
    }
    return value;
  }

  private static boolean isNothing(Value value) {
    return value instanceof Value.Nil || value.equals(Value.VOID);
  }

  private static String text(Value value, String place) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    throw new StubRefusal(place, "a text is wanted here; write it in quotes");
  }

  private static Map<String, Value> map(Value value, String place, List<String> allowed) {
    Map<String, Value> map = map(value, place);
    for (String key : map.keySet()) {
      if (!allowed.contains(key)) {
        throw new StubRefusal(
            at(place, key),
            "unknown key "
                + key
                + "; allowed are "
                + String.join(", ", allowed)
                + ", and the nearest is "
                + Nearest.of(key, allowed).get(0));
      }
    }
    return map;
  }

  private static Map<String, Value> map(Value value, String place) {
    if (!(value instanceof Value.Struct struct)) {
      throw new StubRefusal(place, "a map of names is wanted here");
    }
    Map<String, Value> map = new LinkedHashMap<>();
    for (Value.Member member : struct.members()) {
      if (map.put(member.name(), member.value()) != null) {
        throw new StubRefusal(at(place, member.name()), "it stands here twice");
      }
    }
    return map;
  }

  /** The pointer of a part, with the two escapes of RFC 6901. */
  static String at(String place, String key) {
    return place + "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
