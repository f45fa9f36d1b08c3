package org.xapitck.kit.lint;

import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.cucumberexpressions.CaptureGroupTransformer;
import io.cucumber.cucumberexpressions.CucumberExpressionException;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xapitck.kit.steps.AnswerSteps;
import org.xapitck.kit.steps.CallSteps;
import org.xapitck.kit.steps.ClientsSteps;
import org.xapitck.kit.steps.Does;
import org.xapitck.kit.steps.FieldSteps;
import org.xapitck.kit.steps.FormSteps;
import org.xapitck.kit.steps.LookUpSteps;
import org.xapitck.kit.steps.ParameterTypes;
import org.xapitck.kit.steps.ServerRunSteps;
import org.xapitck.kit.steps.SessionSteps;
import org.xapitck.kit.steps.SharingSteps;
import org.xapitck.kit.steps.StateSteps;
import org.xapitck.kit.steps.TaskSteps;
import org.xapitck.kit.steps.Trait;
import org.xapitck.kit.steps.UnknownWord;
import org.xapitck.kit.steps.WritingSteps;
import org.xapitck.kit.text.Nearest;

/** The step definitions of the kit, as Cucumber reads them. */
final class StepDefinitions {
  /** Named one by one: looking through the jar for them would cost each run its time. */
  static final List<Class<?>> GLUE =
      List.of(
          TaskSteps.class,
          WritingSteps.class,
          ServerRunSteps.class,
          LookUpSteps.class,
          CallSteps.class,
          SessionSteps.class,
          AnswerSteps.class,
          FieldSteps.class,
          FormSteps.class,
          StateSteps.class,
          SharingSteps.class,
          ClientsSteps.class);

  private final List<Definition> definitions = new ArrayList<>();

  private record Definition(String text, Expression expression, List<Does> does) {}

  /**
   * A step of a feature with what it means.
   *
   * @param arguments the words that stand for parameters
   * @param traits what the step does that its scenario has to say or to prepare
   */
  record Match(List<String> arguments, Set<Trait> traits) {}

  StepDefinitions() {
    ParameterTypeRegistry types = new ParameterTypeRegistry(Locale.ENGLISH);
    ParameterTypes maker = new ParameterTypes();
    for (Method method : ParameterTypes.class.getDeclaredMethods()) {
      Optional.ofNullable(method.getAnnotation(io.cucumber.java.ParameterType.class))
          .ifPresent(type -> types.defineParameterType(type(method, type.value(), maker)));
    }
    ExpressionFactory expressions = new ExpressionFactory(types);
    for (Class<?> glue : GLUE) {
      for (Method method : glue.getDeclaredMethods()) {
        List<Does> does = List.of(method.getAnnotationsByType(Does.class));
        texts(method)
            .map(text -> new Definition(text, expressions.createExpression(text), does))
            .forEach(definitions::add);
      }
    }
  }

  private static ParameterType<?> type(Method method, String form, ParameterTypes maker) {
    return new ParameterType<>(
        method.getName(),
        form,
        Object.class,
        (CaptureGroupTransformer<Object>) words -> made(method, maker, words[0]));
  }

  private static Object made(Method method, ParameterTypes maker, String words) {
    try {
      return method.invoke(maker, words);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> texts(Method method) {
    return Stream.of(
            Arrays.stream(method.getAnnotationsByType(Given.class)).map(Given::value),
            Arrays.stream(method.getAnnotationsByType(When.class)).map(When::value),
            Arrays.stream(method.getAnnotationsByType(Then.class)).map(Then::value))
        .flatMap(texts -> texts);
  }

  /** The step texts, parameters in braces. */
  List<String> texts() {
    return definitions.stream().map(Definition::text).toList();
  }

  /**
   * Finds the definition of a step and reads its words.
   *
   * @throws UnknownStep where there is none, or more than one
   * @throws UnknownWord where a word is none that may stand there
   */
  Match match(String step) {
    List<Match> matches = new ArrayList<>();
    for (Definition definition : definitions) {
      List<Argument<?>> found = definition.expression().match(step);
      if (found != null) {
        matches.add(match(definition, found));
      }
    }
    if (matches.size() > 1) {
      throw new UnknownStep("\"" + step + "\" is more than one step");
    }
    if (matches.isEmpty()) {
      throw new UnknownStep(
          "\"" + step + "\" is no step; nearest: " + Nearest.of(step, texts()).orElseThrow());
    }
    return matches.get(0);
  }

  private static Match match(Definition definition, List<Argument<?>> found) {
    found.forEach(StepDefinitions::read);
    List<String> words = found.stream().map(argument -> argument.getGroup().getValue()).toList();
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    for (Does does : definition.does()) {
      if (does.where().length == 0 || Stream.of(does.where()).anyMatch(words::contains)) {
        traits.add(does.value());
      }
    }
    return new Match(words, traits);
  }

  private static void read(Argument<?> argument) {
    try {
      argument.getValue();
    } catch (CucumberExpressionException e) {
      throw e.getCause() instanceof UnknownWord unknown ? unknown : e;
    }
  }

  /** A feature holds a step that the kit does not have. */
  static final class UnknownStep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnknownStep(String message) {
      super(message);
    }
  }
}
