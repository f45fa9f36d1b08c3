package org.xapitck.kit.catalogue;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the features of the class path, be they in folders or in jars. */
public final class FeatureFiles {
  private static final String FOLDER = "features";

  private FeatureFiles() {}

  /** Texts of all features by path, relative to the folder of features. */
  public static SortedMap<String, String> packed() {
    SortedMap<String, String> texts = new TreeMap<>();
    try {
      List<URL> folders =
          Collections.list(FeatureFiles.class.getClassLoader().getResources(FOLDER));
      if (folders.isEmpty()) {
        throw new IllegalStateException("the kit carries no " + FOLDER);
      }
      for (URL folder : folders) {
        read(folder.toURI(), texts);
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the features cannot be read: " + e.getMessage(), e);
    }
    return texts;
  }

  private static void read(URI folder, SortedMap<String, String> texts)
      throws IOException, URISyntaxException {
    if (folder.getScheme().equals("file")) {
      texts.putAll(in(Path.of(folder)));
      return;
    }
    String jar = folder.getRawSchemeSpecificPart().replaceFirst("!.*", "");
    // opened by path, not by URI: such a file system is nobody else's
    try (FileSystem files = FileSystems.newFileSystem(Path.of(new URI(jar)))) {
      texts.putAll(in(files.getPath(FOLDER)));
    }
  }

  /** Texts of the features of a folder by path, relative to it. */
  public static SortedMap<String, String> in(Path folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".feature")).toList()) {
        texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return texts;
  }
}
