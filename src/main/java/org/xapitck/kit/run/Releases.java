package org.xapitck.kit.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.xapitck.kit.catalogue.Applicability;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.client.ServerGone;
import org.xapitck.kit.ledger.TaskBudget;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.release.DetectedRelease;
import org.xapitck.kit.release.MapRule;
import org.xapitck.kit.release.ReleaseFinder;

/** What the server is judged by, and what follows from that before any scenario runs. */
final class Releases {
  /** Where nobody can be asked, everything on the page is in the scope of what was not tested. */
  static final DetectedRelease UNASKED =
      new DetectedRelease(Release.PAGE, MapRule.CLOSED, "as nobody could log in to ask");

  private final Optional<Release> named;

  Releases(Optional<Release> named) {
    this.named = named;
  }

  /** By the user's word, or by what the server says over the first wire that lets the kit in. */
  DetectedRelease detected(List<Preflight.Finding> preflights, Function<Wire, ApiClient> apis) {
    Optional<ApiClient> open =
        preflights.stream()
            .filter(Preflight.Finding::ready)
            .map(preflight -> apis.apply(preflight.wire()))
            .findFirst();
    if (named.isPresent()) {
      DetectedRelease detected = DetectedRelease.named(named.get());
      return open.map(api -> settled(detected, api)).orElse(detected);
    }
    return open.map(Releases::found).orElse(UNASKED);
  }

  private static DetectedRelease settled(DetectedRelease detected, ApiClient api) {
    try {
      return detected.mapRule() == MapRule.EITHER
          ? new ReleaseFinder(api).settle(detected)
          : detected;
    } catch (ServerGone gone) {
      return detected;
    }
  }

  private static DetectedRelease found(ApiClient api) {
    try {
      return new ReleaseFinder(api).detected();
    } catch (ServerGone gone) {
      return new DetectedRelease(Release.PAGE, MapRule.CLOSED, "as the server stopped answering");
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

  /** Where tasks stay, few are made; elsewhere there is no budget. */
  static Optional<TaskBudget> budget(Release release) {
    return new Applicability(release).tasksStay()
        ? Optional.of(new TaskBudget())
        : Optional.empty();
  }

  /** What is said before a run whose tasks will stay. */
  static String staying(Release release) {
    return "on "
        + release
        + " no client can complete a task, so destroyed ones stay for up to a day; the kit makes at most "
        + TaskBudget.MOST
        + ", and what needs more is not applicable";
  }

  /** By which rules the server is judged, and why, in one sentence. */
  static String judging(DetectedRelease detected) {
    String by =
        detected.release().equals(Release.PAGE)
            ? "by the contract alone"
            : "as release " + detected.release();
    return "Judging " + by + " (" + detected.reason() + ")";
  }
}
