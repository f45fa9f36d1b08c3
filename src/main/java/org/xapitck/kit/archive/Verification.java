package org.xapitck.kit.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.text.Sha256;

/**
 * Checks a bundle offline: was a byte changed, a result dropped or a filter used?
 *
 * @param problems one sentence each; empty for a bundle that can be trusted as far as hashes go
 * @param says server, word and versions of the run; empty where they cannot be read
 */
public record Verification(List<String> problems, List<String> says) {

  /** 64 MiB for one entry: as much as a results.json may have. */
  private static final int LARGEST = 64 << 20;

  public Verification {
    problems = List.copyOf(problems);
    says = List.copyOf(says);
  }

  /** Whether nothing is wrong. */
  public boolean isSound() {
    return problems.isEmpty();
  }

  /**
   * Looks at a bundle.
   *
   * @throws BadArchive where the file is none
   */
  public static Verification of(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BadArchive(file + " cannot be read: give a file that bundle made");
    }
    if (!Seal.isBundle(bytes)) {
      throw new BadArchive(
          file + " is no bundle, or its end was changed or cut off: give a file that bundle made");
    }
    List<String> problems = new ArrayList<>();
    if (!Seal.holds(bytes)) {
      problems.add("the file was changed after it was made: its seal does not fit");
    }
    List<String> says = new ArrayList<>();
    try {
      look(entries(bytes), problems, says);
    } catch (IOException | IllegalArgumentException e) {
      problems.add("its entries cannot be read: the file is damaged");
    } catch (BadArchive e) {
      problems.add(e.getMessage());
    }
    return new Verification(problems, says);
  }

  private static void look(Map<String, byte[]> entries, List<String> problems, List<String> says)
      throws IOException {
    JsonNode hashes = new ObjectMapper().readTree(need(entries, Bundle.HASHES)).path("entries");
    Set<String> names = new TreeSet<>(entries.keySet());
    names.remove(Bundle.HASHES);
    hashes.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (!entries.containsKey(name)) {
        problems.add(name + " was taken out");
      } else if (!hashes.has(name)) {
        problems.add(name + " was put in");
      } else if (!Sha256.hex(entries.get(name)).equals(hashes.get(name).asText())) {
        problems.add(name + " was changed");
      }
    }
    JsonNode demanded = new ObjectMapper().readTree(need(entries, Bundle.CATALOGUE));
    RunReport report =
        ResultsFile.read(need(entries, Bundle.RESULTS), Bundle.RESULTS, new Catalogue(List.of()));
    results(report, demanded, problems);
    says.add("server " + report.server().getOrDefault("url", "unknown"));
    says.add("word " + report.word());
    says.add("kit " + report.kit() + ", catalogue " + report.catalogue());
    says.add("date " + report.started());
  }

  private static void results(RunReport report, JsonNode demanded, List<String> problems) {
    String filter = report.verdicts().scope().filter();
    if (!filter.isEmpty()) {
      problems.add("a filter was used: " + filter);
    }
    if (!report.catalogue().equals(demanded.path("version").asText())) {
      problems.add("results and catalogue are of different versions");
    }
    Set<String> judged = new TreeSet<>();
    report
        .verdicts()
        .all()
        .forEach(entry -> judged.add(entry.requirement().id() + " on " + entry.wire().id()));
    Set<String> dropped = new TreeSet<>();
    for (JsonNode id : demanded.path("requirements")) {
      for (Wire wire : report.wires()) {
        dropped.add(id.asText() + " on " + wire.id());
      }
    }
    dropped.removeAll(judged);
    if (!dropped.isEmpty() && filter.isEmpty()) {
      problems.add(dropped.size() + " results were dropped, such as " + dropped.iterator().next());
    }
  }

  private static byte[] need(Map<String, byte[]> entries, String name) {
    if (!entries.containsKey(name)) {
      throw new BadArchive(name + " was taken out");
    }
    return entries.get(name);
  }

  private static Map<String, byte[]> entries(byte[] bytes) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes(LARGEST);
        if (content.length == LARGEST || entries.put(entry.getName(), content) != null) {
          throw new IOException(entry.getName());
        }
      }
    }
    return entries;
  }
}
