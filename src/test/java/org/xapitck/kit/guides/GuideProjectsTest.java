package org.xapitck.kit.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;

/**
 * What a reader copies out of the guides into a Maven project compiles and runs, with JUnit 6.0 and
 * with 5.14, and the log of the build can be read.
 *
 * <p>If this fails, fix the guide or the poms of the modules.
 */
@Tag("jars")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuideProjectsTest {
  private static final Path WORK = Path.of("target", "guide-projects").toAbsolutePath();

  private static final String CLASS_GUIDE = "README.md";
  private static final String POM_GUIDE = "src/CERTIFY.md";
  private static final String SIMULATOR_GUIDE = "simulator/README.md";

  /** Of three requirements two fail. */
  private static final String DEFECT = "set-progress-ignored";

  /** Keeps a run short: seven scenarios on one wire. */
  private static final String OPTIONS =
      """

        @Override
        protected org.xapitck.kit.options.RunOptions options(org.xapitck.kit.options.RunOptions usual) {
          return usual
              .withTags("@task.destroy.effect or @task.set_progress.effect")
              .withWires(java.util.Set.of(org.xapitck.kit.model.Wire.JSONRPC2), true);
        }
      }
      """;

  /** The client that the simulator's guide speaks of. */
  private static final String MY_CLIENT =
      """
      import java.net.URI;
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;

      record MyClient(URI server) {
        String status(String task) {
          String session = call("session.login_with_password", "read-only", "secret");
          return call("task.get_status", session, task);
        }

        private String call(String method, String first, String second) {
          String body =
              "{\\"method\\":\\"%s\\",\\"params\\":[\\"%s\\",\\"%s\\"],\\"id\\":1}"
                  .formatted(method, first, second);
          HttpRequest request =
              HttpRequest.newBuilder(server.resolve("jsonrpc"))
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build();
          return HttpClient.newHttpClient()
              .sendAsync(request, HttpResponse.BodyHandlers.ofString())
              .join()
              .body()
              .replaceFirst(".*\\"result\\":\\"([^\\"]*)\\".*", "$1");
        }
      }
      """;

  private Reactor reactor;
  private String output;

  @BeforeAll
  void buildTheProjects() throws Exception {
    String bom = Block.holding(Guides.TOP, POM_GUIDE, "xml", "<dependencyManagement>");
    String kit =
        Block.holding(Guides.TOP, POM_GUIDE, "xml", "<artifactId>xapi-task-tck</artifactId>");
    String suite = Block.holding(Guides.TOP, CLASS_GUIDE, "java", "extends TaskConformance");
    String simulator =
        Block.holding(
            Guides.TOP, SIMULATOR_GUIDE, "xml", "<artifactId>xapi-task-simulator</artifactId>");
    String client = Block.holding(Guides.TOP, SIMULATOR_GUIDE, "java", "class MyClientTest");
    String version = bom.replaceFirst("(?s).*(<version>.*</version>).*", "$1");
    ChildMaven maven = ChildMaven.withModules(Guides.TOP, WORK.resolve("repository"));
    reactor = new Reactor(WORK.resolve("projects"));
    SimulatorOptions right = SimulatorOptions.defaults();
    SimulatorOptions wrong =
        right.withAlteration(Seeds.of(List.of(DEFECT), List.of()).alteration());
    try (Simulator good = Simulator.start(right);
        Simulator bad = Simulator.start(wrong)) {
      reactor.add("junit6", "", kit, shortened(suite, good.uri()));
      reactor.add("junit5", bom, jupiter("") + kit, shortened(suite, bad.uri()));
      reactor.add("mixed", "", jupiter(version) + kit, shortened(suite, good.uri()));
      reactor.add(
          "extension",
          "",
          simulator + jupiter(version),
          Map.of("MyClientTest.java", client, "MyClient.java", MY_CLIENT));
      output = maven.test(reactor.written());
    }
  }

  private static Map<String, String> shortened(String suite, URI server) {
    String at = suite.replace("http://127.0.0.1:8080/", server.toString());
    return Map.of("TaskConformanceTest.java", at.replaceFirst("\\}\\s*$", "") + OPTIONS);
  }

  private static String jupiter(String version) {
    return """
        <dependency>
          <groupId>org.junit.jupiter</groupId>
          <artifactId>junit-jupiter</artifactId>
          %s
          <scope>test</scope>
        </dependency>
        """
        .formatted(version);
  }

  @Test
  void theKitRunsWithTheJUnitThatItBrings() throws IOException {
    assertThat(report("junit6", "TaskConformanceTest"))
        .contains("tests=\"4\" errors=\"0\" skipped=\"0\" failures=\"0\"")
        .contains("name=\"task.set_progress.effect [jsonrpc2]\" classname=\"TaskConformanceTest\"")
        .contains("name=\"the run as a whole\"");
    assertThat(versions("junit6", "org/junit/(jupiter|platform)/[^/]+")).containsExactly("6.0.3");
  }

  @Test
  void theKitRunsWithTheJUnitOfAProjectThatImportsItsBom() throws IOException {
    assertThat(report("junit5", "TaskConformanceTest"))
        .contains("tests=\"4\" errors=\"0\" skipped=\"0\" failures=\"3\"");
    assertThat(versions("junit5", "org/junit/jupiter/[^/]+")).containsExactly("5.14.4");
    assertThat(versions("junit5", "org/junit/platform/[^/]+")).containsExactly("1.14.4");
  }

  @Test
  void aFailureInTheLogNamesRequirementWireAndFirstCause() {
    assertThat(output)
        .contains("[ERROR]   TaskConformanceTest.task.set_progress.effect [jsonrpc2] ")
        .contains(
            "[ERROR]   TaskConformanceTest.the run as a whole non-conformant (filtered):"
                + " task.progress.access on jsonrpc2: A client may write progress");
  }

  @Test
  void aMixOfTwoJUnitsIsRefusedInOneSentence() {
    assertThat(output)
        .contains(
            "JUnit Jupiter 5.14.4 cannot run on JUnit Platform 6.0.3; import org.junit:junit-bom"
                + " 5.14 or newer (type pom, scope import) in the dependencyManagement of your"
                + " pom.xml\n")
        .doesNotContain("NoSuchMethodError", "NoClassDefFoundError");
  }

  @Test
  void theExtensionOfTheSimulatorRuns() throws IOException {
    assertThat(report("extension", "MyClientTest"))
        .contains("tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\"");
  }

  @Test
  void aProjectGetsOneJacksonAndNothingOfTheRunnableJarAlone() throws IOException {
    assertThat(versions("junit6", "com/fasterxml/jackson/(core|dataformat|module)/[^/]+"))
        .containsExactlyInAnyOrder("2.23.0", "2.23");
    assertThat(classPath("junit6")).doesNotContain("slf4j-nop", "slf4j-simple", "picocli");
  }

  @Test
  void theGuideNamesTheSurefireThatRanHere() throws IOException {
    String surefire = ChildMaven.given("testing").replaceFirst(".*:([^:]+):test$", "$1");
    assertThat(Guides.text(POM_GUIDE))
        .contains("`maven-surefire-plugin` " + surefire + " is tested");
  }

  private String report(String project, String test) throws IOException {
    Path file = reactor.reports(project).resolve("TEST-" + test + ".xml");
    assertThat(file).as(output).exists();
    return Files.readString(file);
  }

  /** The versions of the jars on a class path that lie in these folders. */
  private Set<String> versions(String project, String folders) throws IOException {
    return Pattern.compile("/" + folders + "/([^/]+)/[^/]+\\.jar")
        .matcher(classPath(project))
        .results()
        .map(jar -> jar.group(jar.groupCount()))
        .collect(Collectors.toSet());
  }

  private String classPath(String project) throws IOException {
    return Pattern.compile("name=\"surefire.test.class.path\" value=\"([^\"]*)\"")
        .matcher(report(project, "TaskConformanceTest"))
        .results()
        .map((MatchResult property) -> property.group(1))
        .collect(Collectors.joining());
  }
}
