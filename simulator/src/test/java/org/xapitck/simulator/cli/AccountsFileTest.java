package org.xapitck.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.rbac.Rights;
import org.xapitck.simulator.rbac.Role;
import org.xapitck.simulator.session.Account;
import org.xapitck.simulator.session.Accounts;

class AccountsFileTest {
  @TempDir private Path folder;

  @Test
  void aPasswordComesFromTheFileTheEnvironmentOrAFileOfItsOwn() throws Exception {
    Files.writeString(folder.resolve("pw.txt"), "from file\n");
    Accounts accounts =
        read(
            """
            root: {username: admin, password: "in clear"}
            pool-admin: {username: pa, password: 0123}
            read-only: {username: ro, password-env: RO_PASSWORD}
            read-only-2: {username: ro2, password-file: %s}
            """
                .formatted(folder.resolve("pw.txt")));
    assertThat(accounts.areDefaults()).isFalse();
    assertThat(accounts.authenticate("admin", "in clear"))
        .map(Account::rights)
        .contains(Rights.ROOT);
    assertThat(accounts.authenticate("ro", "from environment"))
        .map(Account::rights)
        .contains(Rights.of(Role.READ_ONLY));
    Optional<Account> second = accounts.authenticate("ro2", "from file");
    assertThat(second).map(Account::rights).contains(Rights.of(Role.READ_ONLY));
    assertThat(second.orElseThrow().sid())
        .isNotEqualTo(accounts.authenticate("ro", "from environment").orElseThrow().sid());
    assertThat(accounts.authenticate("pa", "0123")).isPresent();
    assertThat(accounts.authenticate("ro", "secret")).isEmpty();
    assertThat(accounts.all()).allSatisfy(a -> assertThat(a.toString()).doesNotContain("from"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|it is empty; it must be a map",
        "'{root: {username: a, password: b}, root: {username: c, password: d}}'|the key root twice",
        "!!int root: {username: a, password: !!int b, pasword: c}|unknown key pasword",
        "[a]|must be a map",
        "{}|no account",
        "root: admin|root must be a map",
        "root: {username: a}|exactly one of password, password-env, password-file",
        "root: {username: a, password: b, password-env: C}|exactly one of",
        "root: {password: b}|root needs username",
        "root: {username: [a], password: b}|root needs username",
        "root: {username: a, pasword: b}|unknown key pasword; allowed are username, password",
        "boss: {username: a, password: b}|unknown role boss; allowed are read-only",
        "root-2: {username: a, password: b}|unknown role root-2",
        "root: {username: a, password-env: MISSING}|MISSING, which is not set",
        "root: {username: a, password-file: none.txt}|the password file none.txt of root cannot be read",
        "'root: {username: a, password: hush'|is no YAML; see line 1",
        "root: {username: \"\", password: b}|root needs username",
        "root: {username: a, password: }|line 1: password of root gives an empty password",
        "root: {username: a, password: ''}|line 1: password of root gives an empty password",
        "root: {username: a, password-env: EMPTY}|line 1: password-env of root gives an empty",
        "root: {username: a, password-file: /dev/null}|line 1: password-file of root gives an empty",
        "'{root: {username: a, password: b}, read-only: {username: a, password: c}}'|two accounts"
      })
  void aMistakeIsOneSentenceThatNamesFilePlaceAndWhatIsAllowed(String yaml, String sentence) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("accounts.yaml")
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path none = folder.resolve("none.yaml");
    assertThatThrownBy(() -> AccountsFile.read(none, Map.<String, String>of()::get))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(none.toString());
  }

  @Test
  void aFileBeyondOneMebibyteIsRefused() {
    String yaml = "root: {username: a, password: b}\n#" + "x".repeat(1024 * 1024);
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("accounts.yaml is larger than 1 MiB, which is the most allowed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void aDeepFileIsOneSentence(String deeper) {
    assertThatThrownBy(() -> read("root:\n  " + deeper.repeat(250_000)))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith(
            "accounts.yaml is nested deeper than 20 levels in line 2; give a map of plain texts.");
  }

  private Accounts read(String yaml) throws IOException, UsageException {
    Path file = Files.writeString(folder.resolve("accounts.yaml"), yaml);
    return AccountsFile.read(file, Map.of("RO_PASSWORD", "from environment", "EMPTY", "")::get);
  }
}
