package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.support.FakeWire;
import org.xapitck.kit.wire.WireClient;

/** Passwords follow the address that a pool member gives, so it must be a bare name or address. */
class MasterFollowerTest {
  private static final String LOGIN = "session.login_with_password";

  private final List<String> story = new ArrayList<>();
  private final List<String> opened = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final FakeWire member = new FakeWire(story);
  private final FakeWire master = new FakeWire(story);
  private final MasterFollower client =
      new MasterFollower(
          Endpoint.of(URI.create("https://member.example/"), Endpoint.Trust.standard()),
          this::open,
          remarks::add);

  private WireClient open(Endpoint endpoint) {
    opened.add(endpoint.url().getHost());
    return opened.size() == 1 ? member : master;
  }

  private static Answer slave(String... parameters) {
    return new Answer.Failure("HOST_IS_SLAVE", List.of(parameters));
  }

  private Answer logIn() {
    return client.call(Call.judged(LOGIN, List.of("root", "secret"))).answer();
  }

  @Test
  void aPasswordGoesToNothingThatIsNoAddress() {
    for (Answer answer :
        List.of(
            slave(),
            slave(""),
            slave("10.0.0.2", "10.0.0.3"),
            slave("http://10.0.0.2/"),
            slave("user@10.0.0.2"),
            slave("10.0.0.2/path"),
            slave("10.0.0.2\n"),
            slave("x".repeat(254)))) {
      member.on(LOGIN, answer);
      assertThat(logIn()).isEqualTo(answer);
    }
    assertThat(opened).containsExactly("member.example");
    assertThat(remarks).isEmpty();
  }

  @Test
  void theMasterIsAskedInsteadAndNobodyIsSentToAndFro() {
    member.on(LOGIN, slave("10.0.0.2"));
    master.on(LOGIN, FakeWire.text("a session"), slave("member.example"));
    assertThat(logIn()).isEqualTo(FakeWire.text("a session"));
    assertThat(logIn()).isEqualTo(slave("member.example"));
    assertThat(opened).containsExactly("member.example", "10.0.0.2");
    assertThat(remarks)
        .containsExactly("member.example is a member of a pool; its master 10.0.0.2 was tested");
  }

  @Test
  void onlyALoginIsFollowed() {
    member.on("task.get_all", slave("10.0.0.2"));
    Call call = Call.judged("task.get_all", List.of("a session"));
    assertThat(client.call(call).answer()).isEqualTo(slave("10.0.0.2"));
    assertThat(opened).containsExactly("member.example");
  }
}
