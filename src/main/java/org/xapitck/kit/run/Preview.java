package org.xapitck.kit.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.execution.Plan;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.ledger.Admission;
import org.xapitck.kit.ledger.TaskBudget;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.report.Text;
import org.xapitck.kit.scenario.Clients;
import org.xapitck.kit.scenario.WrongPasswords;

/**
 * What a run would do to a server, told before it does it. Numbers of a whole run are near the
 * truth; what a server leaves out makes them smaller.
 *
 * @param wires how many wires are spoken
 * @param calls some number of calls
 * @param logins of them, with right passwords
 * @param clients the most sessions of one account at once, by which the last scenarios call; 0
 *     where these do not run
 * @param wrongPasswords of them, with wrong ones
 * @param tasks the most tasks of the kit's that live at any moment
 * @param time how long it takes at the pace of the server
 * @param pace how long the server takes for an answer
 */
record Preview(
    int wires,
    long calls,
    long logins,
    int clients,
    int wrongPasswords,
    int tasks,
    Duration time,
    Duration pace) {

  /**
   * 5.6: a whole run over three wires with seven accounts makes 10,650 calls for 1,890 scenarios.
   */
  private static final double CALLS_OF_A_SCENARIO = 5.6;

  /** 35: five scenarios of eight clients make 160 calls on a wire, 16 of them to log in and out. */
  private static final int CALLS_OF_CLIENTS = 35;

  /** Scenarios about sessions log in so often, on each wire. */
  private static final int LOGINS_APART = 8;

  private static final String UNKNOWN_USER = "session.login_refused";

  /**
   * Of a run with these options.
   *
   * @param plan its scenarios
   * @param answerTimes how long answers of this server took so far
   */
  static Preview of(
      RunOptions options,
      Plan plan,
      Collection<Wire> wires,
      Accounts accounts,
      Collection<Duration> answerTimes) {
    long scenarios = wires.stream().mapToLong(wire -> plan.wires().get(wire).size()).sum();
    long ofClients = wires.stream().mapToLong(wire -> plan.wires().get(wire).sizeOfClients()).sum();
    int clients = ofClients > 0 ? clients(options) : 0;
    long calls =
        Math.round((scenarios - ofClients) * CALLS_OF_A_SCENARIO)
            + (clients > 0 ? ofClients * CALLS_OF_CLIENTS : 0);
    Duration pace = median(answerTimes);
    int threads = Math.min(options.execution().threads(), RunOptions.MOST_THREADS);
    return new Preview(
        wires.size(),
        calls,
        wires.size() * (long) (accounts.all().size() + LOGINS_APART + clients),
        clients,
        (plan.selected().contains(UNKNOWN_USER) ? 1 : 0)
            + (triesAnAccount(options, plan, accounts) ? 1 : 0),
        tasks(options, threads),
        time(options, calls, pace.dividedBy(threads)),
        pace);
  }

  /** None where nothing is written, or where calls begin too slowly to overlap. */
  private static int clients(RunOptions options) {
    boolean none =
        options.scope().declared().readOnly()
            || options.execution().maxRate().orElse(Clients.MOST) < Clients.MOST;
    return none ? 0 : Math.min(Clients.MOST, options.execution().maxLiveTasks());
  }

  /** Whose wrong password a run with this plan tries, or why none. */
  static String wrongPassword(RunOptions options, Plan plan, Accounts accounts) {
    RunOptions.Scope scope = options.scope();
    Optional<Reason> spared = WrongPasswords.spared(scope.declared(), scope.tags(), accounts);
    if (spared.isPresent() || !triesAnAccount(options, plan, accounts)) {
      return "none is tried for an account: "
          + spared.map(Reason::text).orElse("the first shard does that");
    }
    Account account = accounts.weakest().orElseThrow();
    return "a run tries one for the account "
        + account.name()
        + " ("
        + account.username()
        + "), right before it logs in correctly; --no-wrong-password leaves it out";
  }

  private static boolean triesAnAccount(RunOptions options, Plan plan, Accounts accounts) {
    RunOptions.Scope scope = options.scope();
    return plan.selected().contains(WrongPasswords.REQUIREMENT)
        && WrongPasswords.spared(scope.declared(), scope.tags(), accounts).isEmpty();
  }

  private static int tasks(RunOptions options, int threads) {
    if (options.scope().declared().readOnly()) {
      return 0;
    }
    int most =
        Math.min(options.execution().maxLiveTasks(), threads * Admission.TASKS_OF_A_SCENARIO);
    boolean few = options.judging().release().flatMap(Releases::budget).isPresent();
    return few ? Math.min(most, TaskBudget.MOST) : most;
  }

  /** As long as the answers take, or as the user lets it take. */
  private static Duration time(RunOptions options, long calls, Duration call) {
    Duration byAnswers = call.multipliedBy(calls);
    double rate = options.execution().maxRate().orElse(Double.MAX_VALUE);
    Duration byRate = Duration.ofMillis(Math.round(calls / rate * 1000));
    return byAnswers.compareTo(byRate) > 0 ? byAnswers : byRate;
  }

  /** One slow login among quick answers says nothing of the rest. */
  private static Duration median(Collection<Duration> some) {
    List<Duration> sorted = some.stream().sorted().toList();
    return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
  }

  /** How much is sent. */
  String load() {
    return "about "
        + Text.count(rounded(calls), "call")
        + " over "
        + Text.count(wires, "wire")
        + ", up to "
        + Text.count(logins, "login")
        + " and "
        + Text.count(wrongPasswords, "wrong password");
  }

  /** What there is at any moment. */
  String atOnce() {
    return "at most "
        + Text.count(tasks, "task")
        + (clients > 0 ? "; at the end " + clients + " sessions of one account" : "");
  }

  /** How long it takes, and why. */
  String duration() {
    return "about "
        + Text.count(Math.max(1, time.toSeconds()), "second")
        + String.format(Locale.ROOT, ", at %.1f ms a call", pace.toNanos() / 1e6);
  }

  /** To three digits: the number is an estimate. */
  private static long rounded(long number) {
    return new BigDecimal(number).round(new MathContext(3)).longValue();
  }
}
