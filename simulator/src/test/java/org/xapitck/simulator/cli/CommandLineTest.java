package org.xapitck.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.simulator.release.Release;

class CommandLineTest {

  @Test
  void withoutArgumentsItIsLoopbackAndTheRecordedRelease() throws UsageException {
    CommandLine line = CommandLine.parse(List.of());
    assertThat(line.host()).isEqualTo("127.0.0.1");
    assertThat(line.port()).isEqualTo(8080);
    assertThat(line.release()).isEqualTo(Release.XAPI_24_16);
    assertThat(line.accounts()).isEmpty();
    assertThat(line.allowDefaultPasswords()).isFalse();
  }

  @Test
  void valuesStandBehindTheirOptionOrBehindAnEqualsSign() throws UsageException {
    CommandLine line =
        CommandLine.parse(
            List.of("--port=0", "--host", "::1", "--release", "8.2", "--accounts=a=b.yaml"));
    assertThat(line.port()).isZero();
    assertThat(line.host()).isEqualTo("::1");
    assertThat(line.release()).isEqualTo(Release.STOCKHOLM);
    assertThat(line.accounts()).get().hasToString("a=b.yaml");
  }

  @Test
  void httpsIsServedOnRequestOnly() throws UsageException {
    assertThat(CommandLine.parse(List.of()).tls().wanted()).isFalse();
    assertThat(CommandLine.parse(List.of("--tls")).tls().wanted()).isTrue();
    assertThat(CommandLine.parse(List.of("--tls-cert", "c", "--tls-key", "k")).tls().wanted())
        .isTrue();
  }

  @Test
  void anOptionThatIsGivenTwiceIsRefusedAndADefectIsNot() throws Exception {
    assertThatThrownBy(() -> CommandLine.parse(List.of("--port", "1", "--port=2")))
        .isInstanceOf(UsageException.class)
        .hasMessage("Option --port is given twice; give it once.");
    assertThat(CommandLine.parse(List.of("--defect", "a", "--defect=b")).defects())
        .containsExactly("a", "b");
  }

  @Test
  void whoControlsItIsSaidByThreeOptions() throws UsageException {
    assertThat(CommandLine.parse(List.of()).admin()).isEqualTo(AdminFlags.NONE);
    CommandLine line =
        CommandLine.parse(List.of("--admin-token", "t", "--journal=100000", "--no-admin"));
    assertThat(line.admin().token()).contains("t");
    assertThat(line.admin().journal()).contains(100_000);
    assertThat(line.admin().on()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "--prot, --prot, --port",
    "start, start, --host",
    "--port, --port, value",
    "--port=many, many, 65535",
    "--port=65536, 65536, 65535",
    "--port=-1, -1, 65535",
    "--release=rome, rome, stockholm",
    "--seed=x, x, whole number",
    "--plans, --plans, value",
    "--tls-cert=a.pem, --tls-cert, --tls-key",
    "--tls-key=a.pem, --tls-key, --tls-cert",
    "--journal=0, 0, 100000",
    "--journal=100001, 100001, 100000",
    "--journal=all, all, 100000",
    "--admin-token=, --admin-token, empty"
  })
  void aMistakeIsOneSentenceWithTheValueAndWhatIsAllowed(
      String argument, String value, String allowed) {
    assertThatThrownBy(() -> CommandLine.parse(List.of(argument)))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(value, allowed)
        .hasMessageEndingWith(".");
  }
}
