package org.xapitck.kit.lint;

import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the line of a step or a scenario of one feature. */
final class Lines {
  private final String file;
  private final Map<String, Location> locations = new HashMap<>();
  private final Map<String, String> stepTexts = new HashMap<>();

  Lines(String file, List<Envelope> envelopes) {
    this.file = file;
    envelopes.stream()
        .flatMap(envelope -> envelope.getGherkinDocument().stream())
        .map(GherkinDocument::getFeature)
        .flatMap(Optional::stream)
        .flatMap(Lines::scenarios)
        .forEach(this::add);
  }

  private static Stream<Scenario> scenarios(Feature feature) {
    return feature.getChildren().stream().flatMap(Lines::scenarios);
  }

  private static Stream<Scenario> scenarios(FeatureChild child) {
    return Stream.concat(
        child.getScenario().stream(),
        child.getRule().stream()
            .flatMap(rule -> rule.getChildren().stream())
            .map(RuleChild::getScenario)
            .flatMap(Optional::stream));
  }

  private void add(Scenario scenario) {
    locations.put(scenario.getId(), scenario.getLocation());
    for (Step step : scenario.getSteps()) {
      locations.put(step.getId(), step.getLocation());
      stepTexts.put(step.getId(), step.getText());
    }
    scenario.getExamples().stream()
        .flatMap(examples -> examples.getTableBody().stream())
        .forEach(row -> locations.put(row.getId(), row.getLocation()));
  }

  /** {@code features/task/status.feature:12: }; that of the row where the row makes the text. */
  String of(PickleStep step) {
    List<String> ids = step.getAstNodeIds();
    boolean asWritten = step.getText().equals(stepTexts.get(ids.get(0)));
    return at(asWritten ? ids.get(0) : ids.get(ids.size() - 1));
  }

  /** The same of a scenario. */
  String of(Pickle pickle) {
    return at(pickle.getAstNodeIds().get(0));
  }

  private String at(String id) {
    return "features/" + file + ":" + locations.get(id).getLine() + ": ";
  }
}
