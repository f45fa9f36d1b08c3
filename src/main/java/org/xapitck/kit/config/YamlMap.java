package org.xapitck.kit.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xapitck.kit.model.BadConfiguration;

/**
 * A map of a YAML file as a list of entries that know their lines, so that each mistake can be
 * named by file, line and key. Every value is one text, a list of texts, or a map of texts.
 *
 * @param entries in the order of the file
 */
public record YamlMap(List<Entry> entries) {
  /** 1 MiB: a thousand times what people write by hand; beyond it only mistakes and attacks are. */
  private static final int MOST_BYTES = 1024 * 1024;

  /** 20 levels: the deepest file that is right has two. */
  private static final int DEEPEST = 20;

  /** What is wrong with a file that {@link #parser} does not read to its end for its depth. */
  public static final String TOO_DEEP = "nested deeper than " + DEEPEST + " levels";

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
    try (JsonParser parser = parser(file, what)) {
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
      String why = e instanceof StreamConstraintsException ? TOO_DEEP : "not YAML";
      throw new BadConfiguration(
          where + (line > 0 ? ", line " + line : "") + ": " + why + "; expected " + expected);
    } catch (IOException e) {
      throw new BadConfiguration(where + " cannot be read");
    }
  }

  /**
   * A parser of a file that a user wrote; refuses what is nested deeper than any such file is.
   *
   * @param what what people call it
   * @throws BadConfiguration as {@link #text} does
   */
  public static JsonParser parser(Path file, String what) throws IOException {
    return YAMLFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
        .build()
        .createParser(text(file, what));
  }

  /**
   * The text of a file that a user wrote. No more of it is read than is allowed.
   *
   * @param what what people call it
   * @throws BadConfiguration where it cannot be read, is no UTF-8, or is larger than 1 MiB
   */
  public static String text(Path file, String what) {
    String where = what + " " + file;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new BadConfiguration(where + " is larger than 1 MiB, which is the most allowed");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
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
