package org.xapitck.kit.guides;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xapitck.kit.support.Waiting;

/**
 * The Maven of this build, with a local repository in which the modules are installed.
 *
 * <p>That repository is a folder of links to the user's, so that nothing is loaded twice; only
 * {@code org/xapitck} is a folder of its own, so that the user's repository never sees the modules.
 */
final class ChildMaven {
  private static final String GROUP = "org/xapitck";

  private final Path repository;

  private ChildMaven(Path repository) {
    this.repository = repository;
  }

  /**
   * Installs the modules as {@code mvn install} does: plain jars, poms as they are.
   *
   * @param top the top folder of the checkout, after {@code package}
   * @param folder where the repository is made; links of an earlier one are renewed
   */
  static ChildMaven withModules(Path top, Path folder) throws IOException {
    Path users = Path.of(given("repository"));
    link(users, folder, List.of("org"));
    link(users.resolve("org"), folder.resolve("org"), List.of("xapitck"));
    ChildMaven maven = new ChildMaven(folder);
    maven.install("xapi-task-parent", top.resolve("pom.xml"));
    for (String module : List.of("simulator", "src")) {
      String name = module.equals("src") ? "xapi-task-tck" : "xapi-task-simulator";
      Path jar = maven.install(name, top.resolve(module).resolve("pom.xml"));
      Path plain = top.resolve(module).resolve("target").resolve(name + "-plain.jar");
      Files.copy(plain, jar, StandardCopyOption.REPLACE_EXISTING);
    }
    return maven;
  }

  /** What src/pom.xml tells the tests tagged "jars" about the build that runs them. */
  static String given(String name) {
    String value = System.getProperty("build." + name, "");
    assumeTrue(!value.isEmpty(), "the property build." + name + " is set by Maven alone");
    return value;
  }

  private static void link(Path from, Path to, List<String> own) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> present = Files.list(to)) {
      for (Path link : present.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        Path link = to.resolve(entry.getFileName());
        boolean shared = !own.contains(entry.getFileName().toString());
        if (shared && !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
          Files.createSymbolicLink(link, entry.toAbsolutePath());
        }
      }
    }
  }

  /** Puts the pom there; returns where the jar belongs. */
  private Path install(String artifact, Path pom) throws IOException {
    String version = given("version");
    Path folder = repository.resolve(GROUP).resolve(artifact).resolve(version);
    Files.createDirectories(folder);
    String file = artifact + "-" + version;
    Files.copy(pom, folder.resolve(file + ".pom"), StandardCopyOption.REPLACE_EXISTING);
    return folder.resolve(file + ".jar");
  }

  /**
   * Compiles and runs the tests of a project, and goes on where a module fails.
   *
   * <p>The plugins are those of this build: what a Maven takes by default depends on its version,
   * and may not be in the local repository.
   *
   * @return what Maven printed
   */
  String test(Path project) throws IOException, InterruptedException {
    Path output = project.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(given("maven"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-fae", "-Dmaven.repo.local=" + repository.toAbsolutePath()));
    command.add("-DargLine=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    command.addAll(List.of(given("testing").split(" ")));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    // where the kit keeps its ledgers, else in the user's home
    builder.environment().put("XDG_STATE_HOME", project.resolve("state").toString());
    Waiting.exit(builder.start(), command.toString(), () -> Waiting.text(output));
    return Waiting.text(output);
  }
}
