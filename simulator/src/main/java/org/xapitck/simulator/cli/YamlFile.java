package org.xapitck.simulator.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
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
  private final String name;

  /**
   * A file.
   *
   * @param name how refusals call it
   */
  YamlFile(String name) {
    this.name = name;
  }

  /** The top of the file. */
  Node root(String text) throws UsageException {
    try {
      Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
      return root.orElseThrow(() -> new UsageException(name + " is empty."));
    } catch (YamlEngineException e) {
      throw new UsageException(name + " is no YAML" + lineOf(e) + ".");
    }
  }

  private static String lineOf(YamlEngineException e) {
    return e instanceof MarkedYamlEngineException marked
        ? marked.getProblemMark().map(mark -> "; see line " + (mark.getLine() + 1)).orElse("")
        : "";
  }

  /** The entries of a map, whatever their keys. */
  Map<String, Node> map(Node node, String what) throws UsageException {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(node, what + " must be a map of keys to values");
    }
    Map<String, Node> map = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw wrong(tuple.getKeyNode(), what + " must have keys of plain text");
      }
      if (map.put(key.getValue(), tuple.getValueNode()) != null) {
        throw wrong(key, what + " has the key " + key.getValue() + " twice");
      }
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
