package org.xapitck.kit.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.execution.RunningScenario;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Requirement.Aspect;
import org.xapitck.kit.model.Requirement.Kind;

/** Finds the requirements that a failed assertion of a scenario belongs to. */
final class Blame {
  /** What a message or a field is, as far as its call or its value is not looked into. */
  private static final List<Aspect> OUTER =
      List.of(Aspect.PUBLISHED, Aspect.PARAMETERS, Aspect.TYPE);

  private final Catalogue catalogue;
  private final Predicate<Requirement> judgesBy;
  private final List<Requirement> tags;
  private final ConformanceFailure breach;
  private final List<Requirement> owners;
  private final boolean named;

  /**
   * The blame for one failed assertion.
   *
   * @param judgesBy whether the release that judges has what a requirement speaks of
   */
  Blame(
      Catalogue catalogue,
      Predicate<Requirement> judgesBy,
      RunningScenario notes,
      ConformanceFailure breach) {
    this.catalogue = catalogue;
    this.judgesBy = judgesBy;
    this.tags = notes.requirements().stream().map(catalogue::need).toList();
    this.breach = breach;
    Optional<Requirement> one = brokenForm(notes.exchanges()).or(this::named);
    this.named = one.isPresent();
    this.owners = one.map(List::of).orElseGet(() -> refused() ? ofRefusedCall() : inner());
  }

  /** One or more; where they are not the scenario's own, it is one. */
  List<Requirement> owners() {
    return owners;
  }

  /** Whether the assertion names what it belongs to, or the form of the wire does. */
  boolean isNamed() {
    return named;
  }

  /** Whether the scenario's own call was refused. */
  boolean refused() {
    return breach.owner().refusal();
  }

  /** An answer that breaks the form of its wire says nothing for sure. */
  private Optional<Requirement> brokenForm(List<Exchange> exchanges) {
    return exchanges.stream()
        .filter(one -> one.method().equals(breach.method()))
        .reduce((earlier, later) -> later)
        .stream()
        .flatMap(last -> last.violations().stream())
        .map(violation -> catalogue.find(violation.rule()))
        .flatMap(Optional::stream)
        .filter(this::mayOwn)
        .findFirst();
  }

  private Optional<Requirement> named() {
    return breach.owner().ids().stream()
        .map(catalogue::find)
        .flatMap(Optional::stream)
        .filter(this::mayOwn)
        .findFirst();
  }

  /** A should never takes the blame for a must, nor does what the release lacks. */
  private boolean mayOwn(Requirement requirement) {
    boolean binds =
        requirement.level() == Level.MUST
            || tags.stream().noneMatch(tag -> tag.level() == Level.MUST);
    return requirement.isJudged() && judgesBy.test(requirement) && binds;
  }

  /** A value of an enum that is refused tells nothing of the message that takes it. */
  private List<Requirement> ofRefusedCall() {
    List<Requirement> values = tags.stream().filter(tag -> tag.kind() == Kind.ENUM).toList();
    if (!values.isEmpty()) {
      return values;
    }
    List<Requirement> results = tags.stream().filter(tag -> tag.aspect() == Aspect.RESULT).toList();
    return results.isEmpty()
        ? orAll(tags.stream().filter(tag -> isInner(tag) && tag.aspect() != Aspect.ACCESS).toList())
        : results;
  }

  private List<Requirement> inner() {
    return orAll(tags.stream().filter(Blame::isInner).toList());
  }

  private static boolean isInner(Requirement tag) {
    return !OUTER.contains(tag.aspect());
  }

  private List<Requirement> orAll(List<Requirement> some) {
    return some.isEmpty() ? tags : some;
  }
}
