package org.xapitck.kit.execution;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xapitck.kit.catalogue.Applicability;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.FeatureFiles;
import org.xapitck.kit.catalogue.TagExpression;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.verdict.Filter;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.Outcome.Result;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Shard;

/**
 * What will run.
 *
 * @param wires the scenarios of each wire
 * @param wiresAtOnce how many wires run side by side
 */
public record Plan(Map<Wire, WirePlan> wires, int wiresAtOnce) {

  /** Finds the scenarios; where there are none, the tags are at fault. */
  public static Plan of(RunOptions options, Catalogue catalogue, Release release) {
    // measured on two cores: wires side by side beat scenarios side by side, so threads go to wires
    // first
    int wiresAtOnce = Math.min(options.execution().threads(), options.scope().wires().size());
    TagExpression tags = tags(options.scope().tags(), catalogue);
    List<String> features = features(tags);
    Map<Wire, WirePlan> wires = new EnumMap<>(Wire.class);
    // one after the other: JUnit loses features where two threads look into one jar
    for (Wire wire : new TreeSet<>(options.scope().wires())) {
      Selection selection = new Selection(catalogue, wire, release, tags, options.scope().shard());
      int threads = threads(options, wiresAtOnce, wire);
      wires.put(wire, WirePlan.of(selection, features, threads, options.execution().seed()));
    }
    Plan plan = new Plan(wires, wiresAtOnce);
    boolean share = !options.scope().shard().isWhole();
    if (plan.selected().isEmpty() && share) {
      // a share may be empty; what it is a share of may not, which this throws for
      of(options.withShard(Shard.WHOLE), catalogue, release);
    } else if (plan.selected().isEmpty()) {
      throw new BadConfiguration(
          "the tags \""
              + filter(options).text()
              + "\" match no scenario on "
              + options.scope().wires().stream()
                  .sorted()
                  .map(Wire::id)
                  .collect(Collectors.joining(", "))
              + "; leave --tags out, or choose requirements that are judged");
    }
    return plan;
  }

  /**
   * How many scenarios of a wire run at once. The wires that are left when as many as possible have
   * run side by side share all threads, so that no core is idle at the end.
   */
  private static int threads(RunOptions options, int wiresAtOnce, Wire wire) {
    List<Wire> inOrder = options.scope().wires().stream().sorted().toList();
    int left = inOrder.size() % wiresAtOnce;
    boolean isLeft = inOrder.indexOf(wire) >= inOrder.size() - left;
    return Math.max(1, options.execution().threads() / (isLeft ? left : wiresAtOnce));
  }

  /**
   * The features that may hold a chosen scenario; empty for all. Reading them all is most of a
   * short run's start. Of a jar all are read: Cucumber would open and index it for each by itself.
   */
  private static List<String> features(TagExpression tags) {
    if (!FeatureFiles.areFiles()) {
      return List.of();
    }
    Map<String, String> all = FeatureFiles.packed();
    List<String> some =
        all.keySet().stream()
            .filter(name -> tags.mayChooseAmong(FeatureFiles.tags(all.get(name))))
            .toList();
    return some.size() < all.size() ? some : List.of();
  }

  private static TagExpression tags(String text, Catalogue catalogue) {
    try {
      return TagExpression.of(text, catalogue);
    } catch (IllegalArgumentException e) {
      throw new BadConfiguration(e.getMessage());
    }
  }

  /** Ids of the requirements that the chosen scenarios judge, over all wires. */
  public Set<String> selected() {
    return wires.values().stream()
        .flatMap(plan -> plan.selection().selected().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same by an older release; one that has every message leaves the plan as it is. */
  public Plan judgedBy(Release release, RunOptions options, Catalogue catalogue) {
    Applicability applicability = new Applicability(release);
    boolean everything =
        catalogue.requirements().stream().allMatch(entry -> applicability.absence(entry).isEmpty());
    if (everything) {
      return this;
    }
    // few tasks have to do for all scenarios, and which of them must not depend on chance
    return applicability.tasksStay()
        ? of(options.withThreads(1, options.execution().seed()), catalogue, release)
        : of(options, catalogue, release);
  }

  /** What came after the release that judges, so that no scenario of it runs. */
  public List<Outcome> tooNew(Wire wire) {
    return wires.get(wire).selection().tooNew().entrySet().stream()
        .map(
            entry ->
                new Outcome(
                    entry.getKey(), wire, "not run", Result.NOT_APPLICABLE, entry.getValue()))
        .toList();
  }

  /** What is to be judged. */
  public Scope scope(RunOptions options) {
    Scope whole = Scope.whole(options.scope().wires());
    Filter filter = filter(options);
    return filter.isNone() ? whole : whole.filtered(filter, selected());
  }

  private static Filter filter(RunOptions options) {
    return new Filter(options.scope().tags(), options.scope().shard());
  }
}
