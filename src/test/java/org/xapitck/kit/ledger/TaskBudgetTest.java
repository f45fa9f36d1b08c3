package org.xapitck.kit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Wire;

class TaskBudgetTest {
  private static final Account ADMIN = new Account("pool-admin", "pool-admin", "secret");
  private static final Account OTHER = new Account("vm-operator", "vm-operator", "secret");

  private final TaskBudget budget = new TaskBudget();

  private static TaskBudget.Item item(String ref, boolean cancelled) {
    return new TaskBudget.Item(
        Ledger.Entry.created(ref, ADMIN, Wire.XMLRPC), "label of " + ref, cancelled);
  }

  @Test
  void nothingIsMadeBeforeItIsAllowed() {
    assertThat(budget.mayMake(false)).isFalse();
  }

  @Test
  void noMoreThanTwentyAreMadeWhateverIsAllowed() {
    budget.allow(1000);
    int made = 0;
    for (; budget.mayMake(false); made++) {
      budget.made();
    }
    assertThat(made).isEqualTo(TaskBudget.MOST).isEqualTo(20);
  }

  @Test
  void whatUsesTasksUpLeavesTwoForThoseThatOnlyLook() {
    budget.allow(5);
    int made = 0;
    for (; budget.mayMake(true); made++) {
      budget.made();
    }
    assertThat(made).isEqualTo(3);
    assertThat(budget.mayMake(false)).isTrue();
  }

  @Test
  void whatEarlierWiresMadeCounts() {
    budget.allow(1);
    budget.made();
    assertThat(budget.mayMake(false)).isFalse();
    budget.allow(2);
    assertThat(budget.mayMake(false)).isTrue();
  }

  @Test
  void aScenarioWithManyTasksLeavesTwoForOthers() {
    for (String ref : List.of("T1", "T2", "T3", "T4")) {
      budget.giveBack(item(ref, false));
    }
    assertThat(budget.spare(OTHER)).isEmpty();
    assertThat(budget.spare(ADMIN)).contains(item("T1", false));
    assertThat(budget.spare(ADMIN)).contains(item("T2", false));
    assertThat(budget.spare(ADMIN)).isEmpty();
    assertThat(budget.borrow(ADMIN, false)).contains(item("T3", false));
  }

  @Test
  void noTaskIsLentToTwo() {
    budget.giveBack(item("T1", false));
    assertThat(budget.borrow(ADMIN, false)).contains(item("T1", false));
    assertThat(budget.borrow(ADMIN, false)).isEmpty();
  }

  @Test
  void noTaskIsLentToAnotherAccount() {
    budget.giveBack(item("T1", false));
    assertThat(budget.borrow(OTHER, true)).isEmpty();
  }

  @Test
  void aTaskThatWasCancelledIsNotLentToWhoOnlyLooks() {
    budget.giveBack(item("T1", true));
    assertThat(budget.borrow(ADMIN, false)).isEmpty();
    assertThat(budget.borrow(ADMIN, true)).contains(item("T1", true));
  }

  @Test
  void aFreshTaskIsNotUsedUpWhereACancelledOneWillDo() {
    budget.giveBack(item("T1", false));
    budget.giveBack(item("T2", true));
    assertThat(budget.borrow(ADMIN, true)).contains(item("T2", true));
    assertThat(budget.borrow(ADMIN, true)).contains(item("T1", false));
  }

  @Test
  void aRequirementIsNotShownTwiceOnAWire() {
    assertThat(budget.first(Wire.XMLRPC, List.of("a", "b"))).isTrue();
    assertThat(budget.first(Wire.XMLRPC, List.of("b"))).isFalse();
    assertThat(budget.first(Wire.XMLRPC, List.of("b", "c"))).isTrue();
    assertThat(budget.first(Wire.JSONRPC1, List.of("a"))).isTrue();
    // each of the list counts as shown, and not only the first new one
    assertThat(budget.first(Wire.XMLRPC, List.of("c"))).isFalse();
  }
}
