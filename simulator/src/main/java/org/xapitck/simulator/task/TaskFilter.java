package org.xapitck.simulator.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Nesting;

/**
 * A filter of the {@code _where} messages: {@code true}, {@code false}, {@code not E}, {@code E and
 * E}, {@code E or E}, {@code (E)} and {@code V = V}, where V is {@code "literal"} or {@code field
 * "name"}.
 */
final class TaskFilter {
  private final Predicate<Task> predicate;

  private TaskFilter(Predicate<Task> predicate) {
    this.predicate = predicate;
  }

  /**
   * Reads a filter.
   *
   * @throws ApiFailure INVALID_VALUE if it is none, INTERNAL_ERROR if it names an unknown field
   */
  static TaskFilter parse(String text) {
    return new TaskFilter(new Parser(text).all());
  }

  boolean matches(Task task) {
    return predicate.test(task);
  }

  private static final class Parser {
    private final String text;
    private int at;
    private int depth;

    Parser(String text) {
      this.text = text;
    }

    Predicate<Task> all() {
      Predicate<Task> filter = or();
      if (!peek().isEmpty()) {
        throw unreadable();
      }
      return filter;
    }

    private Predicate<Task> or() {
      // a list, not a chain of predicates: a filter of 300 KiB would be a chain of 30,000
      List<Predicate<Task>> any = new ArrayList<>(List.of(and()));
      while (accept("or")) {
        any.add(and());
      }
      return task -> any.stream().anyMatch(filter -> filter.test(task));
    }

    private Predicate<Task> and() {
      List<Predicate<Task>> all = new ArrayList<>(List.of(not()));
      while (accept("and")) {
        all.add(not());
      }
      return task -> all.stream().allMatch(filter -> filter.test(task));
    }

    private Predicate<Task> not() {
      if (++depth > Nesting.LIMIT) {
        throw unreadable();
      }
      Predicate<Task> filter = negatedOrNot();
      depth--;
      return filter;
    }

    private Predicate<Task> negatedOrNot() {
      if (accept("not")) {
        return not().negate();
      }
      if (accept("(")) {
        Predicate<Task> inner = or();
        expect(")");
        return inner;
      }
      if (accept("true")) {
        return task -> true;
      }
      if (accept("false")) {
        return task -> false;
      }
      Function<Task, String> left = operand();
      expect("=");
      Function<Task, String> right = operand();
      return task -> left.apply(task).equals(right.apply(task));
    }

    private Function<Task, String> operand() {
      if (accept("field")) {
        String name = literal();
        TaskField field =
            TaskField.inDatabase(name)
                .orElseThrow(() -> ApiFailure.internalError("missing field", name, ""));
        return field::stored;
      }
      String literal = literal();
      return task -> literal;
    }

    private String literal() {
      String token = peek();
      if (token.length() < 2 || "\"'".indexOf(token.charAt(0)) < 0) {
        throw unreadable();
      }
      at += token.length();
      return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private boolean accept(String token) {
      if (!peek().toLowerCase(Locale.ROOT).equals(token)) {
        return false;
      }
      at += token.length();
      return true;
    }

    private void expect(String token) {
      if (!accept(token)) {
        throw unreadable();
      }
    }

    /** The next token, left where it is; empty at the end. */
    private String peek() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      int end = at;
      if (at < text.length() && "\"'".indexOf(text.charAt(at)) >= 0) {
        end = endOfLiteral();
      } else if (at < text.length() && "()=".indexOf(text.charAt(at)) >= 0) {
        end = at + 1;
      } else {
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
        if (end == at && at < text.length()) {
          throw unreadable();
        }
      }
      return text.substring(at, end);
    }

    private int endOfLiteral() {
      char quote = text.charAt(at);
      for (int end = at + 1; end < text.length(); end++) {
        if (text.charAt(end) == '\\') {
          end++;
        } else if (text.charAt(end) == quote) {
          return end + 1;
        }
      }
      throw unreadable();
    }

    private ApiFailure unreadable() {
      return ApiFailure.invalidValue(text, "Db_filter.Expression_error(_)");
    }
  }
}
