package org.xapitck.kit.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import io.cucumber.junit.platform.engine.Constants;
import io.cucumber.junit.platform.engine.CucumberTestEngine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Cucumber's dry run finds every step that is undefined or ambiguous. */
class GlueTest {

  @Test
  void noStepIsUndefinedOrAmbiguous() {
    TestExecutionSummary summary = dryRun("org.xapitck.kit.steps");
    assertThat(summary.getTestsFoundCount()).isGreaterThan(500);
    assertThat(failures(summary)).isEmpty();
  }

  @Test
  void aMissingGlueIsNotedByTheSameCheck() {
    assertThat(failures(dryRun("org.xapitck.kit.verdict"))).isNotEmpty();
  }

  private static List<String> failures(TestExecutionSummary summary) {
    return summary.getFailures().stream()
        .map(f -> f.getTestIdentifier().getDisplayName() + ": " + f.getException().getMessage())
        .toList();
  }

  private static TestExecutionSummary dryRun(String glue) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .addTestEngines(new CucumberTestEngine())
                .build())
        .execute(
            LauncherExecutionRequestBuilder.request(
                    LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectPackage("features"))
                        .enableImplicitConfigurationParameters(false)
                        .configurationParameter(Constants.GLUE_PROPERTY_NAME, glue)
                        .configurationParameter(Constants.EXECUTION_DRY_RUN_PROPERTY_NAME, "true")
                        .configurationParameter(
                            Constants.PLUGIN_PUBLISH_QUIET_PROPERTY_NAME, "true")
                        .build())
                .listeners(listener)
                .build());
    return listener.getSummary();
  }
}
