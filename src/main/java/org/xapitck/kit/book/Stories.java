package org.xapitck.kit.book;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.xapitck.kit.model.Intent;

/** Takes the scenarios out of a feature, each with its own lines. */
final class Stories {
  private final String file;
  private final List<String> lines;
  private final NavigableSet<Integer> starts = new TreeSet<>();
  private final List<Story> stories = new ArrayList<>();

  private Stories(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /** Those of all these features, in the order of files and lines. */
  static List<Story> of(Map<String, String> features) {
    return features.entrySet().stream()
        .flatMap(entry -> of(entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  /** Those of one feature. */
  static List<Story> of(String file, String text) {
    Stories reader = new Stories(file, text);
    try (Stream<Envelope> envelopes =
        GherkinParser.builder()
            .includeSource(false)
            .includePickles(false)
            .build()
            .parse(file, text.getBytes(StandardCharsets.UTF_8))) {
      envelopes
          .flatMap(envelope -> envelope.getGherkinDocument().stream())
          .map(GherkinDocument::getFeature)
          .flatMap(Optional::stream)
          .forEach(reader::read);
    }
    return List.copyOf(reader.stories);
  }

  private void read(Feature feature) {
    for (FeatureChild child : feature.getChildren()) {
      child.getRule().ifPresent(rule -> start(rule.getLocation(), rule.getTags()));
      child.getRule().stream()
          .flatMap(rule -> rule.getChildren().stream())
          .flatMap(inner -> inner.getScenario().stream())
          .forEach(scenario -> start(scenario.getLocation(), scenario.getTags()));
      child.getScenario().ifPresent(scenario -> start(scenario.getLocation(), scenario.getTags()));
    }
    for (FeatureChild child : feature.getChildren()) {
      child.getScenario().ifPresent(scenario -> add(feature, Optional.empty(), scenario));
      child
          .getRule()
          .ifPresent(
              rule -> {
                for (RuleChild inner : rule.getChildren()) {
                  inner.getScenario().ifPresent(s -> add(feature, Optional.of(rule), s));
                }
              });
    }
  }

  private void start(Location location, List<Tag> tags) {
    starts.add(
        tags.stream()
            .map(tag -> tag.getLocation().getLine().intValue())
            .min(Integer::compare)
            .orElse(location.getLine().intValue()));
  }

  private void add(Feature feature, Optional<Rule> rule, Scenario scenario) {
    List<String> tags = new ArrayList<>();
    Stream.of(
            feature.getTags().stream(),
            rule.stream().flatMap(one -> one.getTags().stream()),
            scenario.getTags().stream(),
            scenario.getExamples().stream().flatMap(examples -> examples.getTags().stream()))
        .flatMap(stream -> stream)
        .forEach(tag -> tags.add(tag.getName().substring(1)));
    int first = scenario.getLocation().getLine().intValue();
    Integer next = starts.higher(first);
    stories.add(
        new Story(
            file,
            feature.getName(),
            rule.map(Rule::getName).orElse(""),
            scenario.getName(),
            new TreeSet<>(Intent.requirements(tags)),
            gherkin(first, next == null ? lines.size() : next - 1)));
  }

  /** Lines first to last, counted from 1, without the indentation that they share. */
  private String gherkin(int first, int last) {
    String text = String.join("\n", lines.subList(first - 1, last));
    return text.stripIndent().stripTrailing();
  }
}
