package org.xapitck.kit.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.qameta.allure.ReportStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The data files of an Allure report, kept in memory by name. */
public final class ReportData implements ReportStorage {

  private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
  private final JsonMapper mapper =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  @Override
  public void addDataJson(String name, Object data) {
    try {
      addDataBinary(name, mapper.writeValueAsBytes(data));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report's " + name + " is no JSON", e);
    }
  }

  @Override
  public void addDataBinary(String name, byte[] data) {
    files.put(name, data);
  }

  @Override
  public void addDataFile(String name, Path file) {
    try {
      addDataBinary(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the files out whose names begin so. */
  Map<String, byte[]> take(String prefix) {
    Map<String, byte[]> taken = new TreeMap<>(files);
    taken.keySet().removeIf(name -> !name.startsWith(prefix));
    taken.keySet().forEach(files::remove);
    return taken;
  }

  /** By name, sorted. */
  public Map<String, byte[]> files() {
    return files;
  }
}
