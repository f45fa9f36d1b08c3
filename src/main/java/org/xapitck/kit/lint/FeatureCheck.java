package org.xapitck.kit.lint;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepArgument;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xapitck.kit.catalogue.FeatureFiles;
import org.xapitck.kit.lint.StepDefinitions.Match;
import org.xapitck.kit.lint.StepDefinitions.UnknownStep;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.scenario.SampleTexts;
import org.xapitck.kit.steps.Trait;
import org.xapitck.kit.steps.UnknownWord;

/**
 * Reads every step of the features as Cucumber will: it refuses unknown steps and unknown words
 * before any server is contacted. The tags of a scenario say what its steps do, no more and no
 * less, and a scenario compares only with what it has noted.
 */
public final class FeatureCheck {
  private final StepDefinitions definitions = new StepDefinitions();

  /** A step is read once, however many scenarios hold it. */
  private final Map<String, Match> known = new HashMap<>();

  private final Set<String> problems = new LinkedHashSet<>();

  private FeatureCheck() {}

  /**
   * Checks the features of the class path.
   *
   * @throws BrokenFeatures where there is a problem
   */
  public static void packed() {
    List<String> problems = problems(FeatureFiles.packed());
    if (!problems.isEmpty()) {
      throw new BrokenFeatures(problems);
    }
  }

  /**
   * What is wrong with features, one sentence each with file and line.
   *
   * @param features texts by name
   */
  public static List<String> problems(Map<String, String> features) {
    FeatureCheck check = new FeatureCheck();
    features.forEach(check::check);
    return List.copyOf(check.problems);
  }

  private void check(String file, String text) {
    List<Envelope> envelopes = parsed(file, text);
    Lines lines = new Lines(file, envelopes);
    envelopes.stream()
        .flatMap(envelope -> envelope.getParseError().stream())
        .forEach(error -> problems.add("features/" + file + " " + error.getMessage()));
    envelopes.stream()
        .flatMap(envelope -> envelope.getPickle().stream())
        .forEach(pickle -> check(pickle, lines));
  }

  private static List<Envelope> parsed(String file, String text) {
    try (Stream<Envelope> envelopes =
        GherkinParser.builder()
            .includeSource(false)
            .build()
            .parse(file, text.getBytes(StandardCharsets.UTF_8))) {
      return envelopes.toList();
    }
  }

  private void check(Pickle pickle, Lines lines) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    Set<Trait> unused = EnumSet.noneOf(Trait.class);
    for (PickleStep step : pickle.getSteps()) {
      Set<Trait> ofStep;
      try {
        ofStep = traits(step);
      } catch (UnknownStep | UnknownWord unknown) {
        problems.add(lines.of(step) + unknown.getMessage());
        return;
      }
      for (Trait trait : ofStep) {
        trait.needs().filter(need -> !traits.contains(need)).stream()
            .map(need -> step.getText() + "\" compares with what no step has noted")
            .forEach(problem -> problems.add(lines.of(step) + '"' + problem));
        trait.needs().ifPresent(unused::remove);
      }
      traits.addAll(ofStep);
      ofStep.stream().filter(FeatureCheck::isNote).forEach(unused::add);
    }
    String scenario = lines.of(pickle) + '"' + pickle.getName() + "\" ";
    unused.forEach(note -> problems.add(scenario + "notes what no step compares with"));
    checkTags(scenario, said(pickle), traits);
  }

  private static boolean isNote(Trait trait) {
    return trait == Trait.NOTES_IT || trait == Trait.NOTES_THE_OTHER_TASK;
  }

  private Set<Trait> traits(PickleStep step) {
    Match match = known.computeIfAbsent(step.getText(), definitions::match);
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.addAll(match.traits());
    if (Stream.concat(match.arguments().stream(), cells(step)).anyMatch(SampleTexts::isLong)) {
      traits.add(Trait.LARGE);
    }
    return traits;
  }

  private static Stream<String> cells(PickleStep step) {
    return step.getArgument().flatMap(PickleStepArgument::getDataTable).stream()
        .flatMap(table -> table.getRows().stream())
        .flatMap(row -> row.getCells().stream())
        .map(cell -> cell.getValue());
  }

  private static Set<Intent> said(Pickle pickle) {
    List<String> tags = pickle.getTags().stream().map(tag -> tag.getName().substring(1)).toList();
    return Intent.in(tags);
  }

  /** What the steps do stands in the tags; the role matrix alone is not to be seen from steps. */
  private void checkTags(String scenario, Set<Intent> said, Set<Trait> traits) {
    for (Trait trait : Trait.values()) {
      Optional<Intent> intent = trait.intent();
      if (intent.isPresent() && traits.contains(trait) != said.contains(intent.get())) {
        problems.add(
            scenario + (traits.contains(trait) ? "lacks @" : "needs no @") + intent.get().tag());
      }
    }
  }
}
