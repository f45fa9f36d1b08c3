package org.xapitck.kit.target;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A map of a YAML file as a list of entries that know their lines, so that each mistake can be
 * named by file, line and key. Every value is one text, a list of texts, or a map of texts.
 *
 * @param entries in the order of the file
 */
public record YamlMap(List<Entry> entries) {

  /**
   * One key and its value.
   *
   * @param line from 1
   * @param key as written
   * @param texts the value, or the elements of the list
   * @param map the members of a value that is a map; empty otherwise
   * @param isMap whether the value is a map
   */
  public record Entry(int line, String key, List<String> texts, List<Entry> map, boolean isMap) {}

  public YamlMap {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a file.
   *
   * @param what what people call it, such as {@code the accounts file}
   * @param expected what it should hold, for a message
   * @throws BadConfiguration where it cannot be read; its text is never quoted, as it may hold a
   *     password
   */
  public static YamlMap read(Path file, String what, String expected) {
    String where = what + " " + file;
    try (JsonParser parser = YAMLFactory.builder().build().createParser(Files.readString(file))) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return new YamlMap(List.of());
      }
      if (first != JsonToken.START_OBJECT) {
        throw new BadConfiguration(where + ", line " + line(parser) + ": expected " + expected);
      }
      return new YamlMap(map(parser, where, expected, true));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new BadConfiguration(
          where + (line > 0 ? ", line " + line : "") + ": not YAML; expected " + expected);
    } catch (NoSuchFileException e) {
      throw new BadConfiguration(where + " is not there");
    } catch (IOException e) {
      throw new BadConfiguration(where + " cannot be read");
    }
  }

  private static List<Entry> map(JsonParser parser, String where, String expected, boolean deeper)
      throws IOException {
    List<Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int line = line(parser);
      if (!keys.add(key)) {
        throw new BadConfiguration(where + ", line " + line + ": " + key + " stands twice");
      }
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT && deeper) {
        entries.add(new Entry(line, key, List.of(), map(parser, where, expected, false), true));
      } else if (token == JsonToken.START_ARRAY) {
        entries.add(new Entry(line, key, list(parser, where, key), List.of(), false));
      } else if (token == JsonToken.VALUE_NULL) {
        entries.add(new Entry(line, key, List.of(), List.of(), false));
      } else if (token.isScalarValue()) {
        entries.add(new Entry(line, key, List.of(parser.getText()), List.of(), false));
      } else {
        throw new BadConfiguration(
            where + ", line " + line + ": " + key + " is nested too deep; expected " + expected);
      }
    }
    return entries;
  }

  private static List<String> list(JsonParser parser, String where, String key) throws IOException {
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isScalarValue()) {
        throw new BadConfiguration(
            where + ", line " + line(parser) + ": " + key + " may hold texts only");
      }
      texts.add(parser.getText());
    }
    return texts;
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
