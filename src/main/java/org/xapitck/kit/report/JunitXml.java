package org.xapitck.kit.report;

import static org.xapitck.kit.report.Text.xml;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.verdict.Verdict;

/**
 * {@code junit.xml}: the file for CI servers. A suite per wire, a test case per scenario.
 *
 * <p>fail is a failure, unless the baseline knows it: then skipped; kit-error an error,
 * not-testable and not-applicable are skipped. A warning passes, because a run with nothing worse
 * ends with exit code 0; its text stands in the suite's output. So does a fail that is new in the
 * catalogue. The form is what both the Ant and the Jenkins schema accept, so nothing stands inside
 * a passed test case and the suites' root has no attributes.
 *
 * <p>Written by hand: the JDK's {@code XMLStreamWriter} breaks no line, lets a line end in an
 * attribute become a blank, and writes characters that XML 1.0 cannot hold.
 */
public final class JunitXml {

  /** The Ant schema takes a time stamp without zone only. */
  private static final DateTimeFormatter TIME_STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Comparator<ScenarioResult> STABLE =
      Comparator.comparing(ScenarioResult::feature)
          .thenComparing(ScenarioResult::rule)
          .thenComparing(ScenarioResult::name);

  private JunitXml() {}

  public static String write(RunReport report) {
    StringBuilder out =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    List<Wire> wires = report.wires();
    for (Wire wire : wires) {
      List<ScenarioResult> scenarios =
          report.scenarios().stream()
              .filter(scenario -> scenario.wire() == wire)
              .sorted(STABLE)
              .toList();
      suite(out, report, wire, wires.indexOf(wire), scenarios);
    }
    return out.append("</testsuites>\n").toString();
  }

  private static void suite(
      StringBuilder out, RunReport report, Wire wire, int id, List<ScenarioResult> scenarios) {
    long skipped =
        count(scenarios, Verdict.NOT_TESTABLE)
            + count(scenarios, Verdict.NOT_APPLICABLE)
            + scenarios.stream().filter(JunitXml::isKnownFailure).count();
    Duration took =
        scenarios.stream().map(ScenarioResult::took).reduce(Duration.ZERO, Duration::plus);
    out.append("  <testsuite")
        .append(attribute("name", wire.title()))
        .append(attribute("package", wire.id()))
        .append(attribute("id", String.valueOf(id)))
        .append(attribute("timestamp", TIME_STAMP.format(report.started())))
        // the real name of this machine is nobody's business
        .append(attribute("hostname", "localhost"))
        .append(attribute("tests", String.valueOf(scenarios.size())))
        .append(attribute("failures", String.valueOf(unknownFailures(scenarios))))
        .append(attribute("errors", String.valueOf(count(scenarios, Verdict.KIT_ERROR))))
        .append(attribute("skipped", String.valueOf(skipped)))
        .append(attribute("time", Text.seconds(took, 3)))
        .append(">\n    <properties>\n");
    property(out, "kit", report.kit());
    report.server().forEach((title, text) -> property(out, "server." + title, text));
    report.contract().ifPresent(text -> property(out, "contract", text.text()));
    property(out, "release", report.release());
    property(out, "verdict", report.word());
    for (int i = 0; i < report.notices().size(); i++) {
      property(out, "note." + (i + 1), report.notices().get(i));
    }
    out.append("    </properties>\n");
    scenarios.forEach(scenario -> testCase(out, scenario));
    out.append("    <system-out>").append(xml(output(report, wire, scenarios)));
    out.append("</system-out>\n    <system-err></system-err>\n  </testsuite>\n");
  }

  private static void testCase(StringBuilder out, ScenarioResult scenario) {
    String message = scenario.message();
    out.append("    <testcase")
        .append(attribute("classname", scenario.wire().id() + "." + scenario.feature()))
        .append(attribute("name", scenario.name()))
        .append(attribute("time", Text.seconds(scenario.took(), 3)));
    switch (scenario.counts()) {
      case FAIL -> {
        if (isKnownFailure(scenario)) {
          skipped(out, "known deviation: " + scenario.known().orElseThrow());
        } else {
          problem(out, "failure", scenario, message);
        }
      }
      case KIT_ERROR -> problem(out, "error", scenario, message);
      case NOT_TESTABLE, NOT_APPLICABLE ->
          skipped(out, scenario.verdict().id() + ": " + Excerpt.firstLine(message));
      case PASS, WARNING -> out.append("/>\n");
    }
  }

  private static void skipped(StringBuilder out, String why) {
    out.append(">\n      <skipped")
        .append(attribute("message", why))
        .append("/>\n    </testcase>\n");
  }

  private static boolean isKnownFailure(ScenarioResult scenario) {
    return scenario.counts() == Verdict.FAIL && scenario.known().isPresent();
  }

  private static void problem(
      StringBuilder out, String element, ScenarioResult scenario, String message) {
    out.append(">\n      <")
        .append(element)
        .append(attribute("message", Excerpt.firstLine(message)))
        .append(attribute("type", String.join(" ", scenario.requirements())))
        .append('>')
        .append(xml(message))
        .append("</")
        .append(element)
        .append(">\n    </testcase>\n");
  }

  private static String output(RunReport report, Wire wire, List<ScenarioResult> scenarios) {
    StringBuilder output = new StringBuilder();
    Reason absence = report.verdicts().scope().notServed().get(wire);
    if (absence != null) {
      output.append("not served: ").append(absence.text()).append('\n');
    }
    for (ScenarioResult scenario : scenarios) {
      if (scenario.counts() == Verdict.WARNING) {
        output
            .append("warning in ")
            .append(scenario.feature())
            .append(", ")
            .append(scenario.name());
        output.append(":\n").append(scenario.message()).append('\n');
      }
    }
    return output.toString();
  }

  private static long count(List<ScenarioResult> scenarios, Verdict verdict) {
    return scenarios.stream().filter(scenario -> scenario.counts() == verdict).count();
  }

  private static long unknownFailures(List<ScenarioResult> scenarios) {
    return count(scenarios, Verdict.FAIL)
        - scenarios.stream().filter(JunitXml::isKnownFailure).count();
  }

  private static void property(StringBuilder out, String name, String value) {
    out.append("      <property")
        .append(attribute("name", name))
        .append(attribute("value", value))
        .append("/>\n");
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + xml(value) + "\"";
  }
}
