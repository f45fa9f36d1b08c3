package org.xapitck.kit.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.TagExpression;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.TaskOutcome;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Shard;

class SelectionTest {
  private static final Set<Wire> ALL = EnumSet.allOf(Wire.class);
  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              entry("task.a.result", Level.MUST, "rio", ALL, Optional.empty()),
              entry("task.a.effect", Level.SHOULD, "rio", ALL, Optional.empty()),
              entry("task.info", Level.INFO, "rio", ALL, Optional.empty()),
              entry("task.late", Level.MUST, "stockholm", ALL, Optional.empty()),
              entry("wire.xml", Level.MUST, "rio", Set.of(Wire.XMLRPC), Optional.empty()),
              entry(
                  "task.work",
                  Level.MUST,
                  "rio",
                  ALL,
                  Optional.of(new Fact.Work(TaskOutcome.of("succeeded"))))));

  private static Requirement entry(
      String id, Level level, String since, Set<Wire> wires, Optional<Fact> fact) {
    Optional<String> reason = level == Level.INFO ? Optional.of("varies") : Optional.empty();
    return new Requirement(
        id,
        Requirement.Kind.MESSAGE,
        level,
        since,
        new Requirement.Wording("page", "A text.", ""),
        reason,
        wires,
        fact,
        OptionalInt.empty());
  }

  private static Selection selection(Release release, String tags, Shard shard) {
    return new Selection(
        CATALOGUE, Wire.JSONRPC2, release, TagExpression.of(tags, CATALOGUE), shard);
  }

  private final Selection all = selection(Release.PAGE, "", Shard.WHOLE);

  /** A scenario with these tags; without any, a feature. */
  private static TestDescriptor scenario(String name, String... tags) {
    UniqueId id = UniqueId.forEngine("cucumber").append("scenario", name);
    return new AbstractTestDescriptor(id, name) {
      @Override
      public Type getType() {
        return tags.length == 0 ? Type.CONTAINER : Type.TEST;
      }

      @Override
      public Set<TestTag> getTags() {
        return Stream.of(tags).map(TestTag::create).collect(Collectors.toSet());
      }
    };
  }

  private static boolean runs(Selection selection, TestDescriptor scenario) {
    return selection.apply(scenario).included();
  }

  @Test
  void aFeatureIsNeverLeftOutAsAWhole() {
    assertThat(runs(all, scenario("feature"))).isTrue();
    assertThat(all.selected()).isEmpty();
  }

  @Test
  void aScenarioThatIsJudgedRuns() {
    assertThat(runs(all, scenario("one", "task.a.result", "task.a.effect"))).isTrue();
    assertThat(all.selected()).containsExactlyInAnyOrder("task.a.result", "task.a.effect");
    assertThat(all.tooNew()).isEmpty();
    assertThat(all.ofWork()).isEmpty();
  }

  @Test
  void aScenarioOfWhichAnIdIsNotJudgedDoesNotRun() {
    assertThat(runs(all, scenario("info", "task.a.result", "task.info"))).isFalse();
    assertThat(runs(all, scenario("other", "task.of.another.version"))).isFalse();
    assertThat(all.selected()).isEmpty();
  }

  @Test
  void aScenarioThatTheUserDidNotChooseDoesNotRun() {
    Selection some = selection(Release.PAGE, "@task.a.effect", Shard.WHOLE);
    assertThat(runs(some, scenario("result", "task.a.result"))).isFalse();
    assertThat(runs(some, scenario("both", "task.a.result", "task.a.effect"))).isTrue();
  }

  @Test
  void noScenarioRunsInTwoShardsOrInNone() {
    List<Selection> shards =
        List.of(
            selection(Release.PAGE, "", new Shard(1, 3)),
            selection(Release.PAGE, "", new Shard(2, 3)),
            selection(Release.PAGE, "", new Shard(3, 3)));
    IntStream.range(0, 30)
        .mapToObj(i -> scenario("scenario " + i, "task.a.result"))
        .forEach(
            scenario ->
                assertThat(shards.stream().filter(shard -> runs(shard, scenario))).hasSize(1));
  }

  @Test
  void aScenarioOfAnotherWireDoesNotRun() {
    assertThat(runs(all, scenario("xml", "wire.xml"))).isFalse();
    assertThat(all.selected()).isEmpty();
    assertThat(runs(all, scenario("both", "wire.xml", "task.a.result"))).isTrue();
  }

  @Test
  void aReleaseIsNotBlamedForWhatCameLater() {
    Selection old = selection(Release.of("rio").orElseThrow(), "", Shard.WHOLE);
    assertThat(runs(old, scenario("late", "task.late", "task.a.result"))).isFalse();
    // judged on no scenario, so the reason has to be said of both
    assertThat(old.selected()).containsExactlyInAnyOrder("task.late", "task.a.result");
    assertThat(old.tooNew()).containsOnlyKeys("task.late", "task.a.result");
    assertThat(old.tooNew().get("task.late").text()).startsWith("came with stockholm");
  }

  @Test
  void workOfTheServerIsNotWaitedForWhileOthersCouldRun() {
    TestDescriptor work = scenario("work", "task.work");
    assertThat(runs(all, work)).isFalse();
    assertThat(all.ofWork()).containsExactly(work.getUniqueId());
    assertThat(all.outcomes()).containsExactly(TaskOutcome.SUCCEEDED);
    assertThat(all.selected()).containsExactly("task.work");
  }

  @Test
  void severalClientsCallWhenNobodyElseDoes() {
    TestDescriptor clients = scenario("clients", "task.a.effect", "many-clients");
    assertThat(runs(all, clients)).isFalse();
    assertThat(all.ofClients()).containsExactly(clients.getUniqueId());
    assertThat(all.ofWork()).isEmpty();
    assertThat(all.selected()).containsExactly("task.a.effect");
  }
}
