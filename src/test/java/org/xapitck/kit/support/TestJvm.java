package org.xapitck.kit.support;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The options of a JVM that a test starts: those of the property test.jvm of the parent pom. */
public final class TestJvm {
  private TestJvm() {}

  /** The options as one text; empty outside of a Maven build. */
  public static String line() {
    return System.getProperty("test.jvm", "");
  }

  /** The options one by one. */
  public static List<String> options() {
    return Stream.of(line().split(" ")).filter(option -> !option.isEmpty()).toList();
  }

  /**
   * The options that the launcher adds: the classes of the runnable jar, read and checked when it
   * was packed. A command of seconds is a second shorter; a JVM that cannot use them does without.
   *
   * @param target the folder of jar and archive, after {@code package}
   */
  public static List<String> archive(Path target) {
    return List.of(
        "-XX:SharedArchiveFile=" + target.resolve("xapi-task-tck.jsa").toAbsolutePath(),
        "-Xlog:cds=off",
        "-Xlog:cds+dynamic=off");
  }
}
