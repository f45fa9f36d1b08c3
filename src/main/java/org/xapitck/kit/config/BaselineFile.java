package org.xapitck.kit.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.verdict.Baseline;

/** Reads and writes baselines: a YAML list of entries, each with requirement, wire and reason. */
public final class BaselineFile {
  private static final Set<String> KEYS =
      Set.of("requirement", "wire", "reason", "link", "expires", "flaky");

  /**
   * Each text in quotes: people write reasons over these, with signs that mean something in YAML.
   */
  private static final YAMLMapper WRITER =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private final Path file;
  private final List<String> mistakes = new ArrayList<>();
  private final List<Baseline.Entry> entries = new ArrayList<>();

  private BaselineFile(Path file) {
    this.file = file;
  }

  /** A value and the line that it stands on, 1 or more. */
  private record Located(String text, int line) {}

  /**
   * Reads all files as one baseline.
   *
   * @throws BadConfiguration with a line for each mistake in each file
   */
  public static Baseline read(List<Path> files) {
    List<Baseline.Entry> entries = new ArrayList<>();
    List<String> mistakes = new ArrayList<>();
    for (Path file : files) {
      BaselineFile one = new BaselineFile(file);
      one.read();
      entries.addAll(one.entries);
      mistakes.addAll(one.mistakes);
    }
    refuse(mistakes);
    return new Baseline(entries);
  }

  /** Throws where there is a mistake, naming each on a line of its own. */
  public static void refuse(List<String> mistakes) {
    if (!mistakes.isEmpty()) {
      throw new BadConfiguration(mistakes);
    }
  }

  private void read() {
    try (JsonParser parser = YamlMap.parser(file, "the baseline")) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return;
      }
      if (first != JsonToken.START_ARRAY) {
        mistake(line(parser), "expected a list of entries, each with requirement, wire and reason");
        return;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        element(parser);
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      mistake(
          line,
          e instanceof StreamConstraintsException
              ? YamlMap.TOO_DEEP
              : "not YAML: " + Excerpt.firstLine(e.getOriginalMessage()));
    } catch (BadConfiguration e) {
      mistakes.add(e.getMessage());
    } catch (IOException e) {
      mistakes.add("the baseline " + file + " cannot be read");
    }
  }

  private void element(JsonParser parser) throws IOException {
    int line = line(parser);
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      mistake(line, "expected an entry with requirement, wire and reason");
      parser.skipChildren();
      return;
    }
    Map<String, Located> members = new LinkedHashMap<>();
    boolean sound = true;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line(parser);
      JsonToken value = parser.nextToken();
      if (!KEYS.contains(key)) {
        mistake(
            keyLine,
            "unknown key " + key + "; allowed are requirement, wire, reason, link, expires, flaky");
        sound = false;
      } else if (!value.isScalarValue() || value == JsonToken.VALUE_NULL) {
        mistake(keyLine, key + " needs a text");
        sound = false;
      } else if (members.put(key, new Located(parser.getText(), keyLine)) != null) {
        mistake(keyLine, key + " stands twice in this entry");
        sound = false;
      }
      parser.skipChildren();
    }
    if (sound) {
      entry(line, members);
    }
  }

  private void entry(int line, Map<String, Located> members) {
    int before = mistakes.size();
    for (String key : List.of("requirement", "wire", "reason")) {
      if (!members.containsKey(key) || members.get(key).text().isBlank()) {
        mistake(line, "an entry lacks its " + key);
      }
    }
    Optional<Wire> wire = wire(members.get("wire"));
    Optional<LocalDate> expires = expires(members.get("expires"));
    boolean flaky = flaky(members.get("flaky"));
    if (mistakes.size() == before) {
      entries.add(
          new Baseline.Entry(
              members.get("requirement").text(),
              wire,
              members.get("reason").text(),
              Optional.ofNullable(members.get("link")).map(Located::text).orElse(""),
              expires,
              flaky,
              place(line)));
    }
  }

  private Optional<Wire> wire(Located value) {
    if (value == null || value.text().isBlank() || value.text().equals("*")) {
      return Optional.empty();
    }
    Optional<Wire> wire = Wire.of(value.text());
    if (wire.isEmpty()) {
      mistake(
          value.line(),
          "wire " + value.text() + ": allowed are xmlrpc, jsonrpc1, jsonrpc2 and \"*\"");
    }
    return wire;
  }

  private Optional<LocalDate> expires(Located value) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(value.text()));
    } catch (DateTimeParseException e) {
      mistake(value.line(), "expires " + value.text() + ": expected a date such as 2027-01-31");
      return Optional.empty();
    }
  }

  private boolean flaky(Located value) {
    if (value != null && !Set.of("true", "false").contains(value.text())) {
      mistake(value.line(), "flaky " + value.text() + ": allowed are true and false");
    }
    return value != null && value.text().equals("true");
  }

  private void mistake(int line, String what) {
    mistakes.add(place(line) + ": " + what);
  }

  private String place(int line) {
    return file + ", line " + line;
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  /**
   * Looks whether the file can be written, so that nobody learns it after a whole run.
   *
   * @throws BadConfiguration where it cannot
   */
  public static void refuseUnwritable(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".baseline", ".tmp"));
    } catch (IOException e) {
      throw unwritable(file);
    }
    if (Files.isDirectory(file)) {
      throw unwritable(file);
    }
  }

  private static BadConfiguration unwritable(Path file) {
    return new BadConfiguration("the baseline " + file + " cannot be written");
  }

  /** Replaces the file in one go. */
  public static void write(Path file, Baseline baseline) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path half = Files.createTempFile(folder, ".baseline", ".tmp");
      Files.writeString(half, render(baseline));
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(file);
    }
  }

  /** The baseline as a file; the same baseline always gives the same bytes. */
  static String render(Baseline baseline) {
    try {
      return "# Known deviations, for `run --baseline`. Say in each reason why it is accepted; an entry"
          + " that no longer\n# deviates is an error. Optional: link, expires (a date), flaky.\n"
          + WRITER.writeValueAsString(
              baseline.entries().stream().map(BaselineFile::members).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of texts is always YAML", e);
    }
  }

  private static Map<String, Object> members(Baseline.Entry entry) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("requirement", entry.requirement());
    members.put("wire", entry.wire().map(Wire::id).orElse("*"));
    members.put("reason", entry.reason());
    if (!entry.link().isEmpty()) {
      members.put("link", entry.link());
    }
    entry.expires().ifPresent(day -> members.put("expires", day.toString()));
    if (entry.flaky()) {
      members.put("flaky", true);
    }
    return members;
  }
}
