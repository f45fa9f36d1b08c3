package org.xapitck.kit.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;
import org.xapitck.kit.model.Intent;

/**
 * The glossary of the features is what the sources say: the text of each step definition and the
 * begin of its Javadoc, the words of each expectation and theirs. {@code mvn test
 * -Dtest=GlossaryTest -Dglossary.write=true} writes it.
 */
class GlossaryTest {
  private static final Path README = Path.of("../features/README.md");
  private static final Path STEPS = Path.of("main/java/org/xapitck/kit/steps");
  private static final Set<String> KEYWORDS = Set.of("Given", "When", "Then");
  private static final Pattern CODE =
      Pattern.compile("\\{@code ((?:[^{}]|\\{[^{}]*\\})*)\\}", Pattern.DOTALL);

  /** A line of a table: what stands in a feature, and what that means. */
  private record Line(String words, String meaning) {
    String row() {
      return "| `" + words + "` | " + meaning + " |";
    }
  }

  @Test
  void theGlossaryIsMadeFromTheStepDefinitions() throws IOException {
    List<Line> steps = new ArrayList<>();
    for (Class<?> glue : StepDefinitions.GLUE) {
      steps.addAll(lines(STEPS.resolve(glue.getSimpleName() + ".java")));
    }
    assertThat(steps)
        .extracting(Line::words)
        .containsExactlyInAnyOrderElementsOf(new StepDefinitions().texts());
    List<Line> expectations = lines(STEPS.resolve("Expectation.java"));
    assertThat(expectations).isNotEmpty();

    String readme = Files.readString(README);
    String made = with(with(readme, "Step", steps), "Expectation", expectations);
    if (Boolean.getBoolean("glossary.write")) {
      Files.writeString(README, made);
    }
    assertThat(readme).as("features/README.md").isEqualTo(made);
  }

  @Test
  void noStepDefinitionAndNoExpectationIsWithoutAMeaning() throws IOException {
    for (Class<?> glue : StepDefinitions.GLUE) {
      assertThat(lines(STEPS.resolve(glue.getSimpleName() + ".java")))
          .noneMatch(line -> line.meaning().isEmpty());
    }
    assertThat(lines(STEPS.resolve("Expectation.java")))
        .noneMatch(line -> line.meaning().isEmpty());
  }

  @Test
  void noTagOfTheClosedListIsWithoutAMeaning() throws IOException {
    assertThat(Files.readString(README))
        .contains(Stream.of(Intent.values()).map(one -> "| `@" + one.tag() + "` | ").toList());
  }

  @Test
  void noMoreThanSixtyStepTextsCarryTheSuite() {
    assertThat(new StepDefinitions().texts()).hasSizeLessThanOrEqualTo(60);
  }

  /** Cucumber finds its glue by itself; the list that the lint reads must be the same. */
  @Test
  void noStepClassIsMissingFromTheLint() {
    Set<Class<?>> glue = new TreeSet<>((one, other) -> one.getName().compareTo(other.getName()));
    ReflectionSupport.findAllClassesInPackage("org.xapitck.kit.steps", any -> true, any -> true)
        .stream()
        .filter(GlossaryTest::holdsSteps)
        .forEach(glue::add);
    assertThat(StepDefinitions.GLUE).containsExactlyInAnyOrderElementsOf(glue);
  }

  private static boolean holdsSteps(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .anyMatch(
            method ->
                Stream.of(method.getAnnotations())
                    .anyMatch(one -> KEYWORDS.contains(one.annotationType().getSimpleName())));
  }

  /** The text with other rows under the head of a table. */
  private static String with(String text, String head, List<Line> lines) {
    String start = "| " + head + " | Meaning |\n|---|---|\n";
    assertThat(text).containsOnlyOnce(start);
    int from = text.indexOf(start) + start.length();
    int to = text.indexOf("\n\n", from);
    String rows = String.join("\n", lines.stream().map(Line::row).toList());
    return text.substring(0, from) + rows + text.substring(to);
  }

  private static List<Line> lines(Path source) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              ToolProvider.getSystemJavaCompiler()
                  .getTask(null, files, null, List.of(), null, files.getJavaFileObjects(source));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(docs, lines).scan(new TreePath(unit), null);
      }
    }
    return lines;
  }

  /** Finds steps by their annotations, and the constants of an enum by their first argument. */
  private static final class Scanner extends TreePathScanner<Void, Void> {
    private final DocTrees docs;
    private final List<Line> lines;

    private Scanner(DocTrees docs, List<Line> lines) {
      this.docs = docs;
      this.lines = lines;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
        if (KEYWORDS.contains(annotation.getAnnotationType().toString())) {
          add(text(annotation.getArguments().get(0)));
        }
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      if (parent instanceof ClassTree type
          && type.getKind() == Tree.Kind.ENUM
          && variable.getInitializer() instanceof NewClassTree constant
          && constant.getArguments().size() == 1
          && constant.getArguments().get(0) instanceof LiteralTree words) {
        add(words.getValue().toString());
      }
      return null;
    }

    /** Of {@code ("...")} or of {@code (value = "...")}. */
    private static String text(Tree argument) {
      Tree value = argument instanceof AssignmentTree named ? named.getExpression() : argument;
      return ((LiteralTree) value).getValue().toString();
    }

    private void add(String words) {
      String comment = docs.getDocComment(getCurrentPath());
      lines.add(new Line(words, comment == null ? "" : meaning(comment)));
    }

    /** The comment up to its second paragraph, in Markdown. */
    private static String meaning(String comment) {
      String first = comment.split("<p>|(?m)^ *@")[0].strip().replaceAll("\\s+", " ");
      return CODE.matcher(first).replaceAll(found -> "`" + found.group(1).replace("$", "") + "`");
    }
  }
}
