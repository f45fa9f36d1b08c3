package org.xapitck.kit.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Wire;

/**
 * A ledger on disk: a line of JSON per note, appended and never changed. It holds references and
 * marks of the kit's own tasks, and no user name, password or session. Each note is with the
 * operating system before the method returns, so it outlives the process, though not a power cut.
 * Locked while its run goes on. Safe for use by many threads.
 */
public final class LedgerFile implements Journal {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final String run;
  private final SeekableByteChannel channel;

  /**
   * Notes on a channel.
   *
   * @param file for messages
   * @param channel at the end of the file; closed with this
   */
  LedgerFile(Path file, String run, SeekableByteChannel channel) {
    this.file = file;
    this.run = run;
    this.channel = channel;
  }

  /**
   * Begins the notes of a run at the end of the file.
   *
   * @param url of the server, so that a later clean-up asks the right one
   * @param at when, for people
   * @throws BadConfiguration where the file cannot be written, is in use, or is no ledger
   */
  public static LedgerFile begin(Path file, RunMark mark, String url, String at) {
    LedgerFile ledger = open(file, mark.run());
    try {
      ledger.head(url, at);
    } catch (LedgerUnusable e) {
      ledger.close();
      throw new BadConfiguration(e.getMessage());
    }
    return ledger;
  }

  /**
   * Opens the file to note what became of an older run's tasks.
   *
   * @throws BadConfiguration as {@link #begin} does; also where that run still goes on
   */
  public static LedgerFile resume(Path file, String run) {
    return open(file, run);
  }

  private static LedgerFile open(Path file, String run) {
    LedgerNotes.refuseOther(file);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        lock(file, channel);
        goToEnd(channel);
        return new LedgerFile(file, run, channel);
      } catch (IOException | InUse e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new BadConfiguration(new Reason.LedgerUnwritable(file.toString(), problem(e)).text());
    }
  }

  /**
   * Keeps other runs and clean-ups away. POSIX ends the lock as soon as this process closes the
   * file, whoever opened it there: from here on nobody else in this process may open it.
   */
  private static void lock(Path file, FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() == null) {
        throw new InUse(file);
      }
    } catch (OverlappingFileLockException e) {
      throw new InUse(file);
    }
  }

  /** A run that was killed in the middle of a note left a line without an end. */
  private static void goToEnd(FileChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    boolean broken = size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
    channel.position(size);
    if (broken) {
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
    }
  }

  /** The run of the ledger still goes on, in this process or another. */
  public static final class InUse extends BadConfiguration {
    private static final long serialVersionUID = 1L;

    private InUse(Path file) {
      super("the ledger " + file + " is in use by another run");
    }
  }

  /** The first note of a run. */
  void head(String url, String at) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("ledger", LedgerNotes.VERSION);
    head.put("url", url);
    head.put("at", at);
    note(head);
  }

  @Override
  public void intent(int number, String mark, Wire wire) {
    Map<String, Object> note = new LinkedHashMap<>();
    note.put("intent", number);
    note.put("mark", mark);
    note.put("wire", wire.id());
    note(note);
  }

  @Override
  public void made(int number, String ref) {
    came(number, LedgerNotes.MADE, ref);
  }

  @Override
  public void started(int number, String ref) {
    came(number, LedgerNotes.STARTED, ref);
  }

  private void came(int number, String how, String ref) {
    Map<String, Object> note = new LinkedHashMap<>();
    note.put("intent", number);
    note.put(how, ref);
    note(note);
  }

  @Override
  public void refused(int number) {
    note(Map.of("refused", number));
  }

  @Override
  public void gone(String ref) {
    note(Map.of("gone", ref));
  }

  /**
   * Notes that nothing of the run is left. Where that cannot be kept, a clean-up asks the server in
   * vain, which does no harm.
   */
  public void finished() {
    try {
      note(Map.of("finished", true));
    } catch (LedgerUnusable e) {
      return;
    }
  }

  private void note(Map<String, Object> members) {
    Map<String, Object> note = new LinkedHashMap<>();
    note.put("run", run);
    note.putAll(members);
    try {
      String line = JSON.writeValueAsString(note) + "\n";
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      synchronized (channel) {
        append(bytes);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts and numbers is always JSON", e);
    } catch (IOException e) {
      throw new LedgerUnusable(new Reason.LedgerUnwritable(file.toString(), problem(e)));
    }
  }

  /** Whole or not at all: half a line would swallow the note that follows it. */
  private void append(ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      if (bytes.position() > 0) {
        channel.truncate(channel.size() - bytes.position());
      }
      throw e;
    }
  }

  private static String problem(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file on the way is no folder";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // every note was written before; there is nothing left to lose
      return;
    }
  }
}
