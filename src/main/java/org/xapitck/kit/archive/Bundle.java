package org.xapitck.kit.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.ReportFolder;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.text.Sha256;
import org.xapitck.kit.verdict.Baseline;

/**
 * One file to hand in with a statement: results, configuration without secrets, versions, baseline,
 * and a hash of everything, the exchanges included. {@link Verification} finds mistakes and
 * careless changes; hashes stop nobody who makes new ones.
 */
public final class Bundle {
  static final String RESULTS = "results.json";
  static final String HASHES = "hashes.json";
  static final String CATALOGUE = "catalogue.json";

  private static final List<String> COPIED =
      List.of(RESULTS, "junit.xml", "summary.md", "statement.html", "statement.md", "badge.svg");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Bundle() {}

  /**
   * Makes the file of a report folder. The same folder gives the same bytes.
   *
   * @throws BadArchive where the folder is no whole report
   */
  public static void write(Path folder, Path file, Catalogue catalogue) {
    RunReport report = ResultsFile.read(folder, catalogue);
    SortedMap<String, byte[]> entries = new TreeMap<>();
    for (String name : COPIED) {
      entries.put(name, read(folder.resolve(name)));
    }
    entries.put("configuration.json", json(configuration(report)));
    entries.put("versions.json", json(versions(report)));
    entries.put("baseline.json", json(baseline(report)));
    entries.put(CATALOGUE, json(demanded(report, catalogue)));
    Map<String, Object> hashes = new LinkedHashMap<>();
    Map<String, String> inside = new TreeMap<>();
    entries.forEach((name, bytes) -> inside.put(name, Sha256.hex(bytes)));
    hashes.put("entries", inside);
    hashes.put("exchanges", exchanges(folder.resolve("allure-results")));
    entries.put(HASHES, json(hashes));
    ReportFolder.write(file.toAbsolutePath(), Seal.close(zip(entries, report)));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BadArchive(file + " is missing: bundle needs the whole report folder");
    }
  }

  private static Map<String, Object> configuration(RunReport report) {
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("server", report.server());
    configuration.put("release", report.release());
    configuration.put("wires", report.wires().stream().map(Wire::id).toList());
    configuration.put("roles", report.accounts());
    configuration.put("roles_missing", report.missingAccounts());
    configuration.put("filter", report.verdicts().scope().filter());
    configuration.put("notices", report.notices());
    return configuration;
  }

  private static Map<String, Object> versions(RunReport report) {
    Map<String, Object> versions = new LinkedHashMap<>();
    versions.put("kit", report.kit());
    versions.put("catalogue", report.catalogue());
    versions.put("started", report.started().toString());
    return versions;
  }

  private static List<Map<String, String>> baseline(RunReport report) {
    return report.verdicts().baseline().entries().stream().map(Bundle::known).toList();
  }

  private static Map<String, String> known(Baseline.Entry entry) {
    Map<String, String> known = new LinkedHashMap<>();
    known.put("requirement", entry.requirement());
    known.put("wire", entry.wire().map(Wire::id).orElse(""));
    known.put("reason", entry.reason());
    return known;
  }

  /** Every id that the run had to judge, so that a verifier with another kit can count. */
  private static Map<String, Object> demanded(RunReport report, Catalogue catalogue) {
    if (!report.catalogue().equals(catalogue.version())) {
      throw new BadArchive(
          "the run was judged by catalogue "
              + report.catalogue()
              + " and this kit has "
              + catalogue.version()
              + ": bundle it with the kit that ran it");
    }
    Map<String, Object> demanded = new LinkedHashMap<>();
    demanded.put("version", catalogue.version());
    demanded.put("requirements", catalogue.requirements().stream().map(one -> one.id()).toList());
    return demanded;
  }

  /** One hash for each result and attachment of Allure: what was sent and what came. */
  private static Map<String, String> exchanges(Path folder) {
    Map<String, String> hashes = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return hashes;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, "{*-result.json,*-attachment*}")) {
      for (Path file : files) {
        hashes.put(file.getFileName().toString(), Sha256.hex(Files.readAllBytes(file)));
      }
      return hashes;
    } catch (IOException e) {
      throw new BadArchive(folder + " cannot be read: " + e.getMessage());
    }
  }

  private static byte[] zip(SortedMap<String, byte[]> entries, RunReport report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTimeLocal(report.started().atOffset(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(header);
        zip.write(entry.getValue());
      }
      zip.setComment(Seal.open());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] json(Object tree) {
    try {
      return JSON.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and lists of texts are always JSON", e);
    }
  }
}
