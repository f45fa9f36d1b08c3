package org.xapitck.kit.execution;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.xapitck.kit.catalogue.Applicability;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.TagExpression;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.TaskOutcome;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Shard;

/**
 * Chooses the scenarios of one wire: by the catalogue, by the user's tags, by the wires a
 * requirement speaks of, and by the release.
 */
final class Selection implements PostDiscoveryFilter {
  private final Catalogue catalogue;
  private final Wire wire;
  private final Applicability applicability;
  private final TagExpression tags;
  private final Shard shard;
  private final Set<String> selected = new TreeSet<>();
  private final Map<String, Reason> tooNew = new TreeMap<>();
  private final Set<UniqueId> ofWork = new LinkedHashSet<>();
  private final Set<UniqueId> ofClients = new LinkedHashSet<>();
  private final Set<TaskOutcome> outcomes = new TreeSet<>();

  Selection(Catalogue catalogue, Wire wire, Release release, TagExpression tags, Shard shard) {
    this.shard = shard;
    this.catalogue = catalogue;
    this.wire = wire;
    this.applicability = new Applicability(release);
    this.tags = tags;
  }

  @Override
  public FilterResult apply(TestDescriptor descriptor) {
    if (descriptor.isContainer()) {
      return FilterResult.included("only scenarios are chosen");
    }
    // Cucumber makes the tags anew at each look
    List<String> named = tags(descriptor);
    List<String> ids = Intent.requirements(named);
    if (!ids.stream().allMatch(this::isJudged)) {
      // all of them: the lint lets no scenario judge for two versions, so it is of another one
      return FilterResult.excluded("not judged by catalogue " + catalogue.version());
    }
    if (!tags.chooses(ids)) {
      return FilterResult.excluded("not selected by the user's tags");
    }
    boolean first = named.contains(Intent.FIRST_SHARD.tag());
    if (first ? !shard.isFirst() : !shard.holds(descriptor.getUniqueId().toString())) {
      return FilterResult.excluded("in another shard");
    }
    List<Requirement> requirements = ids.stream().map(catalogue::need).toList();
    if (requirements.stream().noneMatch(requirement -> requirement.wires().contains(wire))) {
      return FilterResult.excluded("is about other wires only");
    }
    selected.addAll(ids);
    for (Requirement requirement : requirements) {
      Optional<Reason> absence = applicability.absence(requirement);
      if (absence.isPresent()) {
        ids.forEach(id -> tooNew.put(id, absence.get()));
        return FilterResult.excluded(absence.get().text());
      }
    }
    if (named.contains(Intent.MANY_CLIENTS.tag())) {
      ofClients.add(descriptor.getUniqueId());
      return FilterResult.excluded("runs after all others, while no other wire is spoken");
    }
    Set<TaskOutcome> work =
        requirements.stream().flatMap(one -> one.work().stream()).collect(Collectors.toSet());
    if (work.isEmpty() && !named.contains(Intent.LATE.tag())) {
      return FilterResult.included("selected");
    }
    outcomes.addAll(work);
    ofWork.add(descriptor.getUniqueId());
    return FilterResult.excluded("runs after the others");
  }

  private static List<String> tags(TestDescriptor descriptor) {
    return descriptor.getTags().stream().map(TestTag::getName).sorted().toList();
  }

  private boolean isJudged(String id) {
    return catalogue.find(id).filter(Requirement::isJudged).isPresent();
  }

  /** The chosen scenarios that judge work of the server, or look back at the run. */
  Set<UniqueId> ofWork() {
    return Collections.unmodifiableSet(ofWork);
  }

  /** The chosen scenarios of several clients at once. */
  Set<UniqueId> ofClients() {
    return Collections.unmodifiableSet(ofClients);
  }

  /** What the server's work has to come to for those that judge it. */
  Set<TaskOutcome> outcomes() {
    return Set.copyOf(outcomes);
  }

  /** Ids of the requirements that the user's choice judges on this wire. */
  Set<String> selected() {
    return Set.copyOf(selected);
  }

  /** Ids that lost a scenario because the release does not have it yet, with the reason. */
  Map<String, Reason> tooNew() {
    return Map.copyOf(tooNew);
  }
}
