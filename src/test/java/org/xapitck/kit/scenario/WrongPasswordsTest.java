package org.xapitck.kit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.config.DeclaredScope;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Account;

/** Where a wrong password is tried, and of whom. */
class WrongPasswordsTest {
  private static final Account ROOT = new Account("root", "root", "secret");
  private static final Account LOW = new Account("vm-operator", "anna", "secret");
  private static final Account HIGH = new Account("pool-admin", "otto", "secret");

  @Test
  void aWholeRunTriesTheLowestRole() {
    Accounts accounts = accounts(HIGH, ROOT, LOW);
    assertThat(spared(DeclaredScope.EVERYTHING, "", accounts)).isEmpty();
    assertThat(accounts.weakest()).contains(LOW);
  }

  @Test
  void rootIsNeverTriedUnderWhicheverNameAndKey() {
    Account toor = new Account("root", "toor", "secret");
    assertThat(accounts(ROOT).weakest()).isEmpty();
    assertThat(accounts(new Account("read-only", "root", "secret"), LOW).weakest()).contains(LOW);
    assertThat(accounts(toor, new Account("read-only", "toor", "secret")).weakest()).isEmpty();
    assertThat(spared(DeclaredScope.EVERYTHING, "", accounts(ROOT)))
        .contains(Reason.Plain.WRONG_LOGIN_OF_ROOT);
  }

  @Test
  void whatNarrowsOrForbidsSparesTheAccount() {
    Accounts accounts = accounts(LOW);
    assertThat(spared(DeclaredScope.EVERYTHING, "@session.wrong_password", accounts))
        .contains(Reason.Plain.WRONG_LOGIN_IN_WHOLE_RUNS);
    assertThat(spared(new DeclaredScope(Optional.empty(), true), "", accounts))
        .contains(Reason.Plain.WRONG_LOGIN_READ_ONLY);
    assertThat(spared(DeclaredScope.EVERYTHING.withoutWrongPassword(), "", accounts))
        .contains(Reason.Plain.WRONG_LOGIN_LEFT_OUT);
  }

  @Test
  void theFirstWireTriesAndNoOther() {
    Optional<Reason> leftOut = Optional.of(Reason.Plain.WRONG_LOGIN_LEFT_OUT);
    Optional<Reason> elsewhere = Optional.of(Reason.Plain.TRIED_ON_ANOTHER_WIRE);
    assertThat(new WrongPasswords(true, Optional.empty()).ofAccountSpared()).isEmpty();
    assertThat(new WrongPasswords(true, leftOut).ofAccountSpared()).isEqualTo(leftOut);
    assertThat(new WrongPasswords(true, leftOut).ofNobodySpared()).isEmpty();
    assertThat(new WrongPasswords(false, Optional.empty()).ofAccountSpared()).isEqualTo(elsewhere);
    assertThat(new WrongPasswords(false, leftOut).ofAccountSpared()).isEqualTo(leftOut);
    assertThat(new WrongPasswords(false, leftOut).ofNobodySpared()).isEqualTo(elsewhere);
  }

  private static Optional<Reason> spared(DeclaredScope declared, String tags, Accounts accounts) {
    return WrongPasswords.spared(declared, tags, accounts);
  }

  private static Accounts accounts(Account... some) {
    Map<String, Account> byName = new LinkedHashMap<>();
    Stream.of(some).forEach(one -> byName.put(one.name(), one));
    return new Accounts(byName);
  }
}
