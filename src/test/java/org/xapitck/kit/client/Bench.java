package org.xapitck.kit.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.config.DeclaredScope;
import org.xapitck.kit.ledger.FakeJournal;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.RunMark;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.redaction.Secrets;
import org.xapitck.kit.support.FakeWire;

/**
 * A client over a fake wire with a fake journal, which write one story: what was called and what
 * was noted, in its order.
 */
public final class Bench {
  public static final RunMark MARK = new RunMark("0123abcd");
  public static final String LABEL = MARK.numbered(1);
  public static final Account ADMIN = new Account("pool-admin", "pool-admin", "secret-of-admin");
  public static final Account OPERATOR =
      new Account("vm-operator", "vm-operator", "secret-of-operator");

  /** Several threads may write it. */
  public final List<String> story = Collections.synchronizedList(new ArrayList<>());

  public final FakeWire wire = new FakeWire(story);
  public final FakeWire prober = new FakeWire(story);
  public final FakeJournal journal = new FakeJournal(story);
  public final Ledger ledger = new Ledger(6, journal);
  public final Secrets secrets = new Secrets();
  public final ApiClient api;
  final ClientContext context;

  /** Every message may be called. */
  public Bench() {
    this(DeclaredScope.EVERYTHING);
  }

  /** Only what the scope allows may be called. */
  public Bench(DeclaredScope declared) {
    this(declared, OptionalDouble.empty());
  }

  /** Only so many calls may begin within a second. */
  public Bench(OptionalDouble rate) {
    this(DeclaredScope.EVERYTHING, rate);
  }

  private Bench(DeclaredScope declared, OptionalDouble rate) {
    Map<String, Account> accounts = new LinkedHashMap<>();
    Stream.of(ADMIN, OPERATOR).forEach(one -> accounts.put(one.name(), one));
    Endpoint nowhere = Endpoint.of(URI.create("http://127.0.0.1:1/"), Endpoint.Trust.standard());
    AtomicLong time = new AtomicLong();
    this.context =
        new ClientContext(
            new Target(nowhere, new Accounts(accounts), false, declared),
            MARK,
            ledger,
            secrets,
            new RateLimiter(rate, System::nanoTime),
            // three looks: a millisecond passes at each
            new Polling(Duration.ofMillis(2), () -> time.addAndGet(1_000_000)),
            new HealthCheck.Patience(Duration.ofMillis(8), () -> time.addAndGet(1_000_000)));
    this.api = new ApiClient(wire, prober, context);
  }

  /** A scope in which nothing is written. */
  public static DeclaredScope readOnly() {
    return new DeclaredScope(Optional.<Set<String>>empty(), true);
  }

  /** A task of this account that the ledger knows; the story begins after it. */
  public Ledger.Entry created(String ref, Account maker) {
    return made(Ledger.Entry.created(ref, maker, wire.wire()));
  }

  /** A task that the server runs and that the ledger knows; the story begins after it. */
  public Ledger.Entry started(String ref) {
    return made(Ledger.Entry.started(ref, ADMIN, wire.wire()));
  }

  private Ledger.Entry made(Ledger.Entry entry) {
    ledger.intend(LABEL, wire.wire()).made(entry);
    story.clear();
    return entry;
  }

  /** What was called and noted, logins apart. */
  public List<String> told() {
    return story.stream().filter(line -> !line.startsWith("login ")).toList();
  }
}
