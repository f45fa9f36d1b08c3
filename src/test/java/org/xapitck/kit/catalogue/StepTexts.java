package org.xapitck.kit.catalogue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.commons.support.ReflectionSupport;

/** The texts of the step definitions. */
final class StepTexts {
  private StepTexts() {}

  static Set<String> ofGlue() {
    Set<String> texts = new TreeSet<>();
    for (Class<?> type :
        ReflectionSupport.findAllClassesInPackage(
            "org.xapitck.kit.steps", any -> true, any -> true)) {
      for (Method method : type.getDeclaredMethods()) {
        for (Given step : method.getAnnotationsByType(Given.class)) {
          texts.add(step.value());
        }
        for (When step : method.getAnnotationsByType(When.class)) {
          texts.add(step.value());
        }
        for (Then step : method.getAnnotationsByType(Then.class)) {
          texts.add(step.value());
        }
      }
    }
    return texts;
  }
}
