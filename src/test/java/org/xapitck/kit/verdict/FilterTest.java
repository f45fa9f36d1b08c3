package org.xapitck.kit.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.Wire;

class FilterTest {
  private static final Shard SHARE = new Shard(2, 3);

  @Test
  void whatNarrowsARunDownIsSaidInOneLine() {
    assertThat(Filter.NONE.text()).isEmpty();
    assertThat(new Filter("@a", Shard.WHOLE).text()).isEqualTo("@a");
    assertThat(new Filter("", SHARE).text()).isEqualTo("shard 2/3");
    assertThat(new Filter("@a", SHARE).text()).isEqualTo("@a, shard 2/3");
    assertThat(new Filter("@a", Shard.WHOLE).without(Set.of("y", "x")).text())
        .isEqualTo("@a, without x, y");
    assertThat(new Filter("", Shard.WHOLE).without(Set.of("x")).text()).isEqualTo("without x");
  }

  @Test
  void aRunIsNotCalledFilteredForNothing() {
    assertThat(new Filter("", Shard.WHOLE).without(Set.of()).isNone()).isTrue();
    assertThat(new Filter("", SHARE).isNone()).isFalse();
    Scope whole = Scope.whole(Set.of(Wire.XMLRPC));
    assertThatThrownBy(() -> whole.filtered(Filter.NONE, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
