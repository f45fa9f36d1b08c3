package org.xapitck.kit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.model.BadConfiguration;

class StateFolderTest {
  private static final RunMark MARK = new RunMark("0123abcd");
  private static final String LEDGER = "xapi-task-tck/ledger-0123abcd.jsonl";

  @TempDir Path folder;

  @Test
  void theUsersOwnFoldersComeFirst() {
    Map<String, String> both = Map.of("XDG_STATE_HOME", "/state", "HOME", "/home/anna");
    assertLedger(both, Path.of("/state").resolve(LEDGER), false);
    assertLedger(
        Map.of("HOME", "/home/anna"), Path.of("/home/anna/.local/state").resolve(LEDGER), false);
    assertLedger(
        Map.of("XDG_STATE_HOME", "relative", "HOME", "/home/anna"),
        Path.of("/home/anna/.local/state").resolve(LEDGER),
        false);
  }

  @Test
  void theTemporaryFolderIsTheLastAndSaid() {
    assertLedger(Map.of(), folder.resolve(LEDGER), true);
    assertLedger(Map.of("HOME", "", "XDG_STATE_HOME", ""), folder.resolve(LEDGER), true);
    assertThat(StateFolder.of(name -> null, folder).remark())
        .contains(
            "neither XDG_STATE_HOME nor HOME is set: ledgers are kept in "
                + folder.resolve("xapi-task-tck"));
  }

  @Test
  void aFolderOfAnotherUserInTheTemporaryOneIsNotBelieved() throws IOException {
    Path planted = Files.createDirectory(folder.resolve("xapi-task-tck"));
    assertThat(StateFolder.of(name -> null, folder).ledgers()).isEmpty();
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    assumeTrue(isGivenAway(planted), "only a superuser can give a folder away");
    assertThatThrownBy(() -> StateFolder.of(name -> null, folder))
        .isInstanceOf(BadConfiguration.class)
        .hasMessage(
            "the folder " + planted + " is another user's; set HOME to a folder of your own");
  }

  private static boolean isGivenAway(Path path) {
    try {
      Files.setAttribute(path, "unix:uid", 65_534);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  @Test
  void aRunThatGoesOnIsSeenAndNotDisturbed() {
    StateFolder state = StateFolder.of(Map.of("XDG_STATE_HOME", folder.toString())::get, folder);
    assertThat(state.isInUse(MARK)).isFalse();
    assertThat(state.ledgers()).isEmpty();
    try (LedgerFile run = LedgerFile.begin(state.ledgerOf(MARK), MARK, "http://server/", "now")) {
      assertThat(state.isInUse(MARK)).isTrue();
      run.gone("T1");
    }
    assertThat(state.isInUse(MARK)).isFalse();
    // looked at only: nothing of it is left open
    LedgerFile.resume(state.ledgerOf(MARK), MARK.run()).close();
  }

  @Test
  void noLedgerIsForgottenAndNothingElseIsTakenForOne() throws IOException {
    StateFolder state = StateFolder.of(Map.of("XDG_STATE_HOME", folder.toString())::get, folder);
    Path second = state.ledgerOf(new RunMark("99999999"));
    LedgerFile.begin(second, new RunMark("99999999"), "http://server/", "now").close();
    LedgerFile.begin(state.ledgerOf(MARK), MARK, "http://server/", "now").close();
    Files.createFile(second.resolveSibling("notes.txt"));
    assertThat(state.ledgers()).containsExactly(state.ledgerOf(MARK), second);
  }

  private void assertLedger(Map<String, String> environment, Path ledger, boolean said) {
    StateFolder state = StateFolder.of(environment::get, folder);
    assertThat(state.ledgerOf(MARK)).isEqualTo(ledger);
    assertThat(state.remark().isPresent()).isEqualTo(said);
  }
}
