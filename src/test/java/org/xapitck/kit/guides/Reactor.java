package org.xapitck.kit.guides;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xapitck.kit.support.DefaultAccounts;

/** Small Maven projects side by side, each as a reader would write it. */
final class Reactor {
  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>example</groupId>
        <artifactId>%s</artifactId>
        <version>1</version>
        <packaging>%s</packaging>
        <properties>
          <maven.compiler.source>17</maven.compiler.source>
          <maven.compiler.target>17</maven.compiler.target>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
      %s</project>
      """;

  private final Path folder;
  private final List<String> modules = new ArrayList<>();

  /** Begins anew: what an earlier run left there is deleted. */
  Reactor(Path folder) throws IOException {
    this.folder = folder;
    if (Files.exists(folder)) {
      // Files.walk follows no links
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(folder);
  }

  /**
   * Adds a project.
   *
   * @param managed the element dependencyManagement; empty for none
   * @param dependencies elements dependency, in this order
   * @param classes of its tests, by file name
   */
  void add(String name, String managed, String dependencies, Map<String, String> classes)
      throws IOException {
    Path tests = folder.resolve(name).resolve("src/test");
    Files.createDirectories(tests.resolve("java"));
    Files.createDirectories(tests.resolve("resources"));
    for (Map.Entry<String, String> one : classes.entrySet()) {
      Files.writeString(tests.resolve("java").resolve(one.getKey()), one.getValue());
    }
    Files.writeString(tests.resolve("resources/accounts.yaml"), DefaultAccounts.yaml());
    String body = managed + "<dependencies>\n" + dependencies + "</dependencies>\n";
    Files.writeString(folder.resolve(name).resolve("pom.xml"), POM.formatted(name, "jar", body));
    modules.add(name);
  }

  /** Writes the pom that holds them together; returns its folder. */
  Path written() throws IOException {
    StringBuilder body = new StringBuilder("<modules>\n");
    modules.forEach(name -> body.append("<module>").append(name).append("</module>\n"));
    body.append("</modules>\n");
    Files.writeString(folder.resolve("pom.xml"), POM.formatted("projects", "pom", body));
    return folder;
  }

  /** The folder of a project's test reports. */
  Path reports(String name) {
    return folder.resolve(name).resolve("target/surefire-reports");
  }
}
