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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the features that the kit carries, from a folder or a jar. */
public final class FeatureFiles {
  private static final String FOLDER = "features";

  /** Only the kit has one: a project that uses the kit may well have features of its own. */
  private static final String CATALOGUE = FOLDER + "/catalogue";

  private static final Pattern TAG = Pattern.compile("@(\\S+)");

  private FeatureFiles() {}

  /** The tags in the text of a feature, without the at sign, wherever they stand. */
  public static Set<String> tags(String feature) {
    return TAG.matcher(feature).results().map(tag -> tag.group(1)).collect(Collectors.toSet());
  }

  /** Whether they lie in a folder, and not in a jar, and no other folder has features. */
  public static boolean areFiles() {
    try {
      List<URL> folders =
          Collections.list(FeatureFiles.class.getClassLoader().getResources(FOLDER));
      return folders.size() == 1 && catalogue().getProtocol().equals("file");
    } catch (IOException e) {
      return false;
    }
  }

  private static URL catalogue() {
    URL catalogue = FeatureFiles.class.getClassLoader().getResource(CATALOGUE);
    if (catalogue == null) {
      throw new IllegalStateException("the kit carries no " + FOLDER);
    }
    return catalogue;
  }

  /** Texts of all features by path, relative to the folder of features. */
  public static SortedMap<String, String> packed() {
    try {
      URI uri = catalogue().toURI();
      if (uri.getScheme().equals("file")) {
        return in(Path.of(uri).getParent());
      }
      String jar = uri.getRawSchemeSpecificPart().replaceFirst("!.*", "");
      // opened by path, not by URI: such a file system is nobody else's
      try (FileSystem files = FileSystems.newFileSystem(Path.of(new URI(jar)))) {
        return in(files.getPath(FOLDER));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the features cannot be read: " + e.getMessage(), e);
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
