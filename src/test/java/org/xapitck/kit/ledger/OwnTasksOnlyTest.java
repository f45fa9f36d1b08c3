package org.xapitck.kit.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Wire;

class OwnTasksOnlyTest {
  private final Ledger ledger = new Ledger(6, Journal.NONE);

  @BeforeEach
  void makeATask() {
    Account maker = new Account("pool-admin", "pool-admin", "secret");
    ledger.intend("", Wire.XMLRPC).made(Ledger.Entry.created("T1", maker, Wire.XMLRPC));
    ledger.foreign(List.of("F1"));
    ledger.invented("I1");
  }

  private void check(String message, Object... parameters) {
    OwnTasksOnly.check(ledger, message, List.of(parameters));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task.cancel",
        "task.destroy",
        "task.set_status",
        "task.set_other_config",
        "task.set_name_label",
        "task.add_to_other_config",
        "task.add_to_current_operations",
        "task.remove_from_other_config"
      })
  void aTaskThatTheKitDidNotMakeIsNeverChanged(String message) {
    for (String ref : List.of("F1", "nobody's", "")) {
      assertThatThrownBy(() -> check(message, "session", ref, "value"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(message + " about a task that the kit did not make: " + ref);
    }
    check(message, "session", "T1", "value");
    check(message, "session", "I1", "value");
  }

  @Test
  void workOfTheServersIsCalledOffAndRemovedButNeverWrittenTo() {
    Account maker = new Account("pool-admin", "pool-admin", "secret");
    ledger.intend("", Wire.XMLRPC).made(Ledger.Entry.started("W1", maker, Wire.XMLRPC));
    check("task.cancel", "session", "W1");
    check("task.destroy", "session", "W1");
    assertThatThrownBy(() -> check("task.set_status", "session", "W1", "success"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("task.set_status about a task that the server runs: W1");
  }

  @Test
  void aTaskThatIsGoneMayBeCalledAgain() {
    ledger.gone("T1");
    check("task.destroy", "session", "T1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"task.get_record", "task.get_status", "task.create"})
  void whoOnlyReadsOrMakesIsNotRefused(String message) {
    check(message, "session", "F1");
  }

  @Test
  void otherClassesAreNotRefused() {
    check("session.set_other_config", "session", "F1");
    check("VM.destroy", "session", "F1");
  }

  @Test
  void aCallWithoutAReferenceIsNotRefused() {
    check("task.destroy", "session");
    check("task.destroy", "session", 5);
  }
}
