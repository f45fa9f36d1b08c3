package org.xapitck.simulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms, and which room may know which library. */
class ArchitectureTest {
  private static final String BASE = "org.xapitck.simulator.";

  /** The package at the top: the simulator and its program. */
  private static final String DOOR = "simulator";

  /**
   * Each room, and the rooms that it uses; those that use nobody come first. A constant is compiled
   * into its user, so an arrow that is a constant alone is none here.
   */
  private static final Map<String, Set<String>> USES =
      Map.ofEntries(
          entry("clock", Set.of()),
          entry("release", Set.of()),
          entry("rpc", Set.of()),
          entry("text", Set.of()),
          entry("tls", Set.of()),
          entry("http", Set.of("rpc", "tls")),
          entry("record", Set.of("release", "rpc")),
          entry("host", Set.of("record", "release", "rpc")),
          entry("journal", Set.of("rpc")),
          entry("page", Set.of("http", "journal", "rpc")),
          entry("pool", Set.of("record", "release", "rpc")),
          entry("rbac", Set.of("record", "release", "rpc")),
          entry("session", Set.of("clock", "rbac", "record", "release", "rpc")),
          entry("event", Set.of("clock", "record", "rpc", "session")),
          entry("task", Set.of("clock", "rbac", "record", "release", "rpc", "session")),
          entry("transfer", Set.of("http", "journal", "rbac", "record", "rpc", "session", "task")),
          entry("plan", Set.of("clock", "rpc", "session", "task")),
          entry("cli", Set.of("plan", "rbac", "release", "rpc", "session", "stub")),
          entry(
              "dispatch",
              Set.of(
                  "clock", "event", "host", "plan", "pool", "rbac", "record", "release", "rpc",
                  "session", "task")),
          entry("stub", Set.of("dispatch", "plan", "record", "rpc", "session", "text")),
          entry(
              "fault",
              Set.of("clock", "dispatch", "http", "rbac", "release", "rpc", "session", "text")),
          entry(
              "control",
              Set.of(
                  "clock", "event", "fault", "journal", "plan", "rpc", "session", "stub", "task")),
          entry(
              "admin",
              Set.of(
                  "clock", "control", "fault", "http", "journal", "plan", "rpc", "session", "stub",
                  "task", "text")),
          entry(
              DOOR,
              Set.of(
                  "admin",
                  "cli",
                  "clock",
                  "control",
                  "dispatch",
                  "event",
                  "fault",
                  "host",
                  "http",
                  "journal",
                  "page",
                  "plan",
                  "pool",
                  "rbac",
                  "record",
                  "release",
                  "rpc",
                  "session",
                  "stub",
                  "task",
                  "tls",
                  "transfer")),
          entry(
              "junit",
              Set.of(
                  "admin", "cli", "clock", "control", "fault", "record", "release", "stub", DOOR)));

  private static JavaClasses code;

  @BeforeAll
  static void read() {
    code =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.xapitck.simulator");
  }

  @Test
  void eachRoomUsesTheRoomsThatTheTableNamesAndNoOther() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (JavaClass one : code) {
      Set<String> used = found.computeIfAbsent(room(one), any -> new TreeSet<>());
      one.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> (target.getPackageName() + ".").startsWith(BASE))
          .map(ArchitectureTest::room)
          .filter(target -> !target.equals(room(one)))
          .forEach(used::add);
    }
    assertThat(found).isEqualTo(new TreeMap<>(USES));
  }

  /** The package below the top; its own packages are corners of it. */
  private static String room(JavaClass one) {
    String within = (one.getPackageName() + ".").substring(BASE.length());
    return within.isEmpty() ? DOOR : within.substring(0, within.indexOf('.'));
  }

  @Test
  void noTwoRoomsNeedEachOther() {
    slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(code);
  }

  @Test
  void theWireKnowsNothingOfTheApi() {
    classes()
        .that()
        .resideInAPackage(BASE + "rpc..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            BASE + "rpc..",
            "java..",
            "javax.xml.stream..",
            "com.fasterxml..",
            "org.codehaus.stax2..")
        .check(code);
    classes()
        .that()
        .resideInAPackage(BASE + "http..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(BASE + "http..", BASE + "rpc", BASE + "tls", "java..", "io.netty..")
        .check(code);
  }

  @Test
  void eachLibraryHasOneRoom() {
    only("io.netty..", "http..");
    only("com.fasterxml.aalto..", "rpc.xmlrpc..");
    only("com.fasterxml.jackson..", "rpc.jsonrpc..");
    only("org.snakeyaml..", "cli..");
    only("org.junit..", "junit..");
  }

  /** A rule about a library that nobody uses could never fail. */
  private static void only(String library, String room) {
    assertThat(code.that(resideInAPackage(BASE + room)))
        .as(room + " uses " + library)
        .anyMatch(
            one ->
                one.getDirectDependenciesFromSelf().stream()
                    .anyMatch(to -> resideInAPackage(library).test(to.getTargetClass())));
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(code);
  }

  @Test
  void simulatorsShareNoState() {
    fields().that().areStatic().should().beFinal().check(code);
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(code);
  }

  @Test
  void onlyTheProgramSpeaksToTheConsole() {
    noClasses()
        .that()
        .areNotAssignableTo(Main.class)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(code);
  }
}
