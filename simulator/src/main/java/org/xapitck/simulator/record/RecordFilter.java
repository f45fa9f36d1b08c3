package org.xapitck.simulator.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Nesting;

/**
 * A filter of the {@code _where} messages: {@code true}, {@code false}, {@code not E}, {@code E and
 * E}, {@code E or E}, {@code (E)} and {@code V = V}, where V is {@code "literal"} or {@code field
 * "name"}.
 *
 * @param <T> what it chooses from
 */
public final class RecordFilter<T> {
  private final Predicate<T> predicate;

  private RecordFilter(Predicate<T> predicate) {
    this.predicate = predicate;
  }

  /**
   * The fields that a filter may name.
   *
   * @param <T> the objects that have them
   */
  @FunctionalInterface
  public interface Fields<T> {
    /** What reads the field of that name in xapi's database, as the text that is stored there. */
    Optional<Function<T, String>> named(String name);
  }

  /**
   * Reads a filter.
   *
   * @param <T> what it chooses from
   * @throws ApiFailure INVALID_VALUE if it is none, INTERNAL_ERROR if it names an unknown field
   */
  public static <T> RecordFilter<T> parse(String text, Fields<T> fields) {
    return new RecordFilter<>(new Parser<>(text, fields).all());
  }

  /** Whether it chooses that object. */
  public boolean matches(T object) {
    return predicate.test(object);
  }

  private static final class Parser<T> {
    private final String text;
    private final Fields<T> fields;
    private int at;
    private int depth;

    Parser(String text, Fields<T> fields) {
      this.text = text;
      this.fields = fields;
    }

    Predicate<T> all() {
      Predicate<T> filter = or();
      if (!peek().isEmpty()) {
        throw unreadable();
      }
      return filter;
    }

    private Predicate<T> or() {
      // a list, not a chain of predicates: a filter of 300 KiB would be a chain of 30,000
      List<Predicate<T>> any = new ArrayList<>(List.of(and()));
      while (accept("or")) {
        any.add(and());
      }
      return object -> any.stream().anyMatch(filter -> filter.test(object));
    }

    private Predicate<T> and() {
      List<Predicate<T>> all = new ArrayList<>(List.of(not()));
      while (accept("and")) {
        all.add(not());
      }
      return object -> all.stream().allMatch(filter -> filter.test(object));
    }

    private Predicate<T> not() {
      if (++depth > Nesting.LIMIT) {
        throw unreadable();
      }
      Predicate<T> filter = negatedOrNot();
      depth--;
      return filter;
    }

    private Predicate<T> negatedOrNot() {
      if (accept("not")) {
        return not().negate();
      }
      if (accept("(")) {
        Predicate<T> inner = or();
        expect(")");
        return inner;
      }
      if (accept("true")) {
        return object -> true;
      }
      if (accept("false")) {
        return object -> false;
      }
      Function<T, String> left = operand();
      expect("=");
      Function<T, String> right = operand();
      return object -> left.apply(object).equals(right.apply(object));
    }

    private Function<T, String> operand() {
      if (accept("field")) {
        String name = literal();
        return fields
            .named(name)
            .orElseThrow(() -> ApiFailure.internalError("missing field", name, ""));
      }
      String literal = literal();
      return object -> literal;
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
