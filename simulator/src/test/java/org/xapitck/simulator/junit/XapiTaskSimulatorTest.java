package org.xapitck.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.admin.Admin;
import org.xapitck.simulator.fault.Defect;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.stub.Stubs;

/** A test author's simulator: one's own, where it was asked for, and gone afterwards. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class XapiTaskSimulatorTest {
  private static final List<Integer> PORTS_OF_TESTS = new ArrayList<>();

  @XapiTaskSimulator private static Simulator ofClass;
  @XapiTaskSimulator private Simulator ofTest;

  @AfterAll
  static void theOneOfTheClassIsStillOpen() throws Exception {
    new Socket("127.0.0.1", ofClass.port()).close();
  }

  @Test
  void a_fieldsAndParametersAreAllDifferent(
      @XapiTaskSimulator Simulator one, @XapiTaskSimulator(release = "8.2") Simulator two) {
    assertThat(List.of(ofClass.port(), ofTest.port(), one.port(), two.port()))
        .doesNotHaveDuplicates();
    assertThat(two.options().release()).isEqualTo(Release.STOCKHOLM);
    PORTS_OF_TESTS.addAll(List.of(ofTest.port(), one.port(), two.port()));
  }

  @Test
  void b_thoseOfATestAreClosedBehindIt() {
    assertThat(PORTS_OF_TESTS)
        .hasSize(3)
        .allSatisfy(
            port ->
                assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
                    .isInstanceOf(IOException.class));
  }

  @Test
  void c_timeAndReferencesAreTheTests(
      @XapiTaskSimulator(frozenAt = "2026-01-01T00:00:00Z", seed = 7) Simulator one,
      @XapiTaskSimulator(frozenAt = "2026-01-01T00:00:00Z", seed = 7) Simulator two) {
    assertThat(one.startTask("slow")).isEqualTo(two.startTask("slow"));
    one.advance(Duration.ofHours(1));
    assertThat(one.options().clock().now()).hasToString("2026-01-01T01:00:00Z");
    assertThat(two.options().clock().now()).hasToString("2026-01-01T00:00:00Z");
    assertThatThrownBy(() -> ofTest.advance(Duration.ofHours(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void d_stubsAnswerWhatItDoesNotHave(
      @XapiTaskSimulator(stubs = {"fence-agent", "xen-orchestra"}) Simulator one) {
    assertThat(one.stubs().stubs().messages())
        .containsKeys("VM.hard_reboot", "pool.set_name_label");
    assertThat(ofTest.stubs().stubs()).isEqualTo(Stubs.NONE);
  }

  @Test
  void e_itIsWrongAsTheAnnotationSays(
      @XapiTaskSimulator(
              defects = "list-empty",
              faults = "{\"message\": \"task.create\", \"count\": 1, \"error\": [\"X\"]}")
          Simulator one) {
    assertThat(one.control().seeds().defects())
        .extracting(Defect::id)
        .containsExactly("list-empty");
    assertThat(one.control().faults().all())
        .extracting(fault -> fault.rule().message().text())
        .containsExactly("task.create");
  }

  @Test
  void f_aFaultThatIsNoneIsToldItsPlace() {
    assertThatThrownBy(() -> Admin.fault("{\"statsu\": 500}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/statsu");
  }
}
