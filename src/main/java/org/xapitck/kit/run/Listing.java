package org.xapitck.kit.run;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.xapitck.kit.execution.CucumberExecution;
import org.xapitck.kit.execution.Plan;
import org.xapitck.kit.lint.FeatureCheck;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.report.Text;

/** What a run would run, without a server. */
public final class Listing {
  private Listing() {}

  /**
   * A line for each scenario, of three columns with a tab between: wire, ids of requirements,
   * feature and name. The last line counts.
   *
   * @throws org.xapitck.kit.model.BadConfiguration where nothing would run
   */
  public static List<String> of(RunOptions options) {
    FeatureCheck.packed();
    Plan plan = Plan.of(options, options.judge(), options.judging().release().orElse(Release.PAGE));
    List<String> lines = new ArrayList<>();
    List<String> counts = new ArrayList<>();
    for (Wire wire : new TreeSet<>(options.scope().wires())) {
      List<CucumberExecution.Found> found = plan.wires().get(wire).found();
      found.forEach(
          one -> lines.add(wire + "\t" + String.join(",", one.requirements()) + "\t" + one.name()));
      counts.add(found.size() + " on " + wire);
    }
    lines.add(String.join(", ", counts) + "; " + Text.count(plan.selected().size(), "requirement"));
    return lines;
  }
}
