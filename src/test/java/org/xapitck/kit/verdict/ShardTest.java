package org.xapitck.kit.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  @Test
  void noScenarioIsInTwoSharesOrInNone() {
    for (int i = 0; i < 100; i++) {
      String scenario = "scenario " + i;
      assertThat(IntStream.rangeClosed(1, 4).filter(n -> new Shard(n, 4).holds(scenario)))
          .hasSize(1);
    }
  }

  @Test
  void noShareIsLeftWithoutWork() {
    for (int n = 1; n <= 4; n++) {
      Shard shard = new Shard(n, 4);
      assertThat(IntStream.range(0, 100).filter(i -> shard.holds("scenario " + i)).count())
          .isBetween(10L, 40L);
    }
  }

  /** Shares run on several machines, so the choice is part of the contract. */
  @Test
  void theChoiceNeverChanges() {
    assertThat(new Shard(3, 4).holds("a")).isFalse();
    assertThat(IntStream.rangeClosed(1, 4).filter(n -> new Shard(n, 4).holds("a")))
        // CRC-32 of "a" is e8b7be43
        .containsExactly(4);
  }

  @Test
  void theWholeLeavesNothingOut() {
    assertThat(Shard.WHOLE.isWhole()).isTrue();
    assertThat(Shard.WHOLE.holds("anything")).isTrue();
    assertThat(new Shard(1, 2).isWhole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/3", "4/3", "1/0", "1", "1/", "a/b", "-1/3", "1/3 ", "1/12345"})
  void whatIsNoShareIsNotTakenForOne(String text) {
    assertThat(Shard.of(text)).isEmpty();
  }

  @Test
  void theFirstAndTheLastShareAreShares() {
    assertThat(Shard.of("1/3")).contains(new Shard(1, 3));
    assertThat(Shard.of("3/3")).contains(new Shard(3, 3));
    assertThat(Shard.of("1/1")).contains(Shard.WHOLE);
  }

  @Test
  void noShareIsMadeThatThereIsNot() {
    assertThatThrownBy(() -> new Shard(0, 3)).hasMessage("no share 0 of 3");
    assertThatThrownBy(() -> new Shard(4, 3)).hasMessage("no share 4 of 3");
  }

  @Test
  void aFilterLosesNeitherItsTagsNorItsShare() {
    Shard shard = new Shard(2, 3);
    assertThat(new Filter("@task", Shard.WHOLE).text()).isEqualTo("@task");
    assertThat(new Filter("", shard).text()).isEqualTo("shard 2/3");
    assertThat(new Filter("@a, or @b", shard).text()).isEqualTo("@a, or @b, shard 2/3");
    assertThat(Filter.NONE.isNone()).isTrue();
    assertThat(new Filter("", shard).isNone()).isFalse();
  }
}
