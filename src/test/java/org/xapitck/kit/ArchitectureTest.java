package org.xapitck.kit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms, and what no room may hold. */
class ArchitectureTest {
  private static final JavaClasses KIT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.xapitck.kit");

  @Test
  void noArrowPointsTheWrongWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("cli")
        .definedBy("org.xapitck.kit.cli")
        .layer("run")
        .definedBy("org.xapitck.kit.run")
        .layer("suite")
        .definedBy("org.xapitck.kit.suite")
        .layer("book")
        .definedBy("org.xapitck.kit.book")
        .layer("archive")
        .definedBy("org.xapitck.kit.archive")
        .layer("steps")
        .definedBy("org.xapitck.kit.steps")
        .layer("target")
        .definedBy("org.xapitck.kit.target")
        .layer("report")
        .definedBy("org.xapitck.kit.report")
        .layer("verdict")
        .definedBy("org.xapitck.kit.verdict")
        .layer("catalogue")
        .definedBy("org.xapitck.kit.catalogue")
        .layer("wire")
        .definedBy("org.xapitck.kit.wire")
        .layer("address")
        .definedBy("org.xapitck.kit.address")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("run")
        .mayOnlyBeAccessedByLayers("cli", "suite")
        .whereLayer("steps")
        .mayOnlyBeAccessedByLayers("run")
        .whereLayer("target")
        .mayOnlyBeAccessedByLayers("steps", "run", "cli")
        .whereLayer("suite")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("book")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("archive")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("run", "book", "archive", "suite", "cli")
        .whereLayer("verdict")
        .mayOnlyBeAccessedByLayers("report", "run", "book", "archive", "suite", "cli")
        .whereLayer("wire")
        .mayOnlyBeAccessedByLayers(
            "target",
            "steps",
            "run",
            "report",
            "verdict",
            "catalogue",
            "book",
            "archive",
            "suite",
            "cli")
        .whereLayer("address")
        .mayNotAccessAnyLayer()
        .check(KIT);
  }

  @Test
  void stepsKnowNoWire() {
    noClasses()
        .that()
        .resideInAPackage("org.xapitck.kit.steps")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.restassured..", "org.apache..", "java.net..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.xapitck.kit.wire.Wire")
        .check(KIT);
  }

  @Test
  void verdictsDoNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAPackage("org.xapitck.kit.verdict")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
        .check(KIT);
  }

  @Test
  void onlyTheRunKnowsTheSimulatorAndNothingOfItButItsDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.xapitck.kit.run", "org.xapitck.kit.cli")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.xapitck.simulator..")
        .check(KIT);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.xapitck.simulator.*..")
        .check(KIT);
  }

  @Test
  void nobodySleepsOrKeepsStaticState() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(KIT);
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveName("$assertionsDisabled")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(KIT);
  }

  @Test
  void onlyTheWiresSpeakToTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.xapitck.kit.wire")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.restassured..", "org.apache.xmlrpc..", "org.apache.http..")
        .check(KIT);
  }

  /**
   * The kit runs inside other people's tests too: what it sets there, it must set for itself alone.
   * Only the command has a JVM of its own.
   */
  @Test
  void nothingIsSetForTheWholeJvm() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.xapitck.kit.cli.Main")
        .should()
        .callMethodWhere(
            describe(
                "a static setter of the JDK or of a library is called",
                call ->
                    call.getName().matches("set[A-Z].*")
                        && !call.getTargetOwner().getPackageName().startsWith("org.xapitck")
                        && isStatic(call.getTarget())))
        .orShould()
        .setFieldWhere(
            describe(
                "a field of REST Assured is set",
                access -> access.getTargetOwner().getName().equals("io.restassured.RestAssured")))
        .check(KIT);
  }

  private static boolean isStatic(MethodCallTarget target) {
    return target
        .resolveMember()
        .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
        .isPresent();
  }
}
