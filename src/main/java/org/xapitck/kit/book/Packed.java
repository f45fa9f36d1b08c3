package org.xapitck.kit.book;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what is packed with the kit, be it a folder or a jar. */
final class Packed {

  private Packed() {}

  /** The text of one resource. */
  static Optional<String> text(String name) {
    try (InputStream in = Packed.class.getClassLoader().getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read from the kit", e);
    }
  }

  /** The text of one resource that the kit cannot be without. */
  static String need(String name) {
    return text(name).orElseThrow(() -> new IllegalStateException("the kit carries no " + name));
  }

  /** Texts of all features by path, relative to the folder of features. */
  static SortedMap<String, String> features() {
    URL folder = Packed.class.getClassLoader().getResource("features");
    if (folder == null) {
      throw new IllegalStateException("the kit carries no features");
    }
    try {
      URI uri = folder.toURI();
      if (uri.getScheme().equals("file")) {
        return features(Path.of(uri));
      }
      String jar = uri.getRawSchemeSpecificPart().replaceFirst("!.*", "");
      // opened by path, not by URI: such a file system is nobody else's
      try (FileSystem files = FileSystems.newFileSystem(Path.of(new URI(jar)))) {
        return features(files.getPath("features"));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the features cannot be read: " + e.getMessage(), e);
    }
  }

  private static SortedMap<String, String> features(Path folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".feature")).toList()) {
        texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return texts;
  }
}
