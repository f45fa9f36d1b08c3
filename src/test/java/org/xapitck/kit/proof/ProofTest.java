package org.xapitck.kit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.simulator.fault.Defect;
import org.xapitck.simulator.fault.Defects;
import org.xapitck.simulator.fault.Variant;
import org.xapitck.simulator.fault.Variants;

/**
 * The proof of the kit: every seeded defect is reported under the requirement that it breaks, for
 * the right reason and under no other; every variant of a right server is left in peace.
 *
 * <p>{@code -Dproof=everything} runs the whole suite on every wire for each of them; {@code
 * -Dproof.write=true} writes simulator/DEFECTS.md anew.
 */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProofTest {
  /** 4 trials at once on two cores: each waits for its server now and then. */
  private static final int AT_ONCE = 4;

  private static final Path TABLE = Path.of("..", "simulator", "DEFECTS.md");

  /** The one variant that a should warns of; and those that take away what is to be looked at. */
  private static final Set<String> WARNED = Set.of("clock-one-hour-off");

  private static final Set<String> HIDING = Set.of("collected-at-once", "cancel-removes");

  /** A slow machine may come too late for all 5 fresh tasks; nothing else may go untested. */
  private static final String RACING = "collected-after-20-ms";

  private static final Set<String> LONG = Set.of("slow-500-ms", "freezes-for-30-s");

  private final Laboratory laboratory = new Laboratory();
  private final Map<String, Future<Evidence>> defects = new LinkedHashMap<>();
  private final Map<String, Future<Evidence>> variants = new LinkedHashMap<>();
  private ExecutorService executor;

  @BeforeAll
  void begin() {
    executor = Executors.newFixedThreadPool(AT_ONCE);
    for (Defect defect : Defects.all()) {
      defects.put(defect.id(), executor.submit(() -> laboratory.of(defect)));
    }
    for (Variant variant : someVariants()) {
      variants.put(variant.id(), executor.submit(() -> laboratory.of(variant)));
    }
  }

  @AfterAll
  void end() {
    executor.shutdownNow();
  }

  /** Half a second a call, and half a minute of nothing, are for the long proof. */
  private static List<Variant> someVariants() {
    return Variants.all().stream()
        .filter(variant -> Laboratory.runsEverything() || !LONG.contains(variant.id()))
        .toList();
  }

  @TestFactory
  @Order(1)
  Stream<DynamicTest> defects() {
    return Defects.all().stream()
        .map(
            defect ->
                dynamicTest(
                    defect.id() + "_isKilledBy_" + defect.breaks().get(0),
                    () -> isKilled(defect, evidence(defects, defect.id()))));
  }

  private static Evidence evidence(Map<String, Future<Evidence>> some, String id)
      throws InterruptedException {
    try {
      return some.get(id).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(id + " could not be tried: " + e.getCause(), e.getCause());
    }
  }

  private void isKilled(Defect defect, Evidence evidence) {
    assertThat(evidence.all(Verdict.KIT_ERROR)).as("kit errors").isEmpty();
    Set<Wire> shows = Laboratory.wires(defect);
    for (Wire wire : Laboratory.tried(defect)) {
      if (shows.contains(wire)) {
        showsOn(defect, evidence, wire);
      } else {
        assertThat(evidence.red(wire)).as("red on %s, where it does not show", wire).isEmpty();
      }
    }
    Wire primary = Laboratory.primary(defect);
    boolean counts =
        evidence.on(primary, Verdict.FAIL).stream()
            .anyMatch(finding -> laboratory.catalogue().need(finding.id()).grace().isEmpty());
    boolean must = defect.level() == Defect.Level.MUST;
    assertThat(!evidence.on(primary, Verdict.FAIL).isEmpty()).as("breaks a must").isEqualTo(must);
    // a must that is new in the catalogue only warns for one version
    assertThat(evidence.exitCode(primary)).as("exit code").isEqualTo(counts ? 1 : 0);
    assertThat(evidence.causes(primary).get(0).requirement().id())
        .as("the first cause")
        .isIn(defect.breaks());
  }

  private void showsOn(Defect defect, Evidence evidence, Wire wire) {
    for (String id : defect.breaks()) {
      Requirement requirement = laboratory.catalogue().need(id);
      if (requirement.wires().contains(wire)) {
        Verdict expected = requirement.level() == Level.MUST ? Verdict.FAIL : Verdict.WARNING;
        assertThat(evidence.of(wire, id))
            .as("%s on %s", id, wire)
            .hasValueSatisfying(
                finding -> {
                  if (isWhole(defect, wire) || finding.because().isEmpty()) {
                    assertThat(finding.verdict()).as(finding.message()).isEqualTo(expected);
                    isTheRightReason(finding);
                  } else {
                    assertThat(evidence.red(wire)).contains(finding.because());
                  }
                });
      }
    }
    Set<String> allowed = new TreeSet<>(defect.breaks());
    if (!isWhole(defect, wire)) {
      allowed.addAll(evidence.blocked(Laboratory.primary(defect)));
    }
    assertThat(evidence.red(wire)).as("red on %s", wire).isSubsetOf(allowed);
  }

  /**
   * A run of a few scenarios sees too little to blame a general requirement, and blames one of its
   * cases: one that the whole suite finds blocked.
   */
  private static boolean isWhole(Defect defect, Wire wire) {
    return Laboratory.runsEverything()
        || wire == Laboratory.primary(defect) && Laboratory.meetsTheWholeSuite(defect);
  }

  /** Both values, and nothing that speaks of the kit's insides. */
  private static void isTheRightReason(Evidence.Finding finding) {
    assertThat(finding.message())
        .startsWith(finding.id())
        .containsPattern("(?m)^ *expected  *\\S")
        .containsPattern("(?m)^ *actual  *\\S")
        .doesNotContain("Exception", "\tat ", "expected true", "expected: true", "null pointer");
  }

  @TestFactory
  @Order(2)
  Stream<DynamicTest> variants() {
    return someVariants().stream()
        .map(
            variant ->
                dynamicTest(
                    variant.id() + "_isLeftInPeace",
                    () -> isLeftInPeace(variant, evidence(variants, variant.id()))));
  }

  private static void isLeftInPeace(Variant variant, Evidence evidence) {
    assertThat(evidence.all(Verdict.FAIL, Verdict.KIT_ERROR)).isEmpty();
    assertThat(evidence.on(Wire.XMLRPC, Verdict.WARNING))
        .hasSize(WARNED.contains(variant.id()) ? 1 : 0);
    if (variant.id().equals(RACING)) {
      assertThat(evidence.all(Verdict.NOT_TESTABLE))
          .allSatisfy(finding -> assertThat(finding.message()).contains("the server collected"));
    } else if (!HIDING.contains(variant.id())) {
      assertThat(evidence.all(Verdict.NOT_TESTABLE)).isEmpty();
    }
  }

  @Test
  @Order(3)
  void everyMustIsKilledOrExcused() throws InterruptedException {
    Set<String> alive = new TreeSet<>(musts());
    for (Defect defect : Defects.all()) {
      Evidence evidence = evidence(defects, defect.id());
      evidence.all(Verdict.FAIL).forEach(finding -> alive.remove(finding.id()));
    }
    assertThat(alive).isEqualTo(new TreeSet<>(Unkillable.reasons().keySet()));
  }

  /** The world of reasons is closed: whatever was not tested names what fails, or why. */
  @Test
  @Order(3)
  void whatWasNotTestedHasACause() throws InterruptedException {
    List<Evidence.Finding> groundless = new ArrayList<>();
    for (String id : defects.keySet()) {
      groundless.addAll(evidence(defects, id).groundless());
    }
    for (String id : variants.keySet()) {
      groundless.addAll(evidence(variants, id).groundless());
    }
    assertThat(groundless).isEmpty();
  }

  private Set<String> musts() {
    Set<String> musts = new TreeSet<>();
    for (Requirement requirement : laboratory.catalogue().requirements()) {
      if (requirement.level() == Level.MUST && requirement.reason().isEmpty()) {
        musts.add(requirement.id());
      }
    }
    return musts;
  }

  @Test
  @Order(4)
  void theTableIsWhatWasFound() throws IOException, InterruptedException {
    Map<String, Evidence> found = new LinkedHashMap<>();
    for (String id : defects.keySet()) {
      found.put(id, evidence(defects, id));
    }
    String table =
        DefectReport.render(
            Defects.all(), Variants.all(), defect -> found.get(defect.id()), musts().size());
    if (Boolean.getBoolean("proof.write")) {
      Files.writeString(TABLE, table);
    }
    List<String> written = Files.exists(TABLE) ? Files.readAllLines(TABLE) : List.of();
    List<String> measured = table.lines().toList();
    assertThat(measured.stream().filter(line -> !written.contains(line)))
        .as("found now, and not in simulator/DEFECTS.md; its first lines say how to make it anew")
        .isEmpty();
    assertThat(written).as("simulator/DEFECTS.md").isEqualTo(measured);
  }
}
