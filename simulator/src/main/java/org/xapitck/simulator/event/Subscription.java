package org.xapitck.simulator.event;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xapitck.simulator.rpc.ApiFailure;

/**
 * What a client wants to hear of: everything ({@code *}), a class ({@code task}) or one object
 * ({@code task/OpaqueRef:...}). Classes match in any case.
 *
 * @param type the class; empty for everything
 * @param ref the object; empty for all of the class
 */
record Subscription(Optional<String> type, Optional<String> ref) {

  /**
   * Reads subscriptions.
   *
   * @throws ApiFailure EVENT_SUBSCRIPTION_PARSE_FAILURE
   */
  static List<Subscription> of(List<String> texts) {
    return texts.stream().map(Subscription::of).toList();
  }

  private static Subscription of(String text) {
    if (text.equals("*")) {
      return new Subscription(Optional.empty(), Optional.empty());
    }
    String[] parts = text.split("/", -1);
    if (parts.length > 2) {
      throw ApiFailure.subscriptionUnreadable(text);
    }
    Optional<String> ref = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
    return new Subscription(Optional.of(parts[0].toLowerCase(Locale.ROOT)), ref);
  }

  private boolean matches(String aType, String aRef) {
    return type.map(aType::equals).orElse(true) && ref.map(aRef::equals).orElse(true);
  }

  /** Whether all of them ask for nothing but tasks. */
  static boolean onlyTasks(List<Subscription> subscriptions) {
    return subscriptions.stream().allMatch(wanted -> wanted.type.map("task"::equals).orElse(false));
  }

  static boolean any(List<Subscription> subscriptions, String type, String ref) {
    for (Subscription subscription : subscriptions) {
      if (subscription.matches(type, ref)) {
        return true;
      }
    }
    return false;
  }
}
