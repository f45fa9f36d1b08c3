package org.xapitck.kit.suite;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/**
 * The versions of JUnit on a class path.
 *
 * @param platform of the JUnit Platform; empty where its jar does not tell
 * @param jupiter of the engine of JUnit Jupiter; empty where there is none or its jar does not tell
 */
record JUnitVersions(Optional<String> platform, Optional<String> jupiter) {

  /** The oldest Jupiter and its Platform: Cucumber's engine is built for them. */
  private static final String OLDEST = "5.14";

  private static final String OLDEST_PLATFORM = "1.14";

  private static final String IMPORT =
      "; import org.junit:junit-bom "
          + OLDEST
          + " or newer (type pom, scope import) in the dependencyManagement of your pom.xml";

  /** Those that this class's loader sees. */
  static JUnitVersions found() {
    return new JUnitVersions(
        version("org.junit.platform.engine.TestEngine"),
        version("org.junit.jupiter.engine.JupiterTestEngine"));
  }

  private static Optional<String> version(String className) {
    try {
      Class<?> type = Class.forName(className, false, JUnitVersions.class.getClassLoader());
      return Optional.ofNullable(type.getModule().getDescriptor())
          .flatMap(ModuleDescriptor::rawVersion)
          .or(() -> Optional.ofNullable(type.getPackage().getImplementationVersion()));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  /**
   * Refuses a Jupiter of one line on a Platform of another: no test could run.
   *
   * @throws IllegalStateException that says what to import
   */
  void requireOneLine() {
    if (platform.isEmpty() || jupiter.isEmpty()) {
      return;
    }
    boolean five = major(jupiter.get()) == 5;
    boolean one = major(platform.get()) == 1;
    if (five != one) {
      throw new IllegalStateException(
          "JUnit Jupiter "
              + jupiter.get()
              + " cannot run on JUnit Platform "
              + platform.get()
              + IMPORT);
    }
  }

  /**
   * Refuses a JUnit that is too old for the kit as well.
   *
   * @throws IllegalStateException that says what to import
   */
  void requireSupported() {
    requireOneLine();
    platform
        .filter(version -> number(version) < number(OLDEST_PLATFORM))
        .ifPresent(
            version -> {
              throw new IllegalStateException(
                  "the kit cannot run on JUnit Platform " + version + IMPORT);
            });
  }

  private static int major(String version) {
    return number(version) / 1000;
  }

  /** Major and minor number in one: 1014 for 1.14.2. */
  private static int number(String version) {
    String[] parts = version.split("[.-]");
    return Integer.parseInt(parts[0]) * 1000 + Integer.parseInt(parts[1]);
  }
}
