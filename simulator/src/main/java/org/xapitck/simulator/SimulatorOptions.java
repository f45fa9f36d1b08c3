package org.xapitck.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.xapitck.simulator.admin.Admin;
import org.xapitck.simulator.admin.AdminAccess;
import org.xapitck.simulator.cli.PlansFile;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.control.Control;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.http.HttpLimits;
import org.xapitck.simulator.http.SideDoor;
import org.xapitck.simulator.page.CallLog;
import org.xapitck.simulator.plan.Plans;
import org.xapitck.simulator.record.Ids;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.session.Accounts;
import org.xapitck.simulator.stub.Stubs;
import org.xapitck.simulator.tls.Identity;
import org.xapitck.simulator.tls.SelfSigned;

/**
 * The options of a simulator; immutable. Start from {@link #defaults()} and change what matters.
 *
 * @param listener where it listens
 * @param accounts who can log in
 * @param release what the server claims to be, and so which messages and fields it has
 * @param clock its time
 * @param ids where references and uuids come from; not to be shared between simulators
 * @param plans what server-run tasks do
 * @param stubs answers for what it does not have itself
 * @param alteration how it differs from a right server; by default not at all
 * @param callLog is given every call as it is answered, passwords masked
 */
public record SimulatorOptions(
    Listener listener,
    Accounts accounts,
    Release release,
    SimulatorClock clock,
    Ids ids,
    Plans plans,
    Stubs stubs,
    Alteration alteration,
    Consumer<CallLog.Line> callLog) {

  /** The address of this machine that only this machine can reach. */
  static final String LOOPBACK = "127.0.0.1";

  /** Nobody keeps calls, and none is prepared for it. */
  private static final Consumer<CallLog.Line> NO_LOG = line -> {};

  /** Refuses what no simulator can be. */
  public SimulatorOptions {
    Objects.requireNonNull(listener, "listener");
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(release, "release");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(ids, "ids");
    Objects.requireNonNull(plans, "plans");
    Objects.requireNonNull(stubs, "stubs");
    Objects.requireNonNull(alteration, "alteration");
    Objects.requireNonNull(callLog, "callLog");
  }

  /**
   * Where a simulator listens.
   *
   * @param host a name or a number; loopback by default
   * @param port 0 to 65535; 0, the default, takes a free one
   * @param limits what a client may send and how long it may take
   * @param tls what it proves itself by over https; empty for http
   * @param control who may control it over HTTP, and what it remembers
   */
  public record Listener(
      String host, int port, HttpLimits limits, Optional<Identity> tls, AdminAccess control) {

    /** Refuses what nobody can listen on. */
    public Listener {
      Objects.requireNonNull(host, "host");
      Objects.requireNonNull(limits, "limits");
      Objects.requireNonNull(tls, "tls");
      Objects.requireNonNull(control, "control");
      if (port < 0 || port > 65535) {
        throw new IllegalArgumentException("the port must be 0 to 65535, not " + port);
      }
    }

    /** What answers at {@code /__admin/}. */
    Optional<SideDoor> door(Control of) {
      return control.on() ? Optional.of(new Admin(of, control.guard(host))) : Optional.empty();
    }
  }

  /** Loopback, a free port, the default accounts, xapi 24.16, real time, unguessable ids. */
  public static SimulatorOptions defaults() {
    return new SimulatorOptions(
        new Listener(LOOPBACK, 0, HttpLimits.ofXapi(), Optional.empty(), AdminAccess.DEFAULT),
        Accounts.defaults(),
        Release.standard(),
        SimulatorClock.system(),
        Ids.random(),
        PlansFile.shipped(),
        Stubs.NONE,
        Alteration.NONE,
        NO_LOG);
  }

  /** The same with another address. */
  public SimulatorOptions withHost(String value) {
    return withListener(
        new Listener(
            value, listener.port(), listener.limits(), listener.tls(), listener.control()));
  }

  /** The same with another port. */
  public SimulatorOptions withPort(int value) {
    return withListener(
        new Listener(
            listener.host(), value, listener.limits(), listener.tls(), listener.control()));
  }

  /** The same with other limits. */
  public SimulatorOptions withLimits(HttpLimits value) {
    return withListener(
        new Listener(listener.host(), listener.port(), value, listener.tls(), listener.control()));
  }

  /** The same over https, by this key and certificate. */
  public SimulatorOptions withTls(Identity value) {
    return withListener(
        new Listener(
            listener.host(),
            listener.port(),
            listener.limits(),
            Optional.of(value),
            listener.control()));
  }

  /** The same over https, by a certificate for its address that is made now and good for a year. */
  public SimulatorOptions withTls() {
    Instant now = Instant.now();
    List<String> names = Stream.of(listener.host(), "localhost", LOOPBACK).distinct().toList();
    return withTls(
        SelfSigned.of(names, now.minus(1, ChronoUnit.DAYS), now.plus(365, ChronoUnit.DAYS)));
  }

  /** The same, controlled over HTTP by whoever has the token, and from beyond this machine too. */
  public SimulatorOptions withAdminToken(String token) {
    return withControl(listener.control().withToken(token));
  }

  /** The same, not controlled over HTTP: {@code /__admin/} is a path like any other. */
  public SimulatorOptions withoutAdmin() {
    return withControl(listener.control().off());
  }

  /** The same with a journal of so many calls. */
  public SimulatorOptions withJournal(int calls) {
    return withControl(listener.control().withJournal(calls));
  }

  private SimulatorOptions withControl(AdminAccess value) {
    return withListener(
        new Listener(listener.host(), listener.port(), listener.limits(), listener.tls(), value));
  }

  /** Whether anybody keeps the calls. */
  boolean hasCallLog() {
    return callLog != NO_LOG;
  }

  private SimulatorOptions withListener(Listener value) {
    return new SimulatorOptions(
        value, accounts, release, clock, ids, plans, stubs, alteration, callLog);
  }

  /** The same with other accounts. */
  public SimulatorOptions withAccounts(Accounts value) {
    return new SimulatorOptions(
        listener, value, release, clock, ids, plans, stubs, alteration, callLog);
  }

  /** The same as another release. */
  public SimulatorOptions withRelease(Release value) {
    return new SimulatorOptions(
        listener, accounts, value, clock, ids, plans, stubs, alteration, callLog);
  }

  /** The same in another time. */
  public SimulatorOptions withClock(SimulatorClock value) {
    return new SimulatorOptions(
        listener, accounts, release, value, ids, plans, stubs, alteration, callLog);
  }

  /** The same with other ids. */
  public SimulatorOptions withIds(Ids value) {
    return new SimulatorOptions(
        listener, accounts, release, clock, value, plans, stubs, alteration, callLog);
  }

  /** The same with other plans for server-run tasks. */
  public SimulatorOptions withPlans(Plans value) {
    return new SimulatorOptions(
        listener, accounts, release, clock, ids, value, stubs, alteration, callLog);
  }

  /** The same with answers for what it does not have itself; those given before are gone. */
  public SimulatorOptions withStubs(Stubs value) {
    return new SimulatorOptions(
        listener, accounts, release, clock, ids, plans, value, alteration, callLog);
  }

  /** The same with seeded defects and variants. */
  public SimulatorOptions withSeeds(Seeds seeds) {
    SimulatorOptions altered = withAlteration(seeds.alteration());
    return seeds.release().map(altered::withRelease).orElse(altered);
  }

  /** The same, altered. */
  public SimulatorOptions withAlteration(Alteration value) {
    return new SimulatorOptions(
        listener, accounts, release, clock, ids, plans, stubs, value, callLog);
  }

  /** The same with somebody who is given every call as it is answered. */
  public SimulatorOptions withCallLog(Consumer<CallLog.Line> value) {
    return new SimulatorOptions(
        listener, accounts, release, clock, ids, plans, stubs, alteration, value);
  }
}
