package org.xapitck.kit.execution;

import io.cucumber.plugin.event.Node;
import io.cucumber.plugin.event.TestSourceParsed;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the feature and the Rule that a scenario stands in; Cucumber's test case does not tell. */
final class FeatureMap {
  private final Map<String, String> features = new ConcurrentHashMap<>();
  private final Map<String, String> rules = new ConcurrentHashMap<>();

  void add(TestSourceParsed event) {
    event.getNodes().forEach(node -> walk(event.getUri(), node, ""));
  }

  private void walk(URI uri, Node node, String rule) {
    if (node instanceof Node.Feature feature) {
      features.put(uri.toString(), feature.getName().orElse(uri.toString()));
    }
    String inside = node instanceof Node.Rule named ? named.getName().orElse("") : rule;
    if (node instanceof Node.Container<?> container) {
      container.elements().forEach(child -> walk(uri, child, inside));
    } else {
      rules.put(key(uri, node.getLocation().getLine()), inside);
    }
  }

  String feature(URI uri) {
    return features.getOrDefault(uri.toString(), uri.toString());
  }

  String rule(URI uri, int line) {
    return Optional.ofNullable(rules.get(key(uri, line))).orElse("");
  }

  private static String key(URI uri, int line) {
    return uri + ":" + line;
  }
}
