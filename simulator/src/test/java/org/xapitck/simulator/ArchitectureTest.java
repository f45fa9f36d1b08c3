package org.xapitck.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms, and which room may know which library. */
class ArchitectureTest {
  private static final String BASE = "org.xapitck.simulator.";
  private static JavaClasses code;

  @BeforeAll
  static void read() {
    code =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.xapitck.simulator");
  }

  @Test
  void everyRoomIsEnteredFromAboveOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("root")
        .definedBy("org.xapitck.simulator")
        .layer("junit")
        .definedBy(BASE + "junit..")
        .layer("page")
        .definedBy(BASE + "page..")
        .layer("cli")
        .definedBy(BASE + "cli..")
        .layer("fault")
        .definedBy(BASE + "fault..")
        .layer("http")
        .definedBy(BASE + "http..")
        .layer("dispatch")
        .definedBy(BASE + "dispatch..")
        .layer("plan")
        .definedBy(BASE + "plan..")
        .layer("task")
        .definedBy(BASE + "task..")
        .layer("host")
        .definedBy(BASE + "host..")
        .layer("pool")
        .definedBy(BASE + "pool..")
        .layer("event")
        .definedBy(BASE + "event..")
        .layer("session")
        .definedBy(BASE + "session..")
        .layer("rbac")
        .definedBy(BASE + "rbac..")
        .layer("record")
        .definedBy(BASE + "record..")
        .layer("rpc")
        .definedBy(BASE + "rpc..")
        .layer("release")
        .definedBy(BASE + "release..")
        .layer("clock")
        .definedBy(BASE + "clock..")
        .layer("tls")
        .definedBy(BASE + "tls..")
        .whereLayer("tls")
        .mayOnlyBeAccessedByLayers("root", "http")
        .whereLayer("junit")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("root")
        .mayOnlyBeAccessedByLayers("junit")
        .whereLayer("page")
        .mayOnlyBeAccessedByLayers("root")
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("root")
        .whereLayer("fault")
        .mayOnlyBeAccessedByLayers("root", "cli")
        .whereLayer("http")
        .mayOnlyBeAccessedByLayers("root", "fault", "page")
        .whereLayer("dispatch")
        .mayOnlyBeAccessedByLayers("root", "fault")
        .whereLayer("plan")
        .mayOnlyBeAccessedByLayers("root", "cli", "dispatch")
        .whereLayer("task")
        .mayOnlyBeAccessedByLayers("root", "dispatch", "plan")
        .whereLayer("host")
        .mayOnlyBeAccessedByLayers("root", "dispatch")
        .whereLayer("pool")
        .mayOnlyBeAccessedByLayers("root", "dispatch")
        .whereLayer("event")
        .mayOnlyBeAccessedByLayers("root", "dispatch")
        .whereLayer("session")
        .mayOnlyBeAccessedByLayers("root", "cli", "dispatch", "task", "plan", "event", "fault")
        .whereLayer("rbac")
        .mayOnlyBeAccessedByLayers("root", "cli", "dispatch", "task", "session", "fault")
        .check(code);
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
        .resideInAnyPackage(BASE + "rpc..", "java..", "javax.xml.stream..", "com.fasterxml..")
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

  private static void only(String library, String room) {
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
        .doNotHaveSimpleName("Main")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(code);
  }
}
