package org.xapitck.kit.steps;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xapitck.kit.scenario.SampleTexts;

/**
 * What a field should hold, in the closed language of the glossary. {@link ExpectationJudge}
 * compares what a server gave with it.
 */
public sealed interface Expectation {

  /** The expectation as people read it. */
  String words();

  /**
   * Reads an expectation.
   *
   * @throws UnknownWord where the words are no expectation
   */
  static Expectation of(String words) {
    return Stream.<Optional<? extends Expectation>>of(
            Named.of(words), Text.of(words), Number.of(words), NearNow.of(words), OneOf.of(words))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new UnknownWord("no expectation", words, known()));
  }

  /** What may stand in a feature, the forms with what is to be filled in as a capital letter. */
  private static Set<String> known() {
    Set<String> known = new TreeSet<>(SampleTexts.names());
    Arrays.stream(Named.values()).map(Named::words).forEach(known::add);
    Collections.addAll(
        known,
        "one of \"A\", \"B\"",
        "N within T",
        "within N minutes of now",
        "within N hours of now");
    return known;
  }

  /** An expectation that has a name. */
  enum Named implements Expectation {
    /** Exactly as it was before the When, when the scenario noted it. */
    UNCHANGED("unchanged"),

    /** A text, set or map without content. */
    EMPTY("empty"),

    /** A text, set or map with content. */
    NOT_EMPTY("not empty"),

    /** The reference that names no object. */
    NULL_REFERENCE("the null reference"),

    /** A reference of {@code host.get_all}; any except the null one if the server has no hosts. */
    KNOWN_HOST("a known host"),

    /** A uuid in its usual form. */
    UUID("a uuid"),

    /** Of the type that the catalogue gives the field; each value of an enum is one of the enum. */
    OF_ITS_TYPE("of its type"),

    /** The same value from the getter as in the record. */
    AS_IN_ITS_RECORD("as in its record"),

    /** The elements of error_info in the order in which they were last set. */
    IN_THE_ORDER_GIVEN("in the order given"),

    /** Not before the task's created; the epoch is accepted. */
    NOT_BEFORE_CREATED("not before its created"),

    /**
     * Of current_operations: every value is cancel or destroy, and one is cancel. Not applicable if
     * no value is, or if the task is gone.
     */
    CANCEL_IF_SHOWN("cancel, if it shows any"),

    /** The same for destroy. */
    DESTROY_IF_SHOWN("destroy, if it shows any"),

    /** The status is pending; not applicable if the server has ended the task. */
    PENDING_STILL("pending still"),

    /**
     * Another time than that of the first task that the run made on this wire; not applicable
     * within two seconds of it.
     */
    NOT_THAT_OF_THE_FIRST("not that of the run's first task"),

    /** The status that the server's task was seen to end with. */
    AS_IT_ENDED("as it ended"),

    /** The status of the server's task becomes final within the patience that the user grants. */
    FINAL_IN_THE_END("final in the end"),

    /** Between the begin of the server's task and now, by the server's clock. */
    IN_ITS_LIFE("between its created and now"),

    /** Empty, or a value of the API as text. */
    EMPTY_OR_ENCODED("empty or an encoded value"),

    /** No task that names this one in its subtask_of is missing. */
    EVERY_PART("every task that names it in subtask_of"),

    /** Each of these tasks names this one in its subtask_of. */
    ONLY_PARTS("only tasks that name it in subtask_of");

    private final String words;

    Named(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }

    private static Optional<Named> of(String words) {
      return Arrays.stream(values()).filter(one -> one.words.equals(words)).findFirst();
    }
  }

  /**
   * Exactly this text, which the words quote or name.
   *
   * @param text the text itself
   */
  record Text(String words, String text) implements Expectation {
    private static Optional<Text> of(String words) {
      return SampleTexts.find(words).map(text -> new Text(words, text));
    }
  }

  /**
   * A number: {@code 0.25}, {@code 0.1 within 1e-15}.
   *
   * @param value the number itself
   * @param relative how far the other may be off, as a part of the number
   */
  record Number(String words, double value, double relative) implements Expectation {
    private static final String FORM = "-?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?";
    private static final Pattern WORDS =
        Pattern.compile("(" + FORM + ")(?: within (" + FORM + "))?");

    private static Optional<Number> of(String words) {
      Matcher matcher = WORDS.matcher(words);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      double relative = matcher.group(2) == null ? 0 : Double.parseDouble(matcher.group(2));
      return Optional.of(new Number(words, Double.parseDouble(matcher.group(1)), relative));
    }

    /** Whether the words are a number alone. */
    static boolean isOne(String words) {
      return words.matches(FORM);
    }
  }

  /**
   * A time: {@code within 5 minutes of now}, {@code within 48 hours of now}.
   *
   * @param most how far before or after
   */
  record NearNow(String words, Duration most) implements Expectation {
    private static final Pattern WORDS = Pattern.compile("within (\\d+) (minutes|hours) of now");

    private static Optional<NearNow> of(String words) {
      Matcher matcher = WORDS.matcher(words);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      int amount = Integer.parseInt(matcher.group(1));
      boolean minutes = matcher.group(2).equals("minutes");
      return Optional.of(
          new NearNow(words, minutes ? Duration.ofMinutes(amount) : Duration.ofHours(amount)));
    }
  }

  /**
   * One of several texts, quoted or named: {@code one of "success", "failure"}.
   *
   * @param texts the texts themselves
   */
  record OneOf(String words, List<String> texts) implements Expectation {
    private static final String PART = "\"[^\"]*\"|[^\", ][^\",]*";
    private static final Pattern WORDS =
        Pattern.compile("one of ((?:" + PART + ")(?:, (?:" + PART + "))+)");

    private static Optional<OneOf> of(String words) {
      Matcher matcher = WORDS.matcher(words);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      List<Optional<String>> texts =
          Pattern.compile(PART)
              .matcher(matcher.group(1))
              .results()
              .map(found -> SampleTexts.find(found.group()))
              .toList();
      return texts.stream().allMatch(Optional::isPresent)
          ? Optional.of(new OneOf(words, texts.stream().flatMap(Optional::stream).toList()))
          : Optional.empty();
    }
  }
}
