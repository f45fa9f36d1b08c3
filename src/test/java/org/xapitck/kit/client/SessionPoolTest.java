package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.redaction.Secrets;
import org.xapitck.kit.support.FakeWire;

class SessionPoolTest {
  private static final String LOGIN = "session.login_with_password";

  private final List<String> story = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final FakeWire wire = new FakeWire(story);
  private final Secrets secrets = new Secrets();
  private final SessionPool pool =
      new SessionPool(
          call -> {
            calls.add(call);
            return wire.call(call);
          },
          Supplier::get,
          "the kit",
          secrets);

  @Test
  void anAccountIsNotLoggedInTwice() {
    assertThat(pool.of(Bench.ADMIN)).isEqualTo("session of pool-admin");
    assertThat(pool.of(Bench.ADMIN)).isEqualTo("session of pool-admin");
    assertThat(story).containsExactly("login pool-admin");
    assertThat(calls.get(0).parameters())
        .isEqualTo(List.of("pool-admin", "secret-of-admin", "1.0", "the kit/pool-admin"));
  }

  @Test
  void aRefusedLoginIsNotRepeatedForItWouldLockTheAccount() {
    wire.on(LOGIN, FakeWire.refusal("SESSION_AUTHENTICATION_FAILED"));
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> pool.of(Bench.ADMIN))
          .isInstanceOf(NoSession.class)
          .hasMessageContaining("SESSION_AUTHENTICATION_FAILED")
          .hasMessageNotContaining("secret-of-admin");
    }
    assertThat(story).containsExactly("login pool-admin");
    assertThat(pool.allOpen()).isEmpty();
  }

  @Test
  void anAnswerThatIsNoSessionIsNotTakenForOne() {
    for (Answer answer :
        List.of(FakeWire.text(""), FakeWire.number(5), new Answer.Malformed("no answer"))) {
      SessionPool other =
          new SessionPool(
              new FakeWire(story).on(LOGIN, answer)::call, Supplier::get, "kit", secrets);
      assertThatThrownBy(() -> other.of(Bench.ADMIN)).isInstanceOf(NoSession.class);
      assertThat(other.allOpen()).isEmpty();
    }
  }

  @Test
  void aLoginThatGotNoAnswerIsRepeatedWhenTheServerIsBackAndOneApartIsNot() {
    Bench bench = new Bench();
    bench.wire.on("task.get_all", FakeWire.texts());
    bench.prober.on("system.listMethods", FakeWire.texts());
    bench.api.call(Bench.ADMIN, "task.get_all", List.of());
    bench.wire.silentOn(LOGIN);
    bench.story.clear();
    bench.api.login("nobody", "wrong");
    assertThat(bench.story).containsExactly("login nobody");
    bench.story.clear();
    assertThatThrownBy(() -> bench.api.session(Bench.OPERATOR)).isInstanceOf(NoSession.class);
    assertThat(bench.story)
        .containsExactly("login vm-operator", "system.listMethods", "login vm-operator");
  }

  @Test
  void aSessionIsNeverShown() {
    pool.of(Bench.ADMIN);
    assertThat(secrets.mask("in session of pool-admin")).isEqualTo("in ***");
  }

  @Test
  void oldReleasesAreGivenNoMoreParametersThanTheyTake() {
    wire.on(
        LOGIN,
        FakeWire.refusal("MESSAGE_PARAMETER_COUNT_MISMATCH"),
        FakeWire.refusal("MESSAGE_PARAMETER_COUNT_MISMATCH"),
        FakeWire.text("old session"));
    assertThat(pool.of(Bench.ADMIN)).isEqualTo("old session");
    assertThat(calls).extracting(call -> call.parameters().size()).containsExactly(4, 3, 2);
  }

  @Test
  void aServerThatTakesNoCountAtAllIsNotAskedForEver() {
    wire.on(LOGIN, FakeWire.refusal("MESSAGE_PARAMETER_COUNT_MISMATCH"));
    assertThatThrownBy(() -> pool.of(Bench.ADMIN)).isInstanceOf(NoSession.class);
    assertThat(calls).hasSize(3);
  }

  @Test
  void aSessionThatWasOpenedApartIsNotForgottenAndIsJudged() {
    pool.loginApart("anna", "secret-of-anna");
    assertThat(pool.allOpen()).containsExactly("session of anna");
    assertThat(pool.accountOf("session of anna").orElseThrow().name()).isEqualTo("apart");
    assertThat(calls.get(0).isJudged()).isTrue();
    pool.of(Bench.ADMIN);
    assertThat(calls.get(1).isJudged()).isFalse();
  }

  @Test
  void aSessionThatWasClosedIsNotClosedAgain() {
    pool.of(Bench.ADMIN);
    pool.of(Bench.OPERATOR);
    assertThat(pool.accountOf("session of pool-admin")).contains(Bench.ADMIN);
    pool.closed("session of pool-admin");
    assertThat(pool.accountOf("session of pool-admin")).isEmpty();
    assertThat(pool.allOpen()).containsExactly("session of vm-operator");
  }
}
