package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.config.DeclaredScope;
import org.xapitck.kit.execution.Plan;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.verdict.Shard;

/** What a run would do, from its options; {@link WrongPasswordTest} holds it to a real one. */
class PreviewTest {
  private static final RunOptions OPTIONS =
      RunOptions.defaults(Path.of("unused"))
          .withWires(Set.of(Wire.JSONRPC2), true)
          .withTags("@session");

  private static final Accounts ACCOUNTS =
      new Accounts(Map.of("vm-admin", new Account("vm-admin", "anna", "secret")));

  private static Preview preview(RunOptions options, Duration... answers) {
    Plan plan = Plan.of(options, options.judge(), Release.PAGE);
    return Preview.of(options, plan, options.scope().wires(), ACCOUNTS, List.of(answers));
  }

  @Test
  void oneSlowAnswerDoesNotMakeARunLong() {
    Duration quick = Duration.ofMillis(30);
    Preview preview = preview(OPTIONS, quick, Duration.ofSeconds(7), quick);
    assertThat(preview.pace()).isEqualTo(quick);
    assertThat(preview.time()).isEqualTo(Duration.ofMillis(10 * preview.calls()));
    assertThat(preview(OPTIONS).time()).isZero();
  }

  @Test
  void moreThreadsMakeItShorterAndHaveMoreTasks() {
    Duration answer = Duration.ofMillis(30);
    Preview one = preview(OPTIONS.withThreads(1, OptionalLong.empty()), answer);
    Preview three = preview(OPTIONS, answer);
    assertThat(one.time()).isEqualTo(three.time().multipliedBy(3));
    assertThat(one.tasks()).isEqualTo(6);
    assertThat(three.tasks()).isEqualTo(18);
    assertThat(preview(OPTIONS.withThreads(8, OptionalLong.empty())).tasks()).isEqualTo(48);
  }

  @Test
  void fewTasksAreMadeWhereTheyStayAndNoneByAReadOnlyRun() {
    RunOptions many = OPTIONS.withThreads(8, OptionalLong.empty());
    assertThat(preview(many.withRelease(Release.of("dundee"))).tasks()).isEqualTo(20);
    DeclaredScope readOnly = new DeclaredScope(Optional.empty(), true);
    assertThat(preview(many.withDeclared(readOnly)).atOnce()).isEqualTo("at most 0 tasks");
  }

  @Test
  void theWrongPasswordsAreThoseOfThisRun() {
    RunOptions whole = OPTIONS.withTags("");
    assertThat(preview(whole).wrongPasswords()).isEqualTo(2);
    assertThat(preview(OPTIONS).wrongPasswords()).isEqualTo(1);
    assertThat(preview(OPTIONS.withTags("@task.create")).wrongPasswords()).isZero();
    DeclaredScope spared = DeclaredScope.EVERYTHING.withoutWrongPassword();
    assertThat(preview(whole.withDeclared(spared)).wrongPasswords()).isEqualTo(1);
    assertThat(wrongPassword(whole)).startsWith("a run tries one for the account vm-admin (anna)");
    assertThat(wrongPassword(whole.withDeclared(spared)))
        .endsWith("left out by --no-wrong-password");
    assertThat(wrongPassword(whole.withShard(new Shard(2, 3)))).contains("the first shard");
  }

  private static String wrongPassword(RunOptions options) {
    Plan plan = Plan.of(options, options.judge(), Release.PAGE);
    return Preview.wrongPassword(options, plan, ACCOUNTS);
  }

  @Test
  void theClientsOfTheEndAreTold() {
    RunOptions clients = OPTIONS.withTags("@clients.create or @clients.getters");
    Preview preview = preview(clients);
    assertThat(preview.atOnce()).endsWith("; at the end 8 sessions of one account");
    assertThat(preview.calls()).isEqualTo(70);
    assertThat(preview.logins()).isEqualTo(preview(OPTIONS).logins() + 8);
    assertThat(preview(OPTIONS).atOnce()).doesNotContain("sessions");
    DeclaredScope readOnly = new DeclaredScope(Optional.empty(), true);
    assertThat(preview(clients.withDeclared(readOnly)).clients()).isZero();
  }
}
