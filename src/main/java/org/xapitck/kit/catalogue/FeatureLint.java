package org.xapitck.kit.catalogue;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.model.Requirement;

/**
 * Checks the features against the rules of {@code features/README.md}: every tag is a requirement
 * or an {@link Intent}, every requirement has a scenario or a reason in each version of the
 * catalogue, two to seven steps, three tags at most, names that differ, no word of a wire outside
 * {@code features/wire}.
 */
public final class FeatureLint {
  private static final int MOST_STEPS = 7;
  private static final int MOST_TAGS = 3;
  private static final Pattern WIRE_WORDS =
      Pattern.compile("(?i)\\b(xml|json|rpc|https?|url|xmlrpc|jsonrpc\\d?|struct|envelope)\\b");

  private final Catalogue newest;
  private final List<Catalogue> versions;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> judged = new TreeSet<>();
  private int scenarios;

  /** A lint against every version of the catalogue: the features serve them all. */
  public FeatureLint(Catalogues catalogues) {
    this.newest = catalogues.newest();
    this.versions = catalogues.all();
  }

  /**
   * What a lint found.
   *
   * @param problems one sentence each; empty for sound features
   * @param scenarios how many there are, examples counted
   * @param judged ids of the requirements that have a scenario
   */
  public record Result(List<String> problems, int scenarios, Set<String> judged) {}

  /** Lints every feature of a folder. */
  public Result lint(Path folder) throws IOException {
    FeatureFiles.in(folder).forEach(this::lintFile);
    for (Requirement requirement : newest.requirements()) {
      if (judged.contains(requirement.id()) && requirement.reason().isPresent()) {
        problems.add(requirement.id() + " has a scenario and a reason why it has none");
      }
    }
    for (Catalogue version : versions) {
      boolean last = version.number() == newest.number();
      for (Requirement requirement : version.requirements()) {
        if (!judged.contains(requirement.id()) && requirement.reason().isEmpty()) {
          problems.add(
              requirement.id()
                  + " has neither a scenario nor a reason"
                  + (last ? "" : " in version " + version.number()));
        }
      }
    }
    return new Result(List.copyOf(problems), scenarios, Set.copyOf(judged));
  }

  private void lintFile(String name, String text) {
    if (!name.startsWith("wire/")) {
      text.lines()
          .filter(line -> WIRE_WORDS.matcher(line).find())
          .forEach(line -> problems.add(name + " names a wire: " + line.strip()));
    }
    List<Envelope> envelopes =
        GherkinParser.builder()
            .includeSource(false)
            .build()
            .parse(name, text.getBytes(StandardCharsets.UTF_8))
            .toList();
    envelopes.stream()
        .flatMap(envelope -> envelope.getParseError().stream())
        .forEach(error -> problems.add(name + " cannot be parsed: " + error.getMessage()));
    scenarios += (int) envelopes.stream().filter(e -> e.getPickle().isPresent()).count();
    envelopes.stream()
        .flatMap(envelope -> envelope.getGherkinDocument().stream())
        .map(GherkinDocument::getFeature)
        .flatMap(Optional::stream)
        .forEach(feature -> lintFeature(name, feature));
  }

  private void lintFeature(String name, Feature feature) {
    Set<String> names = new HashSet<>();
    for (FeatureChild child : feature.getChildren()) {
      child.getBackground().ifPresent(background -> refuseBackground(name, background));
      child
          .getScenario()
          .ifPresent(
              scenario -> {
                problems.add(name + ": \"" + scenario.getName() + "\" stands under no Rule");
                lintScenario(name, scenario, tags(feature.getTags()), names);
              });
      child.getRule().ifPresent(rule -> lintRule(name, rule, tags(feature.getTags()), names));
    }
  }

  private void lintRule(String name, Rule rule, List<String> inherited, Set<String> names) {
    List<String> tags = new ArrayList<>(inherited);
    tags.addAll(tags(rule.getTags()));
    for (RuleChild child : rule.getChildren()) {
      child.getBackground().ifPresent(background -> refuseBackground(name, background));
      child.getScenario().ifPresent(scenario -> lintScenario(name, scenario, tags, names));
    }
  }

  private void refuseBackground(String name, Background background) {
    problems.add(
        name + ": a Background (\"" + background.getName() + "\") hides what a scenario needs");
  }

  private void lintScenario(
      String file, Scenario scenario, List<String> inherited, Set<String> names) {
    String where = file + ": \"" + scenario.getName() + "\"";
    if (!names.add(scenario.getName())) {
      problems.add(where + " stands twice");
    }
    int steps = scenario.getSteps().size();
    if (steps < 2 || steps > MOST_STEPS) {
      problems.add(where + " has " + steps + " steps; two to seven are allowed");
    }
    List<String> tags = new ArrayList<>(inherited);
    tags.addAll(tags(scenario.getTags()));
    lintTags(where, tags, scenario.getExamples().isEmpty());
    for (Examples examples : scenario.getExamples()) {
      List<String> ofRows = new ArrayList<>(tags);
      ofRows.addAll(tags(examples.getTags()));
      lintTags(where, ofRows, true);
    }
    lintOutline(where, scenario);
  }

  /** Tags of an outline may all stand at its examples, so only a whole set must not be empty. */
  private void lintTags(String where, List<String> all, boolean whole) {
    List<String> tags = Intent.requirements(all);
    lintRoleMatrix(where, tags, Intent.in(all));
    if (whole && tags.isEmpty() || tags.size() > MOST_TAGS) {
      problems.add(where + " carries " + tags.size() + " ids; one to three are allowed");
    }
    for (String tag : tags) {
      if (versions.stream().allMatch(version -> version.find(tag).isEmpty())) {
        problems.add(where + " carries @" + tag + ", which the catalogue does not have");
      }
      judged.add(tag);
    }
    if (tags.stream().map(this::judgedIn).distinct().count() > 1) {
      problems.add(
          where
              + " judges "
              + tags.stream().map(tag -> "@" + tag + " in " + judgedIn(tag)).toList()
              + ": an older version would be judged by a newer one's words");
    }
  }

  /** Where a role is judged, root must not stand in for it. */
  private void lintRoleMatrix(String where, List<String> ids, Set<Intent> intents) {
    boolean ofRole =
        ids.stream()
            .flatMap(id -> versions.stream().flatMap(version -> version.find(id).stream()))
            .anyMatch(requirement -> requirement.aspect() == Requirement.Aspect.ROLE);
    if (!ids.isEmpty() && ofRole != intents.contains(Intent.ROLE_MATRIX)) {
      problems.add(where + (ofRole ? " lacks @" : " needs no @") + Intent.ROLE_MATRIX.tag());
    }
  }

  /** The versions in which a scenario may judge this. */
  private List<Integer> judgedIn(String id) {
    return versions.stream()
        .filter(version -> version.find(id).filter(Requirement::isJudged).isPresent())
        .map(Catalogue::number)
        .toList();
  }

  /** Every column of the examples stands in the name, or two rows would have one name. */
  private void lintOutline(String where, Scenario scenario) {
    for (Examples examples : scenario.getExamples()) {
      boolean told =
          examples.getTableHeader().stream()
              .flatMap(header -> header.getCells().stream())
              .anyMatch(cell -> scenario.getName().contains("<" + cell.getValue() + ">"));
      if (!told) {
        problems.add(where + " is an outline whose name holds none of its parameters");
      }
    }
    long whens = scenario.getSteps().stream().map(Step::getKeyword).filter("When "::equals).count();
    if (whens == 0) {
      problems.add(where + " has no When");
    }
  }

  private static List<String> tags(List<Tag> tags) {
    return tags.stream().map(tag -> tag.getName().substring(1)).toList();
  }
}
