package org.xapitck.kit.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xapitck.kit.model.BadConfiguration;

/** What a ledger on disk says of one run. */
public final class LedgerNotes {
  static final int VERSION = 1;
  static final String MADE = "made";
  static final String STARTED = "started";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String run;
  private String url = "";
  private String at = "";
  private boolean finished;
  private final Map<Integer, String> openIntents = new LinkedHashMap<>();
  private final Map<String, String> markByRef = new LinkedHashMap<>();
  private final Set<String> live = new LinkedHashSet<>();
  private final Set<String> serverRun = new HashSet<>();

  private LedgerNotes(String run) {
    this.run = run;
  }

  /**
   * The runs that a file tells of, in their order. A line that was cut off in writing is passed
   * over: the intent in front of it leads to its task by the mark.
   *
   * @throws BadConfiguration where the file cannot be read or is no ledger
   */
  public static List<LedgerNotes> read(Path file) {
    refuseOther(file);
    Map<String, LedgerNotes> runs = new LinkedHashMap<>();
    try (Stream<String> lines = lines(file)) {
      lines
          .flatMap(line -> parse(line).stream())
          .forEach(
              note -> runs.computeIfAbsent(note.get("run").asText(), LedgerNotes::new).add(note));
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new BadConfiguration("the ledger " + file + " cannot be read");
    }
    return List.copyOf(runs.values());
  }

  /** ISO 8859-1 maps every byte, so that half a character of a broken line stops nothing. */
  private static Stream<String> lines(Path file) throws IOException {
    return Files.lines(file, StandardCharsets.ISO_8859_1)
        .map(
            line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
  }

  /** Refuses a file that is there and is no ledger: nothing is ever appended to somebody's text. */
  static void refuseOther(Path file) {
    try {
      if (!Files.exists(file) || Files.isRegularFile(file) && Files.size(file) == 0) {
        return;
      }
      try (Stream<String> lines = lines(file)) {
        boolean ledger =
            lines.findFirst().flatMap(LedgerNotes::parse).filter(n -> n.has("ledger")).isPresent();
        if (!ledger) {
          throw new BadConfiguration(
              file + " is no ledger of xapi-task-tck; name another --ledger");
        }
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new BadConfiguration("the ledger " + file + " cannot be read");
    }
  }

  private static Optional<JsonNode> parse(String line) {
    try {
      JsonNode note = JSON.readTree(line);
      return Optional.of(note).filter(node -> node.isObject() && node.path("run").isTextual());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private void add(JsonNode note) {
    if (note.has("ledger")) {
      url = note.path("url").asText();
      at = note.path("at").asText();
    } else if (note.has("mark")) {
      openIntents.put(note.path("intent").asInt(), note.path("mark").asText());
    } else if (note.has(MADE)) {
      String mark = openIntents.remove(note.path("intent").asInt());
      markByRef.put(note.path(MADE).asText(), mark == null ? "" : mark);
      live.add(note.path(MADE).asText());
    } else if (note.has(STARTED)) {
      openIntents.remove(note.path("intent").asInt());
      serverRun.add(note.path(STARTED).asText());
      live.add(note.path(STARTED).asText());
    } else if (note.has("refused")) {
      openIntents.remove(note.path("refused").asInt());
    } else if (note.has("gone")) {
      live.remove(note.path("gone").asText());
    } else if (note.has("finished")) {
      finished = true;
    }
  }

  /** Eight hexadecimal digits. */
  public String run() {
    return run;
  }

  /** The server that the run spoke to. */
  public String url() {
    return url;
  }

  /** When it began. */
  public String at() {
    return at;
  }

  /** Whether something may be left of it. */
  public boolean mayHaveLeftSomething() {
    return !finished;
  }

  /** References of tasks that the run made and did not see gone. */
  public Set<String> live() {
    return Set.copyOf(live);
  }

  /** Whether the task was made with the run's mark in its label or description. */
  public boolean isMarked(String ref) {
    return !markByRef.getOrDefault(ref, "").isEmpty();
  }

  /** Whether the server itself ran the task. */
  public boolean isServerRun(String ref) {
    return serverRun.contains(ref);
  }

  /**
   * How many calls to make a task without a mark were never answered; nobody can tell theirs from
   * others' tasks.
   */
  public int unmarkedIntents() {
    return (int) openIntents.values().stream().filter(String::isEmpty).count();
  }
}
