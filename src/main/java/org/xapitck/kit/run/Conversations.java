package org.xapitck.kit.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
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
import java.util.function.Consumer;
import org.xapitck.kit.target.BadConfiguration;
import org.xapitck.kit.target.Common;
import org.xapitck.kit.target.Conversation;
import org.xapitck.kit.target.Journal;
import org.xapitck.kit.target.Ledger;
import org.xapitck.kit.target.LedgerFile;
import org.xapitck.kit.target.Mark;
import org.xapitck.kit.target.Pace;
import org.xapitck.kit.target.Target;
import org.xapitck.kit.wire.Endpoint;
import org.xapitck.kit.wire.Secrets;
import org.xapitck.kit.wire.Wire;
import org.xapitck.kit.wire.WireClient;
import org.xapitck.kit.wire.WireClients;

/** What the kit says to the server, wire by wire, and the ledger that the wires share. */
final class Conversations implements AutoCloseable {
  private final Ledger ledger;
  private final Journal journal;
  private final Optional<Path> ownFile;
  private final Map<Wire, Conversation> byWire = new TreeMap<>();
  private final AtomicReference<String> brokenOff = new AtomicReference<>();
  private final Set<String> remarks = Collections.synchronizedSet(new TreeSet<>());
  private boolean closed;

  private Conversations(int maxLiveTasks, Journal journal, Optional<Path> ownFile) {
    this.ledger = new Ledger(maxLiveTasks, journal);
    this.journal = journal;
    this.ownFile = ownFile;
  }

  /**
   * Begins a ledger and opens a client for each wire; nothing is sent yet.
   *
   * @throws org.xapitck.kit.target.BadConfiguration where the ledger cannot be written
   */
  static Conversations open(
      RunOptions options, Surroundings surroundings, Target target, Mark mark, Secrets secrets) {
    Optional<Path> own =
        target.bundled() || options.conduct().ledger().isPresent()
            ? Optional.empty()
            : Optional.of(surroundings.stateFolder().ledgerOf(mark));
    String at = surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    Journal journal =
        options
            .conduct()
            .ledger()
            .or(() -> own)
            .<Journal>map(
                file -> LedgerFile.begin(file, mark, target.endpoint().url().toString(), at))
            // the bundled simulator and its tasks end with this process
            .orElse(Journal.NONE);
    Conversations all = new Conversations(options.conduct().maxLiveTasks(), journal, own);
    Pace pace = new Pace(options.conduct().maxRate(), surroundings.nanos());
    Common common = new Common(target, mark, all.ledger, secrets, pace, options.work().stopping());
    WireClients.Sources sources = WireClients.Sources.timedBy(surroundings.nanos());
    for (Wire wire : options.wires()) {
      all.byWire.put(
          wire,
          new Conversation(
              client(wire, target.endpoint(), sources, all.remarks::add),
              WireClients.open(
                  wire, target.endpoint().within(options.connection().impatience()), sources),
              common));
    }
    return all;
  }

  /**
   * A client that follows a member of a pool to its master.
   *
   * @param remark receives what a report must say of the way, in words
   */
  static WireClient client(
      Wire wire, Endpoint endpoint, WireClients.Sources sources, Consumer<String> remark) {
    try {
      return WireClients.following(wire, endpoint, sources, remark);
    } catch (IllegalArgumentException unusable) {
      throw new BadConfiguration(unusable.getMessage());
    }
  }

  /** What the report says of the way to the server. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  Conversation over(Wire wire) {
    return byWire.get(wire);
  }

  Collection<Conversation> all() {
    return List.copyOf(byWire.values());
  }

  /** Whether a wire has found that nobody answers. */
  boolean anyGone() {
    return byWire.values().stream().anyMatch(Conversation::gone);
  }

  /** Makes no further call but those that clean up; the first reason counts. */
  void breakOff(String why) {
    brokenOff.compareAndSet(null, why);
    byWire.values().forEach(conversation -> conversation.breakOff(why));
  }

  /** Calls sent so far. */
  Map<Wire, Long> calls() {
    Map<Wire, Long> calls = new EnumMap<>(Wire.class);
    byWire.forEach((wire, conversation) -> calls.put(wire, (long) conversation.calls()));
    return calls;
  }

  /** Tasks that the server would not let go. */
  int leftovers() {
    return byWire.keySet().stream().mapToInt(wire -> ledger.live(wire).size()).sum();
  }

  /** The most tasks that lived at one moment. */
  int mostTasks() {
    return ledger.most();
  }

  /** Whether nothing is left, as far as anybody can know. */
  boolean settled() {
    return leftovers() == 0
        && ledger.isSettled(byWire.values().stream().anyMatch(Conversation::swept));
  }

  /** Completes and destroys what is left, logs out, and ends the ledger. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    byWire.values().forEach(Conversation::close);
    if (settled() && journal instanceof LedgerFile file) {
      file.finished();
    }
    journal.close();
    if (settled()) {
      ownFile.ifPresent(Conversations::remove);
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
