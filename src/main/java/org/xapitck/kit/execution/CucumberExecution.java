package org.xapitck.kit.execution;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;

import io.cucumber.junit.platform.engine.Constants;
import io.cucumber.junit.platform.engine.CucumberTestEngine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.UriSelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.scenario.ScenarioContextLoader;

/** Finds some scenarios of one wire on the JUnit Platform, then runs them once. */
public final class CucumberExecution {
  private final Launcher launcher;
  private final TestPlan plan;

  /**
   * The chosen scenarios, but for those that run after the others.
   *
   * @param features where they are, by path below the folder of features; empty for all
   */
  static CucumberExecution chosen(
      Selection selection, List<String> features, int threads, OptionalLong seed) {
    // the package selector alone finds features in a folder and in the shaded jar
    List<? extends DiscoverySelector> places =
        features.isEmpty()
            ? List.of(selectPackage("features"))
            : features.stream().map(one -> selectUri("classpath:/features/" + one)).toList();
    return new CucumberExecution(
        request -> request.selectors(places).filters(selection), threads, seed);
  }

  /**
   * Scenarios that run after the others; empty where there are none.
   *
   * @param chosen those that the selection put off when the others were found
   */
  static Optional<CucumberExecution> later(Set<UniqueId> chosen, int threads, OptionalLong seed) {
    return chosen.isEmpty() ? Optional.empty() : Optional.of(of(chosen, threads, seed));
  }

  private static CucumberExecution of(Set<UniqueId> chosen, int threads, OptionalLong seed) {
    // by feature: for each id selected by itself Cucumber would open and index the whole jar again
    List<UriSelector> features =
        chosen.stream()
            .flatMap(id -> id.getSegments().stream())
            .filter(segment -> segment.getType().equals("feature"))
            .map(UniqueId.Segment::getValue)
            .distinct()
            .map(DiscoverySelectors::selectUri)
            .toList();
    PostDiscoveryFilter onlyChosen =
        found ->
            FilterResult.includedIf(found.isContainer() || chosen.contains(found.getUniqueId()));
    return new CucumberExecution(
        request -> request.selectors(features).filters(onlyChosen), threads, seed);
  }

  private CucumberExecution(
      Consumer<LauncherDiscoveryRequestBuilder> choice, int threads, OptionalLong seed) {
    launcher =
        LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new CucumberTestEngine())
                .build());
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .enableImplicitConfigurationParameters(false)
            .configurationParameter(Constants.GLUE_PROPERTY_NAME, "org.xapitck.kit.steps")
            .configurationParameter(Constants.PLUGIN_PROPERTY_NAME, RunPlugin.class.getName())
            .configurationParameter(Constants.PLUGIN_PUBLISH_ENABLED_PROPERTY_NAME, "false")
            .configurationParameter(Constants.PLUGIN_PUBLISH_QUIET_PROPERTY_NAME, "true")
            .configurationParameter(
                Constants.PARALLEL_EXECUTION_ENABLED_PROPERTY_NAME, String.valueOf(threads > 1))
            .configurationParameter(Constants.PARALLEL_CONFIG_STRATEGY_PROPERTY_NAME, "fixed")
            .configurationParameter(
                Constants.PARALLEL_CONFIG_FIXED_PARALLELISM_PROPERTY_NAME, String.valueOf(threads))
            .configurationParameter(
                Constants.PARALLEL_CONFIG_FIXED_MAX_POOL_SIZE_PROPERTY_NAME,
                String.valueOf(threads));
    choice.accept(request);
    seed.ifPresent(
        number ->
            request
                .configurationParameter(Constants.EXECUTION_ORDER_PROPERTY_NAME, "random")
                .configurationParameter(
                    Constants.EXECUTION_ORDER_RANDOM_SEED_PROPERTY_NAME, String.valueOf(number)));
    plan = launcher.discover(request.build());
  }

  /**
   * A scenario that will run.
   *
   * @param requirements ids of what it judges, sorted
   * @param name the feature and the scenario, examples filled in
   */
  public record Found(List<String> requirements, String name) {}

  /** The scenarios, examples counted, in the order of the features. */
  List<Found> found() {
    List<Found> found = new ArrayList<>();
    plan.getRoots().forEach(root -> collect(root, "", found));
    return found;
  }

  private void collect(TestIdentifier node, String feature, List<Found> found) {
    if (node.isTest()) {
      found.add(
          new Found(
              Intent.requirements(node.getTags().stream().map(TestTag::getName).sorted().toList()),
              feature + ": " + node.getDisplayName().replaceFirst("^Example #[0-9.]+: ", "")));
    }
    boolean isFeature =
        plan.getParent(node).filter(parent -> plan.getRoots().contains(parent)).isPresent();
    String inside = isFeature ? node.getDisplayName() : feature;
    plan.getChildren(node).stream()
        .sorted(Comparator.comparing(TestIdentifier::getUniqueId))
        .forEach(child -> collect(child, inside, found));
  }

  /** How many scenarios, examples counted, will run. */
  long size() {
    return plan.countTestIdentifiers(TestIdentifier::isTest);
  }

  /** Runs the scenarios; returns when the last has ended. */
  public void run(ScenarioContextLoader scenarioContext) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(scenarioContext);
    try {
      Breakdown breakdown = new Breakdown();
      // not by LauncherExecutionRequest, which JUnit 5.14 does not have
      launcher.execute(plan, breakdown);
      breakdown.tell();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Where Cucumber itself breaks down, no scenario ends and no plugin hears of it; the platform
   * does.
   */
  private static final class Breakdown implements TestExecutionListener {
    private final AtomicReference<Throwable> cause = new AtomicReference<>();

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
      if (identifier.isContainer()) {
        result.getThrowable().ifPresent(thrown -> cause.compareAndSet(null, thrown));
      }
    }

    void tell() {
      if (cause.get() != null) {
        throw new IllegalStateException(
            "Cucumber broke down: " + cause.get().getMessage(), cause.get());
      }
    }
  }
}
