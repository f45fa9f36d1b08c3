package org.xapitck.kit.suite;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.run.Certification;
import org.xapitck.kit.run.RunOptions;
import org.xapitck.kit.run.Surroundings;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.wire.Wire;

/**
 * The certification as tests of a server's own build. A subclass says where the server is and who
 * may log in; JUnit then runs one test per requirement and wire, and the reports are written as the
 * command {@code run} writes them:
 *
 * <pre>{@code
 * class TaskConformanceTest extends TaskConformance {
 *   protected URI url() {
 *     return URI.create("http://127.0.0.1:8080/");
 *   }
 *
 *   protected Path accounts() {
 *     return Path.of("src/test/resources/accounts.yaml");
 *   }
 * }
 * }</pre>
 *
 * <p>A broken must fails its test, unless it is new in the catalogue, and so does a kit error. What
 * was not tested, and what a baseline knows, is aborted, which build tools count as skipped. The
 * last test is the exit code of the run, so that an incomplete one does not pass for a conformant
 * one.
 */
public abstract class TaskConformance {

  /** Where the server listens; it must be up when this is asked. */
  protected abstract URI url();

  /** The accounts file, in the form that the command {@code run} takes. */
  protected abstract Path accounts();

  /** Where the reports go. */
  protected Path report() {
    return Path.of("target", "xapi-task-tck");
  }

  /**
   * Changes what a run does: wires, tags, release, baselines, or the version of the catalogue:
   * {@code usual.withCatalogue(Catalogue.packed("1"))} judges by the first one and by nothing that
   * came later.
   */
  protected RunOptions options(RunOptions usual) {
    return usual;
  }

  /** Certifies the server, then gives one test per requirement and wire. */
  @TestFactory
  Stream<DynamicNode> certification() {
    RunOptions options = options(RunOptions.defaults(report()).withServer(url(), accounts()));
    RunReport run = new Certification(options, Surroundings.ofProcess()).report();
    Map<Wire, List<RequirementVerdict>> byWire =
        run.verdicts().all().stream()
            .collect(
                Collectors.groupingBy(
                    RequirementVerdict::wire, LinkedHashMap::new, Collectors.toList()));
    return Stream.concat(
        byWire.entrySet().stream().map(wire -> container(run, wire.getKey(), wire.getValue())),
        Stream.of(dynamicTest("the run as a whole: " + run.word(), () -> whole(run))));
  }

  private static DynamicContainer container(
      RunReport run, Wire wire, List<RequirementVerdict> entries) {
    return dynamicContainer(wire.title(), entries.stream().map(entry -> test(run, entry)));
  }

  private static DynamicTest test(RunReport run, RequirementVerdict entry) {
    return dynamicTest(
        entry.requirement().id(),
        () -> {
          boolean known = run.verdicts().known(entry).isPresent();
          Verdict counts = entry.counts();
          if (counts == Verdict.FAIL && !known || counts == Verdict.KIT_ERROR) {
            Assertions.fail(entry.message());
          }
          boolean passed = counts == Verdict.PASS || counts == Verdict.WARNING;
          if (!passed) {
            throw new TestAbortedException(entry.verdict().id() + ": " + entry.message());
          }
        });
  }

  private static void whole(RunReport run) {
    Assertions.assertEquals(
        0, run.exitCode(), run.word() + "; the reports say why: exit code of the run");
  }
}
