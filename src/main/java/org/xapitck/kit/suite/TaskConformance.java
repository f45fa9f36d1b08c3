package org.xapitck.kit.suite;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.run.Certification;
import org.xapitck.kit.run.Environment;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;

/**
 * The certification as tests of a server's own build. A subclass names the server and the accounts.
 * JUnit then runs one test per requirement and wire, and writes the reports of the command {@code
 * run}:
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
@DisplayNameGeneration(TaskConformance.Names.class)
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
   * {@code usual.withCatalogue(Catalogue.packed("3"))} judges by version 3 and by nothing that came
   * later.
   */
  protected RunOptions options(RunOptions usual) {
    return usual;
  }

  /** Certifies the server, then gives one test per requirement and wire. */
  @TestFactory
  Stream<DynamicNode> certification() {
    JUnitVersions.found().requireSupported();
    Path report = report();
    RunOptions options = options(RunOptions.defaults(report).withServer(url(), accounts()));
    Certification certification = new Certification(options, Environment.ofProcess());
    RunReport run = certification.report();
    // a build tool that shows where a test comes from shows the report instead of this class
    URI source = options.reports().folder().resolve("allure-report/index.html").toUri();
    FailedRun failure = new FailedRun(run, options.reports().folder());
    return Stream.concat(
        run.verdicts().all().stream()
            .map(entry -> dynamicTest(name(entry), source, () -> judge(run, entry))),
        Stream.of(dynamicTest("the run as a whole", source, failure::raise)));
  }

  private static String name(RequirementVerdict entry) {
    return entry.requirement().id() + " [" + entry.wire().id() + "]";
  }

  private static void judge(RunReport run, RequirementVerdict entry) {
    boolean known = run.verdicts().known(entry).isPresent();
    Verdict counts = entry.counts();
    String message = entry.message();
    if (counts == Verdict.FAIL && !known || counts == Verdict.KIT_ERROR) {
      throw FailedRun.withoutTrace(message);
    }
    boolean passed = counts == Verdict.PASS || counts == Verdict.WARNING;
    if (!passed) {
      throw new TestAbortedException(entry.verdict().id() + ": " + message);
    }
  }

  /**
   * Names the factory after the subclass: Surefire puts the name of the factory before the name of
   * each test that it makes.
   */
  static final class Names extends DisplayNameGenerator.Standard {
    @Override
    public String generateDisplayNameForMethod(
        List<Class<?>> enclosing, Class<?> testClass, Method method) {
      return method.getDeclaringClass() == TaskConformance.class
          ? testClass.getName()
          : super.generateDisplayNameForMethod(enclosing, testClass, method);
    }
  }
}
