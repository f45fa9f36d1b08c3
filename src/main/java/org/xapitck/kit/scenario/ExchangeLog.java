package org.xapitck.kit.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.model.Role;

/** Keeps the exchanges of work that no scenario does. Used by one thread. */
final class ExchangeLog implements ScenarioLog {
  private final List<Exchange> exchanges = new ArrayList<>();

  /** All so far, which are forgotten. */
  List<Exchange> taken() {
    List<Exchange> all = List.copyOf(exchanges);
    exchanges.clear();
    return all;
  }

  @Override
  public void add(Exchange exchange) {
    exchanges.add(exchange);
  }

  @Override
  public void speaks(Role role) {
    // the watch of the server's work speaks for no scenario
    return;
  }

  @Override
  public void without(String method) {
    // nothing is judged by what the watch calls
    return;
  }

  @Override
  public Set<Intent> intents() {
    return Set.of();
  }

  @Override
  public List<String> requirements() {
    return List.of();
  }

  @Override
  public boolean preparing() {
    return true;
  }
}
