package org.xapitck.kit.catalogue;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.text.Nearest;

/**
 * A choice of requirements in Cucumber's notation. A tag is an id, such as {@code
 * @task.cancel.effect}, or the start of ids up to a dot: {@code @task.cancel} selects everything about a message.
 */
public final class TagExpression {
  private static final Set<String> OPERATORS = Set.of("and", "or", "not");

  private final Expression expression;

  /** Whether a tag more can make it choose less. */
  private final boolean negates;

  private TagExpression(Expression expression, boolean negates) {
    this.expression = expression;
    this.negates = negates;
  }

  /**
   * Reads an expression; an empty one chooses everything.
   *
   * @throws IllegalArgumentException in one sentence, where it cannot be read or holds a tag that
   *     chooses nothing of the catalogue
   */
  public static TagExpression of(String text, Catalogue catalogue) {
    Expression expression;
    try {
      expression = TagExpressionParser.parse(text);
    } catch (TagExpressionException e) {
      throw new IllegalArgumentException(
          "the tag expression \""
              + text
              + "\" cannot be read; write it like @task.cancel.effect or (@a and not @b)");
    }
    Set<String> known =
        new TreeSet<>(tags(catalogue.requirements().stream().map(Requirement::id).toList()));
    List<String> words = List.of(text.split("[\\s()]+"));
    List<String> unknown =
        words.stream()
            .filter(word -> !word.isEmpty() && !OPERATORS.contains(word) && !known.contains(word))
            .distinct()
            .toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "the tags \""
              + text
              + "\" hold "
              + String.join(", ", unknown)
              + ", which is no tag of catalogue "
              + catalogue.version()
              + "; tags are its ids, such as @task.cancel.effect, and their fronts up to a dot,"
              + " such as @task.cancel"
              + Nearest.question(unknown.get(0), known));
    }
    return new TagExpression(expression, words.contains("not"));
  }

  /** Whether it chooses what judges these requirements. */
  public boolean chooses(Collection<String> ids) {
    return expression.evaluate(tags(ids));
  }

  /**
   * Whether it may choose one of several scenarios.
   *
   * @param ids the requirements that they judge together
   */
  public boolean mayChooseAmong(Collection<String> ids) {
    return negates || chooses(ids);
  }

  private static List<String> tags(Collection<String> ids) {
    List<String> tags = new ArrayList<>();
    for (String id : ids) {
      tags.add("@" + id);
      for (int dot = id.indexOf('.'); dot >= 0; dot = id.indexOf('.', dot + 1)) {
        tags.add("@" + id.substring(0, dot));
      }
    }
    return Collections.unmodifiableList(tags);
  }
}
