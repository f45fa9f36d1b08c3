package org.xapitck.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test its own simulator on its own port, closed after the test. Put it on a parameter of a
 * test or of a method before it, or on a field; on a static field one simulator serves the whole
 * class.
 *
 * <pre>{@code
 * @Test
 * void myClientSeesTheEnd(@XapiTaskSimulator(frozenAt = "2026-01-01T00:00:00Z") Simulator simulator) {
 *   String task = simulator.startTask("slow");
 *   simulator.advance(Duration.ofSeconds(30));
 *   assertEquals("success", myClient(simulator.uri()).status(task));
 * }
 * }</pre>
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SimulatorExtension.class)
public @interface XapiTaskSimulator {

  /** What it claims to be, see {@link org.xapitck.simulator.release.Release#labels()}. */
  String release() default "24.16";

  /** The moment at which its clock stands still until it is advanced; by default real time. */
  String frozenAt() default "";

  /**
   * Answers to what it does not have itself: files of stubs or the names of those that ship; of two
   * stubs of one name the last counts.
   */
  String[] stubs() default {};

  /** Makes references and uuids the same for the same calls; by default nobody can guess them. */
  long seed() default Long.MIN_VALUE;

  /** The ids of the defects that it has, as in {@link org.xapitck.simulator.fault.Defects}. */
  String[] defects() default {};

  /** The ids of the variants that it has, as in {@link org.xapitck.simulator.fault.Variants}. */
  String[] variants() default {};

  /**
   * Faults that are on from the start, each as JSON in the form of {@code POST /__admin/faults}:
   * {@code {"message": "task.get_status", "count": 2, "error": ["SESSION_INVALID", "x"]}}.
   */
  String[] faults() default {};
}
