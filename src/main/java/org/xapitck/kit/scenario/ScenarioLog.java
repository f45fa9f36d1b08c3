package org.xapitck.kit.scenario;

import java.util.List;
import org.xapitck.kit.model.Exchange;

/** Takes notes of the scenarios, each on the thread that runs it. */
public interface ScenarioLog {

  /** Notes an exchange of the running scenario. */
  void add(Exchange exchange);

  /** The step texts of the running scenario, parameters filled in. */
  List<String> stepTexts();

  /** Ids of the requirements that the running scenario judges. */
  List<String> requirements();

  /** Whether the step that runs prepares (a Given and its Ands) rather than judges. */
  boolean preparing();
}
