package org.xapitck.kit.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.client.Target;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.ledger.Journal;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.LedgerFile;
import org.xapitck.kit.ledger.RunMark;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.redaction.Secrets;

/** What the kit says to the server, wire by wire, and the ledger that the wires share. */
final class ApiClients implements AutoCloseable {
  private final Ledger ledger;
  private final Journal journal;
  private final Optional<Path> ownFile;
  private final Map<Wire, ApiClient> byWire = new TreeMap<>();
  private final AtomicReference<Reason> brokenOff = new AtomicReference<>();
  private final Set<String> remarks = Collections.synchronizedSet(new TreeSet<>());
  private boolean closed;

  private ApiClients(int maxLiveTasks, Journal journal, Optional<Path> ownFile) {
    this.ledger = new Ledger(maxLiveTasks, journal);
    this.journal = journal;
    this.ownFile = ownFile;
  }

  /**
   * Begins a ledger and opens a client for each wire; nothing is sent yet.
   *
   * @throws org.xapitck.kit.model.BadConfiguration where the ledger cannot be written
   */
  static ApiClients open(
      RunOptions options, Environment environment, Target target, RunMark mark, Secrets secrets) {
    Optional<Path> own =
        target.bundled() || options.execution().ledger().isPresent()
            ? Optional.empty()
            : Optional.of(environment.stateFolder().ledgerOf(mark));
    String at = environment.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    Journal journal =
        options
            .execution()
            .ledger()
            .or(() -> own)
            .<Journal>map(
                file -> LedgerFile.begin(file, mark, target.endpoint().url().toString(), at))
            // the bundled simulator and its tasks end with this process
            .orElse(Journal.NONE);
    ApiClients all = new ApiClients(options.execution().maxLiveTasks(), journal, own);
    ClientFactory clients =
        new ClientFactory(
            options, environment, target, mark, all.ledger, secrets, all.remarks::add);
    options.scope().wires().forEach(wire -> all.byWire.put(wire, clients.open(wire)));
    return all;
  }

  /** What the report says of the way to the server. */
  List<String> remarks() {
    List<String> all = new ArrayList<>(remarks);
    byWire.forEach(
        (wire, api) -> {
          int outages = api.health().outages();
          if (outages > 0) {
            all.add(
                "the server fell silent on "
                    + wire
                    + " and came back"
                    + (outages > 1 ? " " + outages + " times" : "")
                    + "; what was under way then is not-testable");
          }
        });
    return List.copyOf(all);
  }

  ApiClient over(Wire wire) {
    return byWire.get(wire);
  }

  Collection<ApiClient> all() {
    return List.copyOf(byWire.values());
  }

  /** Whether a wire has found that nobody answers. */
  boolean anyGone() {
    return byWire.values().stream().anyMatch(api -> api.health().gone());
  }

  /** Makes no further call but those that clean up; the first reason counts. */
  void breakOff(Reason why) {
    brokenOff.compareAndSet(null, why);
    byWire.values().forEach(api -> api.breakOff(why));
  }

  /** Calls sent so far. */
  Map<Wire, Long> calls() {
    Map<Wire, Long> calls = new EnumMap<>(Wire.class);
    byWire.forEach((wire, api) -> calls.put(wire, (long) api.calls()));
    return calls;
  }

  /** Tasks that the server would not let go. */
  int leftovers() {
    return byWire.keySet().stream().mapToInt(wire -> ledger.live(wire).size()).sum();
  }

  /** Of those the ones that ended: what the server said when it was asked to remove them. */
  Map<String, Answer> irremovable() {
    return ledger.irremovable();
  }

  /** Whether nothing is left, as far as anybody can know. */
  boolean settled() {
    return leftovers() == 0
        && ledger.isSettled(byWire.values().stream().anyMatch(api -> api.disposal().swept()));
  }

  /** Completes and destroys what is left, logs out, and ends the ledger. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    byWire.values().forEach(ApiClient::close);
    if (settled() && journal instanceof LedgerFile file) {
      file.finished();
    }
    journal.close();
    if (settled()) {
      ownFile.ifPresent(ApiClients::remove);
    }
  }

  private static void remove(Path ledger) {
    try {
      Files.deleteIfExists(ledger);
    } catch (IOException e) {
      // it says itself that it is finished
      return;
    }
  }
}
