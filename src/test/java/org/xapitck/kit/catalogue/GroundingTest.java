package org.xapitck.kit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;

class GroundingTest {
  private static final Catalogue CATALOGUE = Catalogue.packed();
  private static final Foundations FOUNDATIONS = CATALOGUE.foundations();

  private static Foundations of(Map<String, Object> restsOn, Map<String, Object> sumsUp) {
    return Grounding.of(
            "foundations.yaml",
            Map.of(
                "rests-on",
                restsOn,
                "sums-up",
                sumsUp,
                "called",
                List.of("task.<message>.published", "task.<message>.result"),
                "but-not",
                List.of("task.create.result")))
        .of(CATALOGUE.requirements());
  }

  @Test
  void aNameOnTheLeftIsRepeatedOnTheRight() {
    Foundations some = of(Map.of("task.get_<field>.effect", "task.<field>.type"), Map.of());
    assertThat(some.under("task.get_uuid.effect")).containsExactly("task.uuid.type");
    assertThat(some.under("task.get_record.effect")).isEmpty();
  }

  @Test
  void aFieldThatTheLeftDoesNotNameIsAnyField() {
    Foundations some = of(Map.of("task.get_record.fresh", "task.<field>.type"), Map.of());
    assertThat(some.under("task.get_record.fresh"))
        .hasSameSizeAs(CATALOGUE.fields())
        .contains("task.uuid.type");
  }

  @Test
  void aTypeStandsForEveryResultAndFieldOfIt() {
    Foundations some = of(Map.of(), Map.of("wire.json1.float", "type float"));
    assertThat(some.sumsUp().get("wire.json1.float"))
        .containsExactly("task.get_progress.result", "task.progress.type");
  }

  @Test
  void whatACallTakesForGrantedRestsOnWhatStandsBeforeIt() {
    Foundations some = of(Map.of(), Map.of());
    assertThat(some.underCalls("task.uuid.form", "task.get_uuid"))
        .containsExactly("task.get_uuid.published", "task.get_uuid.result");
    assertThat(some.underCalls("task.get_uuid.result", "task.get_uuid"))
        .containsExactly("task.get_uuid.published");
    assertThat(some.underCalls("task.uuid.form", "task.create"))
        .containsExactly("task.create.published");
    assertThat(some.underCalls("task.uuid.form", "host.get_all")).isEmpty();
  }

  @Test
  void aRuleThatFitsNothingIsRefused() {
    assertThatThrownBy(() -> of(Map.of("task.destroy.efect", "task.destroy.result"), Map.of()))
        .isInstanceOf(BrokenCatalogue.class)
        .hasMessageContaining("task.destroy.efect");
    assertThatThrownBy(() -> of(Map.of("task.destroy.effect", "task.destroy.reslt"), Map.of()))
        .isInstanceOf(BrokenCatalogue.class);
    assertThatThrownBy(() -> of(Map.of(), Map.of("wire.json1.float", "type flaot")))
        .hasMessageContaining("flaot");
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Grounding.of("foundations.yaml", Map.of("rest-on", Map.of())))
        .isInstanceOf(BrokenCatalogue.class)
        .hasMessageContaining("rest-on");
  }

  /** A must that rested on a should would never be blocked by it: the rule would say nothing. */
  @Test
  void noRuleOfTheKitLetsAMustRestOnShouldsAlone() {
    Set<String> idle = new TreeSet<>();
    FOUNDATIONS
        .restsOn()
        .forEach(
            (id, others) -> {
              boolean idles =
                  CATALOGUE.need(id).level() == Level.MUST
                      && others.stream()
                          .map(CATALOGUE::need)
                          .map(Requirement::level)
                          .allMatch(level -> level == Level.SHOULD);
              if (idles && !others.isEmpty()) {
                idle.add(id);
              }
            });
    assertThat(idle).isEmpty();
  }
}
