package org.xapitck.simulator.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.xapitck.simulator.record.Change;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Value;

/**
 * The events of {@code event.next}: every write is one, with the object as it was then. Only what
 * somebody registered for is kept, and of that only the newest.
 *
 * <p>Not for several threads; {@link EventHub} guards it.
 */
final class LegacyEvents {
  /** 10,000 events: about as much as the 10 MB that xapi keeps. */
  private static final int MAX_EVENTS = 10_000;

  private final ArrayDeque<Queued> queue = new ArrayDeque<>();
  private final Map<String, Registration> registrations = new HashMap<>();
  private final Supplier<Instant> now;
  private long nextId;
  private long newestForgotten = -1;

  LegacyEvents(Supplier<Instant> now) {
    this.now = now;
  }

  private record Queued(long id, String type, String ref, Value event) {}

  private static final class Registration {
    private final List<Subscription> subscriptions = new ArrayList<>();
    private long read;

    private Registration(long read) {
      this.read = read;
    }
  }

  void register(String session, List<Subscription> subscriptions) {
    registration(session).subscriptions.addAll(subscriptions);
  }

  void unregister(String session, List<Subscription> subscriptions) {
    registration(session).subscriptions.removeAll(subscriptions);
  }

  /** Forgets who registered, and all that they have not read. */
  void restart() {
    registrations.clear();
    queue.clear();
  }

  void forget(String session) {
    registrations.remove(session);
  }

  private Registration registration(String session) {
    return registrations.computeIfAbsent(session, s -> new Registration(nextId));
  }

  /**
   * Lets pass only sessions that registered.
   *
   * @throws ApiFailure SESSION_NOT_REGISTERED
   */
  void requireRegistered(String session) {
    if (!registrations.containsKey(session)) {
      throw ApiFailure.notRegistered("trackid=" + md5(session));
    }
  }

  boolean wants(String session, String type, String ref) {
    return Subscription.any(registration(session).subscriptions, type, ref);
  }

  void note(Change change) {
    if (!ObjectClasses.hasEvents(change.type())
        || registrations.keySet().stream()
            .noneMatch(session -> wants(session, change.type(), change.ref()))) {
      return;
    }
    String operation =
        switch (change.kind()) {
          case ADD -> "add";
          case MOD -> "mod";
          case DEL -> "del";
        };
    long id = nextId++;
    String timestamp = now.get().getEpochSecond() + ".";
    Optional<Value> snapshot = Optional.of(change.record().get());
    queue.add(
        new Queued(
            id,
            change.type(),
            change.ref(),
            Events.event(
                Long.toString(id), timestamp, change.type(), operation, change.ref(), snapshot)));
    if (queue.size() > MAX_EVENTS) {
      newestForgotten = queue.poll().id();
    }
  }

  /** The id that the next event takes. */
  long nextId() {
    return nextId;
  }

  /**
   * What the session has not read, which counts as read from now on; perhaps nothing.
   *
   * @throws ApiFailure EVENTS_LOST if some of it is forgotten
   */
  List<Value> read(String session) {
    Registration registration = registration(session);
    long from = registration.read;
    registration.read = nextId;
    if (from < nextId && newestForgotten >= from) {
      throw ApiFailure.eventsLost();
    }
    return queue.stream()
        .filter(event -> event.id() >= from)
        .filter(event -> Subscription.any(registration.subscriptions, event.type(), event.ref()))
        .map(Queued::event)
        .toList();
  }

  private static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
