package org.xapitck.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xapitck.simulator.support.Waiting;

/** No test fails because a machine is slow: only {@link Waiting} looks at the time. */
class WaitingRuleTest {
  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages("org.xapitck.simulator");

  private static final Set<String> TIMED =
      Set.of(
          "Thread.sleep",
          "Thread.onSpinWait",
          "LockSupport.parkNanos",
          "LockSupport.parkUntil",
          "System.nanoTime",
          "System.currentTimeMillis",
          "Duration.between",
          "Assertions.assertTimeout",
          "Assertions.assertTimeoutPreemptively");

  private static final DescribedPredicate<JavaCall<?>> IS_TIMED =
      DescribedPredicate.describe(
          "is a timed wait or a look at the time", WaitingRuleTest::isTimed);

  private static boolean isTimed(JavaCall<?> call) {
    List<String> types =
        call.getTarget().getRawParameterTypes().stream().map(t -> t.getName()).toList();
    boolean waitsForMillis =
        Set.of("join", "wait").contains(call.getName()) && types.contains("long");
    return types.contains(TimeUnit.class.getName())
        || waitsForMillis
        || TIMED.contains(call.getTargetOwner().getSimpleName() + "." + call.getName());
  }

  @Test
  void noTestSetsALimitOfItsOwnOrMeasuresTime() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Waiting.class)
        // what measures is no test
        .and(not(resideInAPackage("..load..")).or(simpleName("ManyClientsTest")))
        .should()
        .callCodeUnitWhere(IS_TIMED)
        .check(TESTS);
  }

  @Test
  void theRuleSeesTimedWaits() {
    assertThat(TESTS.get(Waiting.class).getCodeUnitCallsFromSelf().stream().filter(IS_TIMED))
        .hasSizeGreaterThan(3);
  }

  @Test
  void theTimeOutOfATestIsTheCommonLimit() {
    Stream<HasAnnotations<?>> all =
        TESTS.stream()
            .flatMap(
                one -> Stream.<HasAnnotations<?>>concat(Stream.of(one), one.getMethods().stream()));
    assertThat(all.filter(one -> one.isAnnotatedWith(Timeout.class)))
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(one.getAnnotationOfType(Timeout.class))
                    .returns((long) Waiting.MINUTES, Timeout::value)
                    .returns(TimeUnit.MINUTES, Timeout::unit));
  }
}
