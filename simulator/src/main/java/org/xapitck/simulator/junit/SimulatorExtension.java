package org.xapitck.simulator.junit;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.admin.Admin;
import org.xapitck.simulator.cli.StubsFile;
import org.xapitck.simulator.cli.UsageException;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.fault.UnknownSeed;
import org.xapitck.simulator.fault.live.FaultRule;
import org.xapitck.simulator.record.Ids;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.stub.Stubs;

/** What {@link XapiTaskSimulator} does: starts simulators and closes each where it was started. */
final class SimulatorExtension
    implements ParameterResolver,
        BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SimulatorExtension.class);

  /** The simulators of one test or class. */
  private static final class Started {
    private final List<Simulator> simulators = new ArrayList<>();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(XapiTaskSimulator.class)
        && parameter.getParameter().getType() == Simulator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    XapiTaskSimulator wanted = parameter.findAnnotation(XapiTaskSimulator.class).orElseThrow();
    try {
      return start(wanted, context);
    } catch (IOException e) {
      throw new ParameterResolutionException("the simulator cannot be started", e);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    fill(context, null);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      fill(context, instance);
    }
  }

  /** Fills the annotated fields: of an instance, or the static ones if there is none. */
  private static void fill(ExtensionContext context, Object instance) throws Exception {
    Class<?> type = instance == null ? context.getRequiredTestClass() : instance.getClass();
    for (Field field : AnnotationSupport.findAnnotatedFields(type, XapiTaskSimulator.class)) {
      if (Modifier.isStatic(field.getModifiers()) == (instance == null)) {
        if (!field.trySetAccessible() || field.getType() != Simulator.class) {
          throw new IllegalStateException(field + " must be a Simulator that can be set");
        }
        field.set(instance, start(field.getAnnotation(XapiTaskSimulator.class), context));
      }
    }
  }

  private static Simulator start(XapiTaskSimulator wanted, ExtensionContext context)
      throws IOException {
    // first, so that a wrong one leaves no simulator behind
    List<FaultRule> faults = Stream.of(wanted.faults()).map(Admin::fault).toList();
    Simulator simulator = Simulator.start(options(wanted));
    faults.forEach(simulator.control().faults()::add);
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    // asked of this store alone: a test must not close what its class has started
    Started started = store.remove(Started.class, Started.class);
    started = started == null ? new Started() : started;
    started.simulators.add(simulator);
    store.put(Started.class, started);
    return simulator;
  }

  private static SimulatorOptions options(XapiTaskSimulator wanted) {
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withRelease(
                Release.named(wanted.release())
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "unknown release "
                                    + wanted.release()
                                    + "; allowed are "
                                    + Release.labels())));
    try {
      options = options.withSeeds(Seeds.of(List.of(wanted.defects()), List.of(wanted.variants())));
    } catch (UnknownSeed unknown) {
      throw new IllegalArgumentException(unknown.getMessage(), unknown);
    }
    if (!wanted.frozenAt().isEmpty()) {
      options = options.withClock(SimulatorClock.frozen(Instant.parse(wanted.frozenAt())));
    }
    options = options.withStubs(stubs(wanted));
    return wanted.seed() == Long.MIN_VALUE ? options : options.withIds(Ids.seeded(wanted.seed()));
  }

  private static Stubs stubs(XapiTaskSimulator wanted) {
    Stubs stubs = Stubs.NONE;
    for (String file : wanted.stubs()) {
      try {
        stubs = stubs.plus(StubsFile.read(Path.of(file)).stubs());
      } catch (UsageException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
    }
    return stubs;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close(context);
  }

  private static void close(ExtensionContext context) {
    Started started = context.getStore(NAMESPACE).remove(Started.class, Started.class);
    if (started != null) {
      started.simulators.forEach(Simulator::close);
    }
  }
}
