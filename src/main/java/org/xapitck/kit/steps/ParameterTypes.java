package org.xapitck.kit.steps;

import io.cucumber.java.ParameterType;
import org.xapitck.kit.model.PublishedType;
import org.xapitck.kit.model.RequestForm;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.TaskOutcome;
import org.xapitck.kit.scenario.SampleTexts;

/** The words that stand in braces in the glossary. */
public final class ParameterTypes {

  /** One of the six roles. */
  @ParameterType("read-only|vm-operator|vm-admin|vm-power-admin|pool-operator|pool-admin")
  public Role role(String word) {
    return Role.of(word).orElseThrow();
  }

  /** One of the forms in which a request can be written; {@code " to "} stands in none. */
  @ParameterType(".+?")
  public RequestForm form(String words) {
    return RequestForm.of(words)
        .orElseThrow(() -> new UnknownWord("no form", words, RequestForm.names()));
  }

  /** A value of the enum task_status_type. */
  @ParameterType("pending|success|failure|cancelling|cancelled")
  public String status(String word) {
    return word;
  }

  /** Whose field is read. */
  @ParameterType("its|an unknown task's")
  public String whose(String words) {
    return words;
  }

  /** A field of the class; both names together where create is given both. */
  @ParameterType("[a-z_]+(?: and [a-z_]+)?")
  public String field(String word) {
    return word;
  }

  /** A message of the class, without the class. */
  @ParameterType("[a-z_]+")
  public String message(String word) {
    return word;
  }

  /** A message that reads, or {@code each getter} that the release has. */
  @ParameterType("[a-z_]+|each getter")
  public String reading(String words) {
    return words;
  }

  /** A quotation, the name of a text, or a number. */
  @ParameterType("\"[^\"]*\"|[^\"]+")
  public Text text(String words) {
    return Expectation.Number.isOne(words)
        ? new Text(words)
        : SampleTexts.find(words)
            .map(Text::new)
            .orElseThrow(() -> new UnknownWord("no text", words, SampleTexts.names()));
  }

  /**
   * A text of a scenario.
   *
   * @param value with names and quotation marks resolved
   */
  public record Text(String value) {}

  /** What is wrong with a call's parameters. */
  @ParameterType("a parameter missing|a parameter too many|a value of the wrong type")
  public Fault fault(String words) {
    return switch (words) {
      case "a parameter missing" -> Fault.MISSING;
      case "a parameter too many" -> Fault.TOO_MANY;
      default -> Fault.WRONG_TYPE;
    };
  }

  /** Faults of a call's parameters. */
  public enum Fault {
    MISSING,
    TOO_MANY,
    WRONG_TYPE
  }

  /** Why there is no such task. */
  @ParameterType("never existed|was destroyed")
  public String absence(String words) {
    return words;
  }

  /** A session that does not count. */
  @ParameterType("an unknown session|a logged-out session|an empty session")
  public String session(String words) {
    return words;
  }

  /** Texts that might be taken for something else. */
  @ParameterType("lookalikes|white space|joined signs|rare characters|carriage returns")
  public TextGroup texts(String words) {
    return TextGroup.of(words);
  }

  /** How many entries a list or a map gets, and how. */
  @ParameterType("(?:0|1|2|3|10|100) entries(?:, one by one)?")
  public Size size(String words) {
    return new Size(
        Integer.parseInt(words.substring(0, words.indexOf(' '))), words.endsWith("one by one"));
  }

  /**
   * A number of entries.
   *
   * @param oneByOne whether each is added by a call of its own
   */
  public record Size(int count, boolean oneByOne) {}

  /** What leads to a task, and how it is spoilt. */
  @ParameterType("its reference|its uuid|its name_label|a session of mine")
  public String handle(String words) {
    return words;
  }

  /** How a text differs from the right one. */
  @ParameterType(
      "with another last character|with another character in the middle"
          + "|with another first character|with a letter in another case|in another case"
          + "|with a blank after it|without its last character|with one character more")
  public NearMiss change(String words) {
    return NearMiss.of(words);
  }

  /** Who looks at a task beside the speaker. */
  @ParameterType("another session|another wire|read-only")
  public String reader(String words) {
    return words;
  }

  /** What somebody else reads. */
  @ParameterType(
      "what I read and lists it|what I read, also among all|each of four results as I set it")
  public String sight(String words) {
    return words;
  }

  /** An error code of the API. */
  @ParameterType("[A-Z][A-Z_]+")
  public String code(String word) {
    return word;
  }

  /** What an error tells. */
  @ParameterType(
      "the class and the reference|the class and the uuid|the session|the message|the permission")
  public String named(String words) {
    return words;
  }

  /** Whether an answer holds the task. */
  @ParameterType("contains it|leaves it out|is it alone|is it|is empty")
  public String finding(String words) {
    return words;
  }

  /** What an answer is. */
  @ParameterType("success|refusal")
  public String kind(String word) {
    return word;
  }

  /** One of the scenario's two tasks. */
  @ParameterType("it|the other task")
  public Whom whom(String words) {
    return words.equals("it") ? Whom.IT : Whom.THE_OTHER_TASK;
  }

  /** The tasks of a scenario. */
  public enum Whom {
    IT,
    THE_OTHER_TASK
  }

  /** How a task is ended. */
  @ParameterType("cancel|destroy")
  public String ending(String word) {
    return word;
  }

  /** What a task that the server runs comes to. */
  @ParameterType("runs|ended|succeeded|failed|has subtasks")
  public TaskOutcome outcome(String words) {
    return TaskOutcome.of(words);
  }

  /** Into a session or out of it. */
  @ParameterType("in|in as an unknown user|in to an account with a wrong password|out")
  public String passage(String words) {
    return words;
  }

  /** A type in the page's words. */
  @ParameterType(".+")
  public PublishedType type(String words) {
    return PublishedType.of(words);
  }

  /** What a field should hold; see {@link Expectation}. */
  @ParameterType(".+")
  public Expectation expectation(String words) {
    return Expectation.of(words);
  }

  /** What each of several clients does. */
  @ParameterType(
      "add five keys of their own|add one key with a value of their own"
          + "|set its progress to a value of their own|create a task|create a task with one label"
          + "|read their own task|destroy it")
  public Deed deed(String words) {
    return Deed.of(words);
  }

  /** How many of the calls of several clients succeed. */
  @ParameterType("exactly one call|at least one call")
  public Quota quota(String words) {
    return words.startsWith("exactly") ? Quota.EXACTLY : Quota.AT_LEAST;
  }

  /** Whether one success is all that may be. */
  public enum Quota {
    EXACTLY,
    AT_LEAST
  }

  /** What a field holds after several clients wrote it. */
  @ParameterType("what the clients added|what one of the clients set")
  public String gift(String words) {
    return words;
  }

  /** What each of several clients came to. */
  @ParameterType(
      "has a task of its own|finds its task with those of the others"
          + "|got the answers to its own calls")
  public String gain(String words) {
    return words;
  }

  /** Id of a requirement of a wire's form. */
  @ParameterType("wire\\.[a-z0-9_.]+")
  public String rule(String word) {
    return word;
  }
}
