package org.xapitck.kit.verdict;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;

/** Requirements and outcomes in a few words. */
public final class Some {

  private Some() {}

  public static Requirement must(String id) {
    return requirement(id, Level.MUST, null, EnumSet.allOf(Wire.class));
  }

  static Requirement should(String id) {
    return requirement(id, Level.SHOULD, null, EnumSet.allOf(Wire.class));
  }

  static Requirement info(String id) {
    return requirement(id, Level.INFO, "servers differ", EnumSet.allOf(Wire.class));
  }

  static Requirement requirement(String id, Level level, String reason, Set<Wire> wires) {
    return new Requirement(
        id,
        Requirement.Kind.CLASS,
        level,
        "rio",
        new Requirement.Wording("line 1, " + id, "The statement of " + id + ".", ""),
        Optional.ofNullable(reason),
        wires,
        Optional.empty(),
        OptionalInt.empty());
  }

  static Outcome outcome(String requirement, Wire wire, String scenario, Outcome.Result result) {
    return result == Outcome.Result.PASSED
        ? Outcome.passed(requirement, wire, scenario)
        : new Outcome(
            requirement, wire, scenario, result, new Reason.Restored(result + " in " + scenario));
  }
}
