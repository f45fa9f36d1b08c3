package org.xapitck.simulator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.stub.StubRefusal;
import org.xapitck.simulator.stub.Stubs;

/**
 * Stubs in YAML. Numbers, booleans and null are what YAML takes them for; whatever is to be text
 * all the same stands in quotes.
 */
public final class StubsFile {
  /** 100,000 nodes: a file of 1 MiB has fewer, unless its aliases multiply. */
  private static final int MOST_NODES = 100_000;

  /** The names of the stub files that ship. */
  public static final List<String> SHIPPED =
      List.of("ansible-clone", "fence-agent", "xen-orchestra");

  private final YamlFile file;
  private final Map<String, Node> places = new HashMap<>();
  private final Stubs stubs;
  private int nodes;

  private StubsFile(YamlFile file, String text) throws UsageException {
    this.file = file;
    Value tree = value(file.root(text), "", 0);
    try {
      this.stubs = Stubs.of(tree);
    } catch (StubRefusal refusal) {
      throw located(refusal);
    }
  }

  /**
   * Reads a file, or one of those that ship where there is no file of that name.
   *
   * @throws UsageException naming the file, the line, the key and what is allowed
   */
  public static StubsFile read(Path path) throws UsageException {
    YamlFile file = new YamlFile("The stub file " + path);
    boolean ships = SHIPPED.contains(path.toString()) && !Files.exists(path);
    return new StubsFile(file, ships ? shippedText(path.toString()) : file.text(path));
  }

  /**
   * One of those that ship.
   *
   * @param name one of {@link #SHIPPED}
   */
  public static Stubs shipped(String name) {
    try {
      return new StubsFile(new YamlFile(name), shippedText(name)).stubs();
    } catch (UsageException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String shippedText(String name) {
    try (InputStream in = StubsFile.class.getResourceAsStream("stubs/" + name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a text.
   *
   * @param name how refusals call it
   * @throws UsageException naming the text, the line, the key and what is allowed
   */
  public static StubsFile parse(String name, String text) throws UsageException {
    return new StubsFile(new YamlFile(name), text);
  }

  /** What it says. */
  public Stubs stubs() {
    return stubs;
  }

  /** A refusal with its line in this file, whoever found it. */
  public UsageException located(StubRefusal refusal) {
    String pointer = refusal.pointer();
    String key = pointer.isEmpty() ? "the file" : pointer.substring(1).replace("~1", "/");
    return file.wrong(places.get(pointer), key + ": " + refusal.reason());
  }

  private Value value(Node node, String pointer, int depth) throws UsageException {
    if (++nodes > MOST_NODES || depth > YamlFile.DEEPEST) {
      throw file.wrong(
          node,
          "its aliases make too much of it; allowed are "
              + MOST_NODES
              + " values in "
              + YamlFile.DEEPEST
              + " levels");
    }
    places.putIfAbsent(pointer, node);
    if (node instanceof MappingNode) {
      List<Value.Member> members = new ArrayList<>();
      String what = pointer.isEmpty() ? "the file" : pointer.substring(1);
      for (Map.Entry<ScalarNode, Node> entry : file.entries(node, what).entrySet()) {
        String key = entry.getKey().getValue();
        String place = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
        places.putIfAbsent(place, entry.getKey());
        members.add(new Value.Member(key, value(entry.getValue(), place, depth + 1)));
      }
      return new Value.Struct(members);
    }
    if (node instanceof SequenceNode sequence) {
      List<Value> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(value(item, pointer + "/" + items.size(), depth + 1));
      }
      return new Value.Array(items);
    }
    return scalar((ScalarNode) node);
  }

  private static Value scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    try {
      if (tag.equals(Tag.INT)) {
        return new Value.Int(Long.parseLong(text));
      }
      if (tag.equals(Tag.FLOAT)) {
        return new Value.Real(Double.parseDouble(text));
      }
    } catch (NumberFormatException e) {
      // what Java reads as no number is text
      return Value.of(text);
    }
    if (tag.equals(Tag.BOOL)) {
      return new Value.Bool(Boolean.parseBoolean(text));
    }
    return tag.equals(Tag.NULL) ? new Value.Nil() : Value.of(text);
  }
}
