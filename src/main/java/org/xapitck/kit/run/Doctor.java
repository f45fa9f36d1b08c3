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
import org.xapitck.kit.console.Checklist;
import org.xapitck.kit.execution.Parallel;
import org.xapitck.kit.execution.Plan;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.ledger.Journal;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.RunMark;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
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
  private static final int EXIT_READY = 0;
  private static final int EXIT_FIX = 2;

  /** 2.5 s for a connection, so that an address without a host costs less than three. */
  private static final Duration CONNECT = Duration.ofMillis(2500);

  /** Beyond five minutes a run gives a warning: {@code task.created.recent}. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** Beyond 48 hours a run fails: {@code task.created.meaning}. */
  private static final Duration FAILING_SKEW = Duration.ofHours(48);

  /** Two seconds: servers tell whole ones, and the answer takes its time. */
  private static final Duration AGREEING = Duration.ofSeconds(2);

  private final RunOptions options;
  private final Environment environment;
  private final Secrets secrets = new Secrets();
  private final Checklist list;

  /** A doctor for what a run with these options would meet. */
  public Doctor(RunOptions options, Environment environment) {
    this.options = options;
    this.environment = environment;
    this.list = new Checklist(environment.out(), secrets);
  }

  /**
   * Examines and says what it finds, line by line.
   *
   * @return the exit code: 0 a run can start, 2 something has to be fixed first, 4 the server
   *     cannot be reached or nobody can log in
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
      list.ok("server", target.endpoint().url() + (target.bundled() ? " (bundled simulator)" : ""));
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
    list.ok("release", detected.toString());
    Releases.budget(detected.release())
        .ifPresent(budget -> list.note("release", Releases.staying(detected.release())));
    Releases.served(findings, detected.release()).forEach(this::wire);
    clock(open.get());
    accounts(target, open.get());
    preview(target, detected.release(), Releases.served(findings, detected.release()), apis);
    return list.hasAnythingToFix() ? EXIT_FIX : EXIT_READY;
  }

  /** Somebody answers, if only to say that a certificate is wrong or missing. */
  private static boolean listens(Preflight.Finding finding) {
    return finding.state() != Preflight.State.UNREACHABLE
        || finding.cause().filter(Doctor::isAboutCertificates).isPresent();
  }

  private void unreachable(Reason cause, Account account) {
    String remedy =
        cause instanceof Reason.LoginRefused
            ? "check user name and password in the accounts file"
            : remedy(certificate(cause));
    list.fix("login", cause.text() + "; the call was the login of " + account.username(), remedy);
  }

  private static String remedy(Answer.Certificate certificate) {
    return switch (certificate) {
      case DISTRUSTED ->
          "compare the fingerprint with the server's own (on the host: openssl x509 -noout"
              + " -fingerprint -sha256 -in /etc/xensource/xapi-ssl.pem), then pass it with"
              + " --pin, or its issuer with --ca-file";
      case WANTED -> "pass a certificate that the server accepts: --client-cert, --client-key";
      case NO_MATTER -> "check --url, the port, the firewall and --proxy";
    };
  }

  private static Answer.Certificate certificate(Reason cause) {
    return cause instanceof Reason.Unreachable none
        ? none.certificate()
        : Answer.Certificate.NO_MATTER;
  }

  private static boolean isAboutCertificates(Reason cause) {
    return certificate(cause) != Answer.Certificate.NO_MATTER;
  }

  private void trust(Endpoint endpoint, List<Preflight.Finding> findings) {
    boolean secure = ServerUrl.of(endpoint.url().toString()).isSecure();
    boolean refused =
        findings.stream()
            .flatMap(finding -> finding.cause().stream())
            .anyMatch(Doctor::isAboutCertificates);
    if (endpoint.isPlaintext()) {
      list.note("tls", "none: " + Endpoint.PLAINTEXT + "; use an https URL");
    } else if (!secure) {
      list.note("tls", "none: passwords stay on this machine");
    } else if (endpoint.trust().insecure()) {
      list.note("tls", "the certificate is not checked (--insecure); use --ca-file or --pin");
    } else if (!refused && findings.stream().anyMatch(Preflight.Finding::ready)) {
      list.ok(
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
      list.ok("wire " + finding.wire(), "answers");
    } else if (finding.state() == Preflight.State.NOT_SERVED) {
      list.note("wire " + finding.wire(), cause + "; its requirements are not applicable");
    } else {
      list.fix(
          "wire " + finding.wire(),
          cause,
          "if it is served elsewhere, use --path " + finding.wire() + "=/PATH; a run judges it");
    }
  }

  private void clock(ApiClient api) {
    Optional<Instant> time = new ServerClock(api).now();
    if (time.isEmpty()) {
      list.note("clock", "the server does not report its time");
      return;
    }
    Duration skew = Duration.between(environment.clock().instant(), time.get());
    String words = Math.abs(skew.toSeconds()) + " s " + (skew.isNegative() ? "behind" : "ahead");
    if (skew.abs().compareTo(AGREEING) <= 0) {
      list.ok("clock", "agrees with the kit's");
    } else if (skew.abs().compareTo(FAILING_SKEW) > 0) {
      list.fix(
          "clock",
          "the server's is " + words + "; beyond 48 hours task.created.meaning fails",
          "synchronize both clocks (NTP)");
    } else if (skew.abs().compareTo(SKEW) > 0) {
      list.note(
          "clock",
          "the server's is " + words + ", which gives a warning; synchronize both clocks (NTP)");
    } else {
      list.ok("clock", "the server's is " + words);
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
      list.note(
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
    list.note("wrong password", Preview.wrongPassword(judged, plan, target.accounts()));
    Preview preview = Preview.of(judged, plan, wires, target.accounts(), answers);
    list.note("a run sends", preview.load());
    list.note("at once", preview.atOnce());
    list.note("time", preview.duration());
  }

  private void account(Account account, TrueRole.Finding finding) {
    String title = "account " + account.name();
    switch (finding.state()) {
      case NO_LOGIN ->
          list.fix(
              title,
              account.username() + " cannot log in: " + finding.words(),
              "look at its password in the accounts file, and whether the host or its directory"
                  + " knows the user");
      case NO_ANSWER ->
          list.fix(
              title,
              "the login of " + account.username() + " is not answered: " + finding.words(),
              "look whether the directory of this user answers the server; --call-timeout waits"
                  + " longer");
      case SUPERUSER ->
          list.fix(
              title,
              account.username() + " logs in and is " + finding.words(),
              "name a user that is a subject with this role; while external authentication is off,"
                  + " every user of the host is a local superuser (xe pool-enable-external-auth"
                  + " turns it on)");
      case OTHER_ROLE ->
          list.fix(
              title,
              account.username() + " logs in and is " + finding.words(),
              "on the pool: xe subject-role-add uuid=SUBJECT role-name="
                  + account.roleName()
                  + " (and subject-role-remove for another role)");
      default -> list.ok(title, account.username() + " logs in" + finding.words());
    }
  }

  private List<ApiClient> clients(Target given) {
    ClientFactory clients =
        new ClientFactory(
            options,
            environment,
            given.connectingWithin(CONNECT),
            new RunMark(environment.ids().get().substring(0, 8)),
            new Ledger(Ledger.LIVE_TASKS, Journal.NONE),
            secrets,
            words -> list.note("pool", words));
    return new TreeSet<>(options.scope().wires()).stream().map(clients::open).toList();
  }
}
