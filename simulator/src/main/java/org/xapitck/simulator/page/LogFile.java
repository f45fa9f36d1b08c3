package org.xapitck.simulator.page;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.xapitck.simulator.rpc.jsonrpc.JsonRpcCodec;

/**
 * A log of calls in lines of JSON. At 10 MB it is renamed to {@code FILE.1} and replaces an older
 * one, so it never takes more than two files.
 */
public final class LogFile implements AutoCloseable {
  private static final long LIMIT = 10_000_000;

  private final Path file;
  private final long limit;
  private BufferedWriter writer;
  private long size;

  /**
   * Opens a log, at its end if there is one.
   *
   * @throws IOException if it cannot be written
   */
  public LogFile(Path file) throws IOException {
    this(file, LIMIT);
  }

  LogFile(Path file, long limit) throws IOException {
    this.file = file;
    this.limit = limit;
    open();
  }

  private void open() throws IOException {
    writer =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    size = Files.size(file);
  }

  /** Appends a call. */
  public synchronized void write(CallLog.Line line) {
    try {
      String json = JsonRpcCodec.json(line.value());
      if (size > 0 && size + json.length() + 1 > limit) {
        writer.close();
        Path aside = file.resolveSibling(file.getFileName() + ".1");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        open();
      }
      writer.write(json);
      writer.write('\n');
      writer.flush();
      size += json.length() + 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    writer.close();
  }
}
