package org.xapitck.kit.verdict;

import java.util.List;
import org.xapitck.kit.catalogue.Requirement;
import org.xapitck.kit.wire.Wire;

/**
 * What became of one requirement on one wire.
 *
 * @param requirement the statement
 * @param wire where it was judged
 * @param verdict the word
 * @param message why, for people; empty on pass and nowhere else
 * @param scenarios names of the scenarios that judged it here, sorted; empty where none ran
 */
public record RequirementVerdict(
    Requirement requirement, Wire wire, Verdict verdict, String message, List<String> scenarios) {

  public RequirementVerdict {
    scenarios = List.copyOf(scenarios);
  }
}
