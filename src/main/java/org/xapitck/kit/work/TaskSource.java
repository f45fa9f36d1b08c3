package org.xapitck.kit.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.TaskClass;

/**
 * A message that starts work on the server and answers with its task, such as {@code
 * Async.VM.clone}.
 *
 * @param message its full name
 * @param words what follows the session, as the user wrote it
 */
public record TaskSource(String message, List<String> words) {
  /** Stands for a reference of a host of the server. */
  public static final String HOST = "{host}";

  /** Without the prefix the work is done before the answer, which then names no task. */
  private static final Pattern NAME =
      Pattern.compile("(?:Internal)?Async[.](?<class>[A-Za-z]\\w*)(?:[.]\\w+)+");

  /** Such a call could change the task of another client, or close the kit's own sessions. */
  private static final Set<String> FORBIDDEN = Set.of(TaskClass.NAME, "session", "event");

  private static final Pattern FRACTION = Pattern.compile("-?\\d{1,15}\\.\\d{1,15}");

  /**
   * A list or map ends at the last sign of its kind that a blank or the end of the line follows.
   */
  private static final Pattern WORD =
      Pattern.compile("\\{.*?\\}(?=\\s|$)|\\[.*?\\](?=\\s|$)|\"(?:[^\"\\\\]|\\\\.)*\"|\\S+");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public TaskSource {
    words = List.copyOf(words);
  }

  /**
   * The source of these words, the message first.
   *
   * @throws BadConfiguration where they cannot be one
   */
  public static TaskSource of(List<String> words) {
    String message = words.isEmpty() ? "" : words.get(0);
    Matcher name = NAME.matcher(message);
    if (!name.matches()) {
      throw new BadConfiguration(
          "--task-source "
              + message
              + ": not a message that answers with a task, such as Async.VM.clone, with what follows"
              + " the session behind it");
    }
    if (FORBIDDEN.contains(name.group("class").toLowerCase(Locale.ROOT))) {
      throw new BadConfiguration(
          "--task-source "
              + message
              + ": a message of this class could harm tasks or sessions that are not the source's;"
              + " allowed is any class but "
              + String.join(", ", new TreeSet<>(FORBIDDEN)));
    }
    TaskSource source = new TaskSource(message, words.subList(1, words.size()));
    source.arguments("");
    return source;
  }

  /** The words of a line: what stands between blanks outside of quotes, lists and maps. */
  public static List<String> words(String line) {
    return WORD.matcher(line).results().map(MatchResult::group).toList();
  }

  /** Whether a host has to be known. */
  public boolean needsHost() {
    return words.contains(HOST);
  }

  /**
   * What follows the session: a text as it stands, but for {@code true}, {@code false}, a number
   * with a point, and a list, map or text in JSON. Whole numbers stay texts, as the API has them.
   *
   * @param host takes the place of {@link #HOST}
   * @throws BadConfiguration for a list or map that is no JSON
   */
  public List<Object> arguments(String host) {
    List<Object> arguments = new ArrayList<>();
    for (String word : words) {
      arguments.add(word.equals(HOST) ? host : value(word));
    }
    return arguments;
  }

  private Object value(String word) {
    if (word.startsWith("{") || word.startsWith("[") || word.startsWith("\"")) {
      return json(word);
    }
    if (word.equals("true") || word.equals("false")) {
      return Boolean.valueOf(word);
    }
    return FRACTION.matcher(word).matches() ? Double.valueOf(word) : word;
  }

  private Object json(String word) {
    try {
      Object value = JSON.readValue(word, Object.class);
      if (isSendable(value)) {
        return value;
      }
      throw new BadConfiguration(
          "--task-source "
              + message
              + ": "
              + AnswerText.shortened(word)
              + " holds what no wire has a form for; allowed are texts, numbers, true, false, lists"
              + " and maps");
    } catch (JsonProcessingException e) {
      throw new BadConfiguration(
          "--task-source " + message + ": " + AnswerText.shortened(word) + " is no JSON");
    }
  }

  private static boolean isSendable(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().allMatch(TaskSource::isSendable);
    }
    if (value instanceof List<?> list) {
      return list.stream().allMatch(TaskSource::isSendable);
    }
    return value instanceof String
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Double number && Double.isFinite(number);
  }

  /** A line that means these words, which a shell took apart. */
  public static String line(List<String> words) {
    return words.stream().map(TaskSource::quoted).collect(Collectors.joining(" "));
  }

  /** As a line of which {@link #words} makes the same source again. */
  @Override
  public String toString() {
    return line(Stream.concat(Stream.of(message), words.stream()).toList());
  }

  /** A shell hands over words with blanks in them, which a line can only have in quotes. */
  private static String quoted(String word) {
    if (words(word).equals(List.of(word))) {
      return word;
    }
    try {
      return JSON.writeValueAsString(word);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a text is always JSON", e);
    }
  }
}
