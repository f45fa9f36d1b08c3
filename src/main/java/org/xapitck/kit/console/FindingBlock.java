package org.xapitck.kit.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.FailureText;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.Text;
import org.xapitck.kit.verdict.Baseline;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdicts;

/**
 * Writes what a person needs to act on a finding: what is broken, where, what hangs on it, both
 * values, where the demand is written, and how to see it again.
 */
final class FindingBlock {
  /** Two spaces, the longest label and two spaces. */
  private static final int VALUES = 12;

  private final Screen screen;
  private final Verdicts verdicts;
  private final Finding finding;
  private final List<String> lines = new ArrayList<>();

  private FindingBlock(Screen screen, Verdicts verdicts, Finding finding) {
    this.screen = screen;
    this.verdicts = verdicts;
    this.finding = finding;
  }

  /** The lines of a finding; none of them is cut. */
  static List<String> of(Finding finding, Verdicts verdicts, Screen screen) {
    FindingBlock block = new FindingBlock(screen, verdicts, finding);
    block.write();
    return block.lines;
  }

  private void write() {
    head();
    RequirementVerdict first = finding.results().get(0);
    if (first.deviation().isEmpty()) {
      paragraph(first.message());
      return;
    }
    Deviation deviation = first.deviation().get();
    paragraph(deviation.demand());
    value("expected", deviation.expected());
    String call = deviation.call().isEmpty() ? "" : "   (" + deviation.call() + ")";
    value("actual", deviation.actual() + call);
    if (!deviation.grace().isEmpty()) {
      value("warning", deviation.grace());
    }
    verdicts.known(first).map(Baseline.Entry::reason).ifPresent(why -> value("baseline", why));
    value("contract", deviation.contract());
    if (screen.verbose() && !finding.blocks().isEmpty()) {
      value("blocks", String.join(", ", finding.blocks()));
    }
    label("rerun", screen.command(rerun(deviation), VALUES));
  }

  private void head() {
    String id = finding.requirement().id();
    String sign = sign();
    List<String> said = new ArrayList<>(List.of(sign + " " + id, wires(finding.wires())));
    switch (finding.kind()) {
      case KIT_ERROR -> said.add("the kit failed");
      case WARNING -> said.add("a warning");
      case KNOWN -> said.add("known to the baseline");
      default -> {}
    }
    if (!finding.blocks().isEmpty()) {
      said.add("blocks " + Text.count(finding.blocks().size(), "other requirement"));
    }
    String line = String.join("   ", said);
    int most = screen.width().orElse(Integer.MAX_VALUE);
    String begin = screen.styled(style(), said.get(0));
    if (line.length() <= most) {
      lines.add(begin + line.substring(said.get(0).length()));
      return;
    }
    lines.add(begin);
    screen.lines(String.join("   ", said.subList(1, said.size())), 2).stream()
        .map(String::strip)
        .forEach(rest -> lines.add("  " + rest));
  }

  private String sign() {
    return switch (finding.kind()) {
      case FAIL -> screen.either("\u2717", "x");
      case KIT_ERROR -> "?";
      case WARNING -> "!";
      case KNOWN -> "=";
    };
  }

  private Style style() {
    return switch (finding.kind()) {
      case FAIL, KIT_ERROR -> Style.BAD;
      case WARNING -> Style.DOUBTFUL;
      case KNOWN -> Style.FAINT;
    };
  }

  private void paragraph(String text) {
    screen.lines(text, 2).stream().map(String::strip).forEach(line -> lines.add("  " + line));
  }

  private void value(String label, String text) {
    label(label, screen.lines(text, VALUES));
  }

  private void label(String label, List<String> text) {
    String padded = String.format("%-" + (VALUES - 2) + "s", label);
    lines.add("  " + screen.styled(Style.FAINT, padded) + text.get(0));
    lines.addAll(text.subList(1, text.size()));
  }

  private static String wires(Set<Wire> wires) {
    return wires.stream().map(Wire::id).collect(Collectors.joining(", "));
  }

  /** Over the wires where it shows; without the option the kit takes all three. */
  private String rerun(Deviation deviation) {
    boolean everywhere = finding.wires().size() == Wire.values().length;
    return FailureText.rerun(deviation, everywhere ? Set.of() : finding.wires());
  }
}
