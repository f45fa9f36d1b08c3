package org.xapitck.kit.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xapitck.kit.wire.Wire;

/** Reads {@code features/catalogue} from the class path, be it a folder or a jar. */
final class CatalogueFiles {
  private static final String FOLDER = "features/catalogue";
  private static final Set<String> KEYS =
      Set.of("id", "level", "since", "source", "text", "note", "reason", "wires");
  private static final Set<String> FACTS =
      Set.of("parameters", "result", "role", "type", "default", "access");

  private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

  static List<Requirement> packed() {
    URL folder = CatalogueFiles.class.getClassLoader().getResource(FOLDER);
    if (folder == null) {
      throw new BrokenCatalogue("the kit carries no " + FOLDER);
    }
    try {
      URI uri = folder.toURI();
      if (uri.getScheme().equals("file")) {
        return new CatalogueFiles().read(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return new CatalogueFiles().read(jar.getPath(FOLDER));
      }
    } catch (IOException | URISyntaxException e) {
      throw new BrokenCatalogue("the catalogue cannot be read: " + e.getMessage(), e);
    }
  }

  List<Requirement> read(Path folder) throws IOException {
    List<Requirement> entries = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          List<Map<String, Object>> raw = yaml.readValue(in, new TypeReference<>() {});
          raw.forEach(entry -> entries.add(requirement(file.getFileName().toString(), entry)));
        }
      }
    }
    return entries;
  }

  private static Requirement requirement(String file, Map<String, Object> raw) {
    String id = text(file, raw, "id");
    Map<String, List<String>> facts = new TreeMap<>();
    for (Map.Entry<String, Object> member : raw.entrySet()) {
      if (FACTS.contains(member.getKey())) {
        facts.put(member.getKey(), texts(member.getValue()));
      } else if (!KEYS.contains(member.getKey())) {
        throw new BrokenCatalogue(file + ", " + id + ": unknown key " + member.getKey());
      }
    }
    return new Requirement(
        id,
        level(file, id, text(file, raw, "level")),
        text(file, raw, "since"),
        text(file, raw, "source"),
        text(file, raw, "text"),
        raw.containsKey("note") ? text(file, raw, "note") : "",
        Optional.ofNullable(raw.get("reason")).map(Object::toString),
        wires(file, id, raw.get("wires")),
        facts);
  }

  private static Level level(String file, String id, String word) {
    return Stream.of(Level.values())
        .filter(level -> level.id().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new BrokenCatalogue(file + ", " + id + ": unknown level " + word));
  }

  private static Set<Wire> wires(String file, String id, Object raw) {
    if (raw == null) {
      return EnumSet.allOf(Wire.class);
    }
    Set<Wire> wires = EnumSet.noneOf(Wire.class);
    for (String word : texts(raw)) {
      wires.add(
          Wire.of(word)
              .orElseThrow(() -> new BrokenCatalogue(file + ", " + id + ": unknown wire " + word)));
    }
    return wires;
  }

  private static String text(String file, Map<String, Object> raw, String key) {
    Object value = raw.get(key);
    if (value == null || value instanceof List || value instanceof Map) {
      throw new BrokenCatalogue(file + ": an entry lacks the text " + key + ": " + raw);
    }
    return value.toString().strip();
  }

  private static List<String> texts(Object raw) {
    return raw instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(raw));
  }
}
