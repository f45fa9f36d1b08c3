package org.xapitck.kit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.restassured.RestAssured;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.cli.Main;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.page.Html;
import org.xapitck.kit.run.Environment;

/** What no room may hold or call; {@link RoomsTest} has the arrows between them. */
class ArchitectureTest {
  private static final String ROOT = "org.xapitck.kit";
  private static final JavaClasses KIT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final Set<String> FROM_OUTSIDE =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.nanoTime",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.util.UUID.randomUUID");

  @Test
  void stepsKnowNoWire() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".steps", ROOT + ".scenario", ROOT + ".answer")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(known("io.restassured..", "org.apache..", "java.net.."))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Wire.class)
        .check(KIT);
  }

  /** A chain of calls names no type of what passes through it. */
  @Test
  void stepsTakeNoWireFromAnybody() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".steps")
        .should()
        .callMethodWhere(
            describe(
                "a wire is given or taken",
                call ->
                    Stream.concat(
                            Stream.of(call.getTarget().getRawReturnType()),
                            call.getTarget().getRawParameterTypes().stream())
                        .anyMatch(type -> type.isEquivalentTo(Wire.class))))
        .check(KIT);
  }

  /** These packages; a rule about one that nobody here uses could never fail. */
  private static String[] known(String... packages) {
    for (String one : packages) {
      assertThat(KIT)
          .as("who uses " + one)
          .anyMatch(
              user ->
                  user.getDirectDependenciesFromSelf().stream()
                      .anyMatch(to -> resideInAPackage(one).test(to.getTargetClass())));
    }
    return packages;
  }

  @Test
  void verdictsDoNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".verdict", ROOT + ".explanation")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(known("java.io..", "java.nio.file..", "java.net.."))
        .check(KIT);
  }

  @Test
  void onlyTheRunKnowsTheSimulatorAndNothingOfItButItsDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.xapitck.kit.run", "org.xapitck.kit.cli")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(known("org.xapitck.simulator.."))
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
        .resideOutsideOfPackages(
            "org.xapitck.kit.http",
            "org.xapitck.kit.tls",
            "org.xapitck.kit.xmlrpc",
            "org.xapitck.kit.jsonrpc")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(known("io.restassured..", "org.apache.xmlrpc..", "org.apache.http.."))
        .check(KIT);
  }

  @Test
  void whatComesFromOutsideIsNotMisspelt() {
    for (String name : FROM_OUTSIDE) {
      int dot = name.lastIndexOf('.');
      assertThat(new ClassFileImporter().importClass(classOf(name.substring(0, dot))).getMethods())
          .as(name)
          .anyMatch(method -> method.getName().equals(name.substring(dot + 1)));
    }
  }

  private static Class<?> classOf(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Time, randomness and the environment come in by {@code run.Environment}. The one other source
   * is the nonce of Allure's page, which nobody may guess.
   */
  @Test
  void nobodyAsksTheProcessForWhatComesFromOutside() {
    noClasses()
        .that()
        .areNotAssignableTo(Environment.class)
        .should()
        .accessTargetWhere(
            describe(
                "the process is asked for its time, its variables or something random",
                access -> FROM_OUTSIDE.contains(access.getTarget().getFullName().split("\\(")[0])))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .check(KIT);
    noClasses()
        .that()
        .doNotHaveSimpleName("AllurePage")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.security.SecureRandom")
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
        .areNotAssignableTo(Main.class)
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
                access -> access.getTargetOwner().isEquivalentTo(RestAssured.class)))
        .check(KIT);
  }

  /** The code that is made of a template writes values as they are unless it is told otherwise. */
  @Test
  void everyPageIsMadeByARendererThatEscapes() {
    Set<String> renderers =
        KIT.stream()
            .filter(one -> one.tryGetField("TEMPLATE_PATH").isPresent())
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
    assertThat(renderers).isNotEmpty();
    noClasses()
        .that(describe("are no renderers", one -> !renderers.contains(one.getName())))
        .should()
        .callCodeUnitWhere(
            describe(
                "a renderer is taken without an escaper",
                call ->
                    renderers.contains(call.getTargetOwner().getName())
                        && (call.getName().equals("of")
                            || call.getName().equals("<init>")
                                && call.getTarget().getRawParameterTypes().isEmpty())))
        .check(KIT);
    assertThat(KIT.get(Html.class).getMethodReferencesToSelf())
        .extracting(reference -> reference.getOriginOwner().getName())
        .hasSameSizeAs(renderers);
  }

  private static boolean isStatic(MethodCallTarget target) {
    return target
        .resolveMember()
        .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
        .isPresent();
  }
}
