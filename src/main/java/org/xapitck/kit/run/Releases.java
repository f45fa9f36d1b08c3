package org.xapitck.kit.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.xapitck.kit.catalogue.Applicability;
import org.xapitck.kit.catalogue.Release;
import org.xapitck.kit.target.Claim;
import org.xapitck.kit.target.Conversation;
import org.xapitck.kit.target.MapRule;
import org.xapitck.kit.target.ReleaseFinder;
import org.xapitck.kit.target.ServerGone;
import org.xapitck.kit.target.Stock;
import org.xapitck.kit.wire.Wire;

/** What the server is judged by, and what follows from that before any scenario runs. */
final class Releases {
  /** Where nobody can be asked, everything on the page is in the scope of what was not tested. */
  static final Claim UNASKED =
      new Claim(Release.PAGE, MapRule.CLOSED, "as nobody could log in to ask");

  private final Optional<Release> named;

  Releases(Optional<Release> named) {
    this.named = named;
  }

  /** By the user's word, or by what the server says over the first wire that lets the kit in. */
  Claim claim(List<Preflight.Finding> preflights, Function<Wire, Conversation> conversations) {
    Optional<Conversation> open =
        preflights.stream()
            .filter(Preflight.Finding::ready)
            .map(preflight -> conversations.apply(preflight.wire()))
            .findFirst();
    if (named.isPresent()) {
      Claim claim = Claim.named(named.get());
      return open.map(conversation -> settled(claim, conversation)).orElse(claim);
    }
    return open.map(Releases::found).orElse(UNASKED);
  }

  private static Claim settled(Claim claim, Conversation conversation) {
    try {
      return claim.mapRule() == MapRule.EITHER
          ? new ReleaseFinder(conversation).settle(claim)
          : claim;
    } catch (ServerGone gone) {
      return claim;
    }
  }

  private static Claim found(Conversation conversation) {
    try {
      return new ReleaseFinder(conversation).claim();
    } catch (ServerGone gone) {
      return new Claim(Release.PAGE, MapRule.CLOSED, "as the server stopped answering");
    }
  }

  /** A wire that came after the release is not applicable, whatever its login answered. */
  static List<Preflight.Finding> served(List<Preflight.Finding> preflights, Release release) {
    Applicability applicability = new Applicability(release);
    return preflights.stream()
        .map(
            preflight ->
                applicability
                    .absence(preflight.wire())
                    .map(
                        reason ->
                            new Preflight.Finding(
                                preflight.wire(), Preflight.State.NOT_SERVED, reason, List.of()))
                    .orElse(preflight))
        .toList();
  }

  /** Where tasks stay, few are made; elsewhere there is no stock. */
  static Optional<Stock> stock(Release release) {
    return new Applicability(release).tasksStay() ? Optional.of(new Stock()) : Optional.empty();
  }

  /** What is said before a run whose tasks will stay. */
  static String staying(Release release) {
    return "on "
        + release
        + " nobody can complete a task, so destroyed ones stay for up to a day; at most "
        + Stock.MOST
        + " are made, and what would need more is not applicable";
  }
}
