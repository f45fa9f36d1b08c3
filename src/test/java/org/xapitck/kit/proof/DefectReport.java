package org.xapitck.kit.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xapitck.kit.model.Wire;
import org.xapitck.simulator.fault.Defect;
import org.xapitck.simulator.fault.Variant;

/** Writes simulator/DEFECTS.md: what each defect was found by, over which wires. */
final class DefectReport {
  private final List<String> lines = new ArrayList<>();

  private DefectReport() {}

  static String render(
      List<Defect> defects, List<Variant> variants, Function<Defect, Evidence> found, long musts) {
    DefectReport report = new DefectReport();
    report.head(defects, variants, musts);
    report.table(
        "Defects of their own",
        defects.stream().filter(defect -> defect.family().isEmpty()).toList(),
        found);
    Map<String, List<Defect>> families =
        defects.stream()
            .filter(defect -> !defect.family().isEmpty())
            .collect(Collectors.groupingBy(Defect::family, TreeMap::new, Collectors.toList()));
    families.forEach((family, some) -> report.table("Family: " + family, some, found));
    report.variants(variants);
    return String.join("\n", report.lines) + "\n";
  }

  private void head(List<Defect> defects, List<Variant> variants, long musts) {
    long own = defects.stream().filter(defect -> defect.family().isEmpty()).count();
    say("# Defects and variants");
    say("");
    say(
        "Made by the proof (`ProofTest`) from what the kit really reported; do not edit. After a change:");
    say("");
    say("```");
    say(
        "mvn -q -pl simulator,src verify -Dtest=ProofTest -Dsurefire.failIfNoSpecifiedTests=false -Dproof.write=true");
    say("```");
    say("");
    say(
        "%d defects, %d of their own and %d in families that differ in a name only; %d variants."
            .formatted(defects.size(), own, defects.size() - own, variants.size()));
    say(
        "They break each of the %d requirements that a server must meet and that can be tested."
            .formatted(musts));
    say("");
    say(
        "**Breaks** is what a defect is about; each of these is reported on each of its wires, and on no other wire.");
    say(
        "**Blocked** is what cannot be judged with it, as the whole suite found it on the first of its wires. Nothing else");
    say(
        "is red. Of a family, whose members differ in a name only, one a wire meets the whole suite; the others meet the");
    say(
        "scenarios of the messages and fields that they break. `wire.*` stands for the rules of whichever wire is spoken.");
    say("");
  }

  private void table(String title, List<Defect> defects, Function<Defect, Evidence> found) {
    say("## " + title);
    say("");
    say("| Defect | What the server does | Level | Wires | Breaks | Blocked |");
    say("|---|---|---|---|---|---|");
    for (Defect defect : defects) {
      Set<String> blocked = found.apply(defect).blocked(Laboratory.primary(defect));
      say(
          "| `%s` | %s | %s | %s | %s | %s |"
              .formatted(
                  defect.id(),
                  defect.sentence(),
                  defect.level().name().toLowerCase(java.util.Locale.ROOT),
                  wires(defect),
                  ids(defect, new TreeSet<>(defect.breaks())),
                  ids(defect, blocked)));
    }
    say("");
  }

  private static String wires(Defect defect) {
    Set<Wire> wires = Laboratory.wires(defect);
    return wires.size() == Wire.values().length
        ? "all"
        : wires.stream().map(Wire::toString).collect(Collectors.joining(", "));
  }

  private static String ids(Defect defect, Set<String> ids) {
    boolean everywhere = defect.wires().size() == Wire.values().length;
    return ids.stream()
        .map(id -> everywhere ? id.replaceFirst("^wire\\.[a-z0-9]+\\.", "wire.*.") : id)
        .collect(Collectors.joining(" "));
  }

  private void variants(List<Variant> variants) {
    say("## Variants");
    say("");
    say("Each is right, and no requirement is a `fail` or a `kit-error` with it.");
    say("");
    say("| Variant | What the server does |");
    say("|---|---|");
    variants.forEach(v -> say("| `%s` | %s |".formatted(v.id(), v.sentence())));
  }

  private void say(String line) {
    lines.add(line);
  }
}
