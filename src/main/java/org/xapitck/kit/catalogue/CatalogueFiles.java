package org.xapitck.kit.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xapitck.kit.model.Requirement.Kind;

/** Reads {@code features/catalogue} from the class path, be it a folder or a jar. */
final class CatalogueFiles {
  private static final String FOLDER = "features/catalogue";
  private static final String VERSIONS = "versions.yaml";
  private static final String FOUNDATIONS = "foundations.yaml";
  private static final String CONTRACT = "contract.yaml";
  private static final Set<String> KEYS = Set.of("kind", "each", "requirements");

  private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

  static Catalogues packed() {
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

  Catalogues read(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    List<Catalogues.Line> lines = new ArrayList<>();
    Grounding grounding = Grounding.NONE;
    Optional<Contract> contract = Optional.empty();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.equals(VERSIONS)) {
          List<Map<String, Object>> raw = read(file, new TypeReference<>() {});
          raw.stream().map(Catalogues.Line::of).forEach(lines::add);
        } else if (name.equals(FOUNDATIONS)) {
          grounding = Grounding.of(name, read(file, new TypeReference<>() {}));
        } else if (name.equals(CONTRACT)) {
          contract = Optional.of(Contract.of(name, read(file, new TypeReference<>() {})));
        } else {
          entries.addAll(entries(name, read(file, new TypeReference<>() {})));
        }
      }
    }
    return new Catalogues(entries, grounding, contract, lines);
  }

  private <T> T read(Path file, TypeReference<T> type) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return yaml.readValue(in, type);
    } catch (JsonProcessingException e) {
      throw new BrokenCatalogue(file.getFileName() + ": " + e.getOriginalMessage(), e);
    }
  }

  /** The entries of a file, which says once what all of them are about. */
  private List<Entry> entries(String name, Map<String, Object> file) {
    for (String key : file.keySet()) {
      if (!KEYS.contains(key)) {
        throw new BrokenCatalogue(name + ": unknown key " + key);
      }
    }
    String word = Keys.text(name, file, "kind");
    Kind kind =
        Stream.of(Kind.values())
            .filter(one -> one.id().equals(word))
            .findFirst()
            .orElseThrow(() -> new BrokenCatalogue(name + ": unknown kind " + word));
    List<Map<String, Object>> entries = list(name, file.get("requirements"));
    List<Map<String, Object>> all =
        file.containsKey("each")
            ? Template.expand(name, list(name, file.get("each")), entries)
            : entries;
    return all.stream().map(entry -> Entry.of(name, kind, entry)).toList();
  }

  private List<Map<String, Object>> list(String name, Object raw) {
    try {
      return yaml.convertValue(raw == null ? List.of() : raw, new TypeReference<>() {});
    } catch (IllegalArgumentException e) {
      throw new BrokenCatalogue(name + ": no list of entries", e);
    }
  }
}
