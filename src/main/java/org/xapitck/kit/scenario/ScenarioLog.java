package org.xapitck.kit.scenario;

import java.util.List;
import java.util.Set;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.model.Role;

/** Takes notes of the scenarios, each on the thread that runs it. */
public interface ScenarioLog {

  /** Notes an exchange of the running scenario. */
  void add(Exchange exchange);

  /** Notes the role that the running scenario speaks as. */
  void speaks(Role role);

  /**
   * Notes that the running scenario does without a message that it called, so that a failure of
   * that one explains nothing of what comes later.
   *
   * @param method the name on the wire
   */
  void without(String method);

  /** What the running scenario says about itself. */
  Set<Intent> intents();

  /** Ids of the requirements that the running scenario judges. */
  List<String> requirements();

  /** Whether the step that runs prepares (a Given and its Ands) rather than judges. */
  boolean preparing();
}
