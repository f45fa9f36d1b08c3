package org.xapitck.kit.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.address.ServerUrl;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.client.ServerClock;
import org.xapitck.kit.client.Target;
import org.xapitck.kit.client.TrueRole;
import org.xapitck.kit.execution.Parallel;
import org.xapitck.kit.execution.Plan;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.ledger.Journal;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.RunMark;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.redaction.Secrets;
import org.xapitck.kit.release.DetectedRelease;

/**
 * Checks in seconds, without a scenario, whether a run can succeed: is the server there, is its
 * certificate trusted, can each account log in and has it its role, do the clocks agree, which
 * release is it, which wires answer? Each finding says how to fix it.
 */
public final class Doctor {
  /** Exit code: nothing to mend that would keep a run from its verdict. */
  public static final int EXIT_SOUND = 0;

  /** Exit code: an account or an option has to be mended. */
  public static final int EXIT_MEND = 2;

  /** 2.5 s for a connection, so that an address without a host costs less than three. */
  private static final Duration CONNECT = Duration.ofMillis(2500);

  /** Beyond five minutes a run gives a warning, beyond 48 hours a fail. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** Two seconds: servers tell whole ones, and the answer takes its time. */
  private static final Duration AGREEING = Duration.ofSeconds(2);

  private final RunOptions options;
  private final Environment environment;
  private final Secrets secrets = new Secrets();
  private boolean mend;

  /** A doctor for what a run with these options would meet. */
  public Doctor(RunOptions options, Environment environment) {
    this.options = options;
    this.environment = environment;
  }

  /**
   * Examines and says what it finds, line by line.
   *
   * @return the exit code
   */
  public int examine() {
    try (TargetServer server = TargetServer.open(options, environment)) {
      Target target = server.target();
      target.accounts().all().stream().map(Account::password).forEach(secrets::add);
      List<ApiClient> apis = clients(target);
      try {
        return examine(target, apis);
      } finally {
        apis.forEach(ApiClient::close);
      }
    }
  }

  private int examine(Target target, List<ApiClient> apis) {
    Preflight preflight = new Preflight(options.judge(), options.scope().wiresNamed(), "");
    List<Preflight.Finding> findings =
        Parallel.answers(
            apis.stream()
                .<Supplier<Preflight.Finding>>map(one -> () -> preflight.check(one))
                .toList());
    if (findings.stream().anyMatch(Doctor::listens)) {
      ok("server", target.endpoint().url() + (target.bundled() ? " (bundled simulator)" : ""));
    }
    trust(target.endpoint(), findings);
    Optional<ApiClient> open =
        apis.stream()
            .filter(one -> findings.stream().anyMatch(f -> f.wire() == one.wire() && f.ready()))
            .findFirst();
    if (open.isEmpty()) {
      findings.stream()
          .flatMap(finding -> finding.cause().stream())
          .distinct()
          .forEach(cause -> unreachable(cause, target.accounts().strongest()));
      return Certification.EXIT_UNREACHABLE;
    }
    DetectedRelease detected =
        new Releases(options.judging().release()).detected(findings, wire -> open.get());
    ok("release", detected.toString());
    Releases.budget(detected.release())
        .ifPresent(budget -> note("release", Releases.staying(detected.release())));
    Releases.served(findings, detected.release()).forEach(this::wire);
    clock(open.get());
    accounts(target, open.get());
    preview(target, detected.release(), Releases.served(findings, detected.release()), apis);
    return mend ? EXIT_MEND : EXIT_SOUND;
  }

  /** Somebody answers, if only by a certificate that is not believed. */
  private static boolean listens(Preflight.Finding finding) {
    return finding.state() != Preflight.State.UNREACHABLE
        || finding.cause().filter(Doctor::isDistrusted).isPresent();
  }

  private void unreachable(Reason cause, Account account) {
    String remedy =
        cause instanceof Reason.LoginRefused
            ? "check user name and password in the accounts file"
            : isDistrusted(cause)
                ? "compare the fingerprint with the server's own (on the host: openssl x509 -noout"
                    + " -fingerprint -sha256 -in /etc/xensource/xapi-ssl.pem), then pass it with"
                    + " --pin, or its issuer with --ca-file"
                : "check --url, the port, the firewall and --proxy";
    mend("login", cause.text() + "; the call was the login of " + account.username(), remedy);
  }

  private static boolean isDistrusted(Reason cause) {
    return cause instanceof Reason.Unreachable none && none.distrusted();
  }

  private void trust(Endpoint endpoint, List<Preflight.Finding> findings) {
    boolean secure = ServerUrl.of(endpoint.url().toString()).isSecure();
    boolean refused =
        findings.stream()
            .flatMap(finding -> finding.cause().stream())
            .anyMatch(Doctor::isDistrusted);
    if (endpoint.isPlaintext()) {
      note("tls", "none: " + Endpoint.PLAINTEXT + "; use an https URL");
    } else if (!secure) {
      note("tls", "none: passwords stay on this machine");
    } else if (endpoint.trust().insecure()) {
      note("tls", "the certificate is not checked (--insecure); use --ca-file or --pin");
    } else if (!refused && findings.stream().anyMatch(Preflight.Finding::ready)) {
      ok(
          "tls",
          endpoint.trust().pin().isPresent()
              ? "the certificate is the pinned one"
              : "the certificate is signed by "
                  + endpoint
                      .trust()
                      .caFile()
                      .map(file -> "an authority of " + file)
                      .orElse("an authority of the JDK's trust store")
                  + " and names the host");
    }
  }

  private void wire(Preflight.Finding finding) {
    String cause = finding.cause().map(Reason::text).orElse("");
    if (finding.ready()) {
      ok("wire " + finding.wire(), "answers");
    } else if (finding.state() == Preflight.State.NOT_SERVED) {
      note("wire " + finding.wire(), cause + "; its requirements are not applicable");
    } else {
      mend(
          "wire " + finding.wire(),
          cause,
          "if it is served elsewhere, use --path " + finding.wire() + "=/PATH; a run judges it");
    }
  }

  private void clock(ApiClient api) {
    Optional<Instant> time = new ServerClock(api).now();
    if (time.isEmpty()) {
      note("clock", "the server does not tell its time");
      return;
    }
    Duration skew = Duration.between(environment.clock().instant(), time.get());
    String words = Math.abs(skew.toSeconds()) + " s " + (skew.isNegative() ? "behind" : "ahead");
    if (skew.abs().compareTo(AGREEING) <= 0) {
      ok("clock", "agrees with the kit's");
    } else if (skew.abs().compareTo(SKEW) > 0) {
      note(
          "clock",
          "the server's is " + words + ", which gives a warning; synchronize both clocks (NTP)");
    } else {
      ok("clock", "the server's is " + words);
    }
  }

  private void accounts(Target target, ApiClient api) {
    TrueRole roles = new TrueRole(api);
    List<Account> accounts = target.accounts().all();
    List<TrueRole.Finding> found =
        Parallel.answers(
            accounts.stream()
                .<Supplier<TrueRole.Finding>>map(account -> () -> roles.of(account))
                .toList());
    for (int i = 0; i < accounts.size(); i++) {
      account(accounts.get(i), found.get(i));
    }
    TreeSet<String> missing = new TreeSet<>();
    target.accounts().missing().stream()
        .filter(role -> options.scope().declared().has(role.id()))
        .forEach(role -> missing.add(role.id()));
    if (!missing.isEmpty()) {
      note(
          "accounts",
          "none for "
              + String.join(", ", missing)
              + ", so a run will be incomplete; add them, or declare the scope with --roles");
    }
  }

  private void preview(
      Target target, Release release, List<Preflight.Finding> findings, List<ApiClient> apis) {
    RunOptions judged = options.withRelease(Optional.of(release));
    Plan plan = Plan.of(judged, options.judge(), release);
    List<Wire> wires =
        findings.stream().filter(Preflight.Finding::ready).map(Preflight.Finding::wire).toList();
    List<Duration> answers = apis.stream().flatMap(api -> api.answerTimes().stream()).toList();
    note("wrong password", Preview.wrongPassword(judged, plan, target.accounts()));
    note("a run", Preview.of(judged, plan, wires, target.accounts(), answers).words());
  }

  private void account(Account account, TrueRole.Finding finding) {
    String title = "account " + account.name();
    switch (finding.state()) {
      case NO_LOGIN ->
          mend(
              title,
              account.username() + " cannot log in: " + finding.words(),
              "look at its password in the accounts file, and whether the host or its directory"
                  + " knows the user");
      case NO_ANSWER ->
          mend(
              title,
              "the login of " + account.username() + " is not answered: " + finding.words(),
              "look whether the directory of this user answers the server; --call-timeout waits"
                  + " longer");
      case OTHER_ROLE ->
          mend(
              title,
              account.username() + " logs in and is " + finding.words(),
              "on the pool: xe subject-role-add uuid=SUBJECT role-name="
                  + account.name().replaceFirst("-2$", "")
                  + " (and subject-role-remove for another role)");
      default -> ok(title, account.username() + " logs in" + finding.words());
    }
  }

  private List<ApiClient> clients(Target given) {
    Endpoint endpoint = given.endpoint();
    Duration connect =
        endpoint.connectTimeout().compareTo(CONNECT) < 0 ? endpoint.connectTimeout() : CONNECT;
    Target target =
        new Target(
            endpoint.within(connect, endpoint.callTimeout()),
            given.accounts(),
            given.bundled(),
            given.declared());
    ClientFactory clients =
        new ClientFactory(
            options,
            environment,
            target,
            new RunMark(environment.ids().get().substring(0, 8)),
            new Ledger(Ledger.LIVE_TASKS, Journal.NONE),
            secrets,
            words -> note("pool", words));
    return new TreeSet<>(options.scope().wires()).stream().map(clients::open).toList();
  }

  private void ok(String title, String words) {
    say("ok", title, words);
  }

  private void note(String title, String words) {
    say("note", title, words);
  }

  private void mend(String title, String words, String remedy) {
    mend = true;
    say("FIX", title, words);
    say("", "", "-> " + remedy);
  }

  private void say(String sign, String title, String words) {
    environment
        .out()
        .println(
            secrets.mask(String.format("%-4s  %-22s  %s", sign, title, words)).stripTrailing());
  }
}
