package org.xapitck.kit.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A message that starts work on the server and answers with the task of it, such as {@code
 * Async.VM.clone}.
 *
 * @param message its full name
 * @param words what follows the session, as the user wrote it
 */
public record TaskSource(String message, List<String> words) {
  /** Stands for a reference of a host of the server. */
  public static final String HOST = "{host}";

  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*([.]\\w+)+");

  /** Such a call could change the task of another client, and nothing would hold it back. */
  private static final Pattern OF_CLASS_TASK = Pattern.compile("(\\w+[.])?(?i:task)[._].*");

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
    if (!NAME.matcher(message).matches()) {
      throw new BadConfiguration(
          "--task-source "
              + message
              + ": not the name of a message, such as Async.VM.clone, with what follows the session"
              + " behind it");
    }
    if (OF_CLASS_TASK.matcher(message).matches()) {
      throw new BadConfiguration(
          "--task-source "
              + message
              + ": a message of class task starts no work and could harm a task that is not the"
              + " kit's; name one of another class");
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
      if (word.startsWith("{")) {
        return JSON.readValue(word, new TypeReference<Map<String, Object>>() {});
      }
      return word.startsWith("[")
          ? JSON.readValue(word, new TypeReference<List<Object>>() {})
          : JSON.readValue(word, String.class);
    } catch (JsonProcessingException e) {
      throw new BadConfiguration(
          "--task-source " + message + ": " + Said.shortened(word) + " is no JSON");
    }
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return words.isEmpty() ? message : message + " " + String.join(" ", words);
  }
}
