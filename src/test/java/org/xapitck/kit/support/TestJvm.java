package org.xapitck.kit.support;

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
}
