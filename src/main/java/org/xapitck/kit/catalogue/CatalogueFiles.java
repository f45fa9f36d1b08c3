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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads {@code features/catalogue} from the class path, be it a folder or a jar. */
final class CatalogueFiles {
  private static final String FOLDER = "features/catalogue";
  private static final String VERSIONS = "versions.yaml";

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
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        String name = file.getFileName().toString();
        List<Map<String, Object>> raw = list(file);
        if (name.equals(VERSIONS)) {
          raw.stream().map(Catalogues.Line::of).forEach(lines::add);
        } else {
          raw.forEach(entry -> entries.add(Entry.of(name, entry)));
        }
      }
    }
    return new Catalogues(entries, lines);
  }

  private List<Map<String, Object>> list(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return yaml.readValue(in, new TypeReference<>() {});
    }
  }
}
