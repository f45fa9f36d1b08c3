package org.xapitck.simulator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A file of YAML's nodes, which still know their lines; what is not as it should be is refused with
 * line and key.
 */
final class YamlFile {
  /** 1 MiB: a thousand times what people write by hand; beyond it only mistakes and attacks are. */
  private static final int MOST_BYTES = 1024 * 1024;

  /** 20 levels: the deepest file has four, and each costs the reader a part of its stack. */
  static final int DEEPEST = 20;

  private final String name;

  /**
   * A file.
   *
   * @param name how refusals call it
   */
  YamlFile(String name) {
    this.name = name;
  }

  /** The text of the file at a path. */
  String text(Path path) throws UsageException {
    try {
      return small(path)
          .orElseThrow(
              () -> new UsageException(name + " is larger than 1 MiB, which is the most allowed."));
    } catch (IOException e) {
      throw new UsageException(name + " cannot be read; give a readable YAML file.", e);
    }
  }

  /** The text of a file; empty where it is larger than 1 MiB, of which no more is read. */
  static Optional<String> small(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES
          ? Optional.empty()
          : Optional.of(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    }
  }

  /** The top of the file. */
  Node root(String text) throws UsageException {
    try {
      refuseDepth(text);
      Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
      return root.orElseThrow(
          () -> new UsageException(name + " is wrong: it is empty; it must be a map."));
    } catch (YamlEngineException e) {
      // the library's own message may quote the line, and so a password
      throw new UsageException(name + " is no YAML" + lineOf(e) + ".");
    }
  }

  /** The parser keeps its place without recursion; what makes nodes of its events does not. */
  private void refuseDepth(String text) throws UsageException {
    int depth = 0;
    for (Event event : new Parse(LoadSettings.builder().build()).parseString(text)) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      if (depth > DEEPEST) {
        throw new UsageException(
            name
                + " is nested deeper than "
                + DEEPEST
                + " levels"
                + event.getStartMark().map(mark -> " in line " + (mark.getLine() + 1)).orElse("")
                + "; give a map of plain texts.");
      }
    }
  }

  private static String lineOf(YamlEngineException e) {
    return e instanceof MarkedYamlEngineException marked
        ? marked.getProblemMark().map(mark -> "; see line " + (mark.getLine() + 1)).orElse("")
        : "";
  }

  /** The entries of a map, whatever their keys. */
  Map<String, Node> map(Node node, String what) throws UsageException {
    Map<String, Node> map = new LinkedHashMap<>();
    entries(node, what).forEach((key, value) -> map.put(key.getValue(), value));
    return map;
  }

  /** The entries of a map, keys as nodes, which know their lines. */
  Map<ScalarNode, Node> entries(Node node, String what) throws UsageException {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(node, what + " must be a map of keys to values");
    }
    Map<ScalarNode, Node> map = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw wrong(tuple.getKeyNode(), what + " must have keys of plain text");
      }
      if (!seen.add(key.getValue())) {
        throw wrong(key, what + " has the key " + key.getValue() + " twice");
      }
      map.put(key, tuple.getValueNode());
    }
    return map;
  }

  /** The entries of a map that may have these keys and no others. */
  Map<String, Node> map(Node node, String what, List<String> allowed) throws UsageException {
    Map<String, Node> map = map(node, what);
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      if (!allowed.contains(key)) {
        String keys = String.join(", ", allowed);
        throw wrong(
            tuple.getKeyNode(), what + " has the unknown key " + key + "; allowed are " + keys);
      }
    }
    return map;
  }

  List<Node> list(Node node, String what) throws UsageException {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw wrong(node, what + " must be a list");
  }

  String text(Node node, String what) throws UsageException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong(node, what + " must be plain text");
  }

  double number(Node node, String what) throws UsageException {
    try {
      double number = Double.parseDouble(text(node, what));
      if (number >= 0 && number <= 1e9) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw wrong(node, what + " must be a number from 0 to 1e9");
  }

  UsageException wrong(Node node, String why) {
    String line = node.getStartMark().map(mark -> " in line " + (mark.getLine() + 1)).orElse("");
    return new UsageException(name + " is wrong" + line + ": " + why + ".");
  }
}
