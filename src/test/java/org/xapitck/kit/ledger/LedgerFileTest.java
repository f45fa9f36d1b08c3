package org.xapitck.kit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.TestJvm;
import org.xapitck.kit.support.Waiting;

class LedgerFileTest {
  private static final RunMark MARK = new RunMark("0123abcd");
  private static final String URL = "http://127.0.0.1:8080/";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("state").resolve("ledger.jsonl");
  }

  private LedgerFile begin() {
    return LedgerFile.begin(file(), MARK, URL, "2026-11-25T00:00:00Z");
  }

  private LedgerNotes notes() {
    List<LedgerNotes> runs = LedgerNotes.read(file());
    assertThat(runs).hasSize(1);
    return runs.get(0);
  }

  @Test
  void eachNoteIsInTheFileBeforeItsMethodReturns() throws IOException {
    try (LedgerFile ledger = begin()) {
      ledger.intent(1, MARK.numbered(1), Wire.XMLRPC);
      ledger.made(1, "T1");
      ledger.intent(2, "", Wire.XMLRPC);
      ledger.started(2, "S1");
      ledger.intent(3, "", Wire.XMLRPC);
      ledger.refused(3);
      ledger.gone("T1");
      assertThat(Files.readString(file()))
          .isEqualTo(
              """
              {"run":"0123abcd","ledger":1,"url":"http://127.0.0.1:8080/","at":"2026-11-25T00:00:00Z"}
              {"run":"0123abcd","intent":1,"mark":"xapi-task-tck 0123abcd-1","wire":"xmlrpc"}
              {"run":"0123abcd","intent":1,"made":"T1"}
              {"run":"0123abcd","intent":2,"mark":"","wire":"xmlrpc"}
              {"run":"0123abcd","intent":2,"started":"S1"}
              {"run":"0123abcd","intent":3,"mark":"","wire":"xmlrpc"}
              {"run":"0123abcd","refused":3}
              {"run":"0123abcd","gone":"T1"}
              """);
    }
  }

  @Test
  void whatACrashLeavesIsReadAgain() {
    try (LedgerFile ledger = begin()) {
      ledger.intent(1, MARK.numbered(1), Wire.XMLRPC);
      ledger.made(1, "T1");
      ledger.intent(2, "", Wire.XMLRPC);
      ledger.made(2, "T2");
      ledger.intent(3, "", Wire.XMLRPC);
      ledger.started(3, "S1");
      ledger.intent(4, "", Wire.XMLRPC);
      ledger.intent(5, MARK.numbered(5), Wire.XMLRPC);
      ledger.intent(6, "", Wire.XMLRPC);
      ledger.refused(6);
      ledger.intent(7, "", Wire.XMLRPC);
      ledger.made(7, "T7");
      ledger.gone("T7");
    }
    LedgerNotes notes = notes();
    assertThat(notes.run()).isEqualTo("0123abcd");
    assertThat(notes.url()).isEqualTo(URL);
    assertThat(notes.at()).isEqualTo("2026-11-25T00:00:00Z");
    assertThat(notes.live()).containsExactlyInAnyOrder("T1", "T2", "S1");
    assertThat(notes.isMarked("T1")).isTrue();
    assertThat(notes.isMarked("T2")).isFalse();
    assertThat(notes.isMarked("nobody's")).isFalse();
    assertThat(notes.isServerRun("S1")).isTrue();
    assertThat(notes.isServerRun("T1")).isFalse();
    // the fourth; the fifth carries a mark, by which its task is found
    assertThat(notes.unmarkedIntents()).isEqualTo(1);
    assertThat(notes.mayHaveLeftSomething()).isTrue();
  }

  @Test
  void aRunThatFinishedHasLeftNothing() {
    try (LedgerFile ledger = begin()) {
      ledger.finished();
    }
    assertThat(notes().mayHaveLeftSomething()).isFalse();
  }

  @Test
  void aRunNeverSpeaksForAnother() {
    begin().close();
    try (LedgerFile other =
        LedgerFile.begin(file(), new RunMark("99999999"), "http://other/", "later")) {
      other.intent(1, "", Wire.XMLRPC);
      other.made(1, "T1");
      other.finished();
    }
    List<LedgerNotes> runs = LedgerNotes.read(file());
    assertThat(runs).extracting(LedgerNotes::run).containsExactly("0123abcd", "99999999");
    assertThat(runs.get(0).live()).isEmpty();
    assertThat(runs.get(0).mayHaveLeftSomething()).isTrue();
    assertThat(runs.get(1).live()).containsExactly("T1");
  }

  @Test
  void aLineThatWasCutOffSwallowsNeitherItsFileNorTheNextNote() throws IOException {
    begin().close();
    Files.writeString(file(), "{\"run\":\"0123abcd\",\"intent\":1,\"ma", StandardOpenOption.APPEND);
    try (LedgerFile ledger = LedgerFile.resume(file(), "0123abcd")) {
      ledger.made(1, "T1");
    }
    assertThat(notes().live()).containsExactly("T1");
  }

  @Test
  void aLineThatIsNoNoteOfARunIsPassedOver() throws IOException {
    begin().close();
    Files.writeString(
        file(),
        "{\"gone\":\"T1\"}\n{\"run\":5}\n[]\n\n{\"run\":\"0123abcd\",\"later\":1}\n",
        StandardOpenOption.APPEND);
    assertThat(notes().live()).isEmpty();
  }

  @Test
  void aWholeLineIsNotEndedTwice() throws IOException {
    begin().close();
    LedgerFile.resume(file(), "0123abcd").close();
    assertThat(Files.readAllLines(file())).hasSize(1);
  }

  @Test
  void aFileOfSomebodyElseIsNeverWrittenTo() throws IOException {
    Path text = Files.writeString(folder.resolve("letter.txt"), "Dear Anna,\n");
    for (Runnable use :
        List.<Runnable>of(
            () -> LedgerFile.begin(text, MARK, URL, "now"),
            () -> LedgerFile.resume(text, "0123abcd"),
            () -> LedgerNotes.read(text))) {
      assertThatThrownBy(use::run)
          .isInstanceOf(BadConfiguration.class)
          .hasMessage(text + " is no ledger of xapi-task-tck; name another --ledger");
    }
    assertThat(text).hasContent("Dear Anna,");
  }

  @Test
  void jsonOfSomebodyElseIsNoLedgerEither() throws IOException {
    Path json = Files.writeString(folder.resolve("other.jsonl"), "{\"run\":\"0123abcd\"}\n");
    assertThatThrownBy(() -> LedgerFile.begin(json, MARK, URL, "now"))
        .isInstanceOf(BadConfiguration.class);
    Path array = Files.writeString(folder.resolve("array.jsonl"), "[{\"ledger\":1}]\n");
    assertThatThrownBy(() -> LedgerFile.begin(array, MARK, URL, "now"))
        .isInstanceOf(BadConfiguration.class);
  }

  @Test
  void anEmptyFileMayBecomeALedger() throws IOException {
    Files.createDirectories(file().getParent());
    Files.createFile(file());
    assertThat(LedgerNotes.read(file())).isEmpty();
    begin().close();
    assertThat(notes().url()).isEqualTo(URL);
  }

  @Test
  void aFolderIsNoLedger() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    assertThatThrownBy(() -> LedgerFile.begin(taken, MARK, URL, "now"))
        .isInstanceOf(BadConfiguration.class)
        .hasMessage("the ledger " + taken + " cannot be read");
    assertThatThrownBy(() -> LedgerNotes.read(taken)).isInstanceOf(BadConfiguration.class);
  }

  @Test
  void aFileOnTheWayIsSaidToBeOne() throws IOException {
    Path inTheWay = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> LedgerFile.begin(inTheWay.resolve("l.jsonl"), MARK, URL, "now"))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageEndingWith("cannot be written: a file on the way is no folder");
  }

  @Test
  void aRunThatGoesOnHereIsNotTakenOver() {
    try (LedgerFile first = begin()) {
      assertThatThrownBy(() -> LedgerFile.resume(file(), "0123abcd"))
          .isInstanceOf(LedgerFile.InUse.class)
          .hasMessage("the ledger " + file() + " is in use by another run");
      first.gone("T1");
    }
    LedgerFile.resume(file(), "0123abcd").close();
  }

  /** What a clean-up beside a run does: it must not destroy the tasks that the run works with. */
  @Test
  @Tag("slow")
  void aRunThatGoesOnInAnotherProcessIsNotTakenOver() throws Exception {
    begin().close();
    try (LedgerFile resumed = LedgerFile.resume(file(), "0123abcd")) {
      assertThat(takenByAnotherProcess()).isEqualTo("in use");
      resumed.finished();
    }
    assertThat(takenByAnotherProcess()).isEqualTo("free");
  }

  private String takenByAnotherProcess() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(TestJvm.options());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Taker.class.getName(), "" + file()));
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    Waiting.exit(process, "another process", () -> Waiting.text(said));
    return Waiting.text(said).strip();
  }

  /** Another process that would take the ledger over. */
  static final class Taker {
    private Taker() {}

    public static void main(String[] args) {
      try {
        LedgerFile.resume(Path.of(args[0]), "0123abcd").close();
        System.out.println("free");
      } catch (LedgerFile.InUse e) {
        System.out.println("in use");
      }
    }
  }

  /** A disk with room for some more bytes. */
  private static final class FullDisk implements SeekableByteChannel {
    private final FileChannel file;
    private int room;

    FullDisk(Path path, int room) throws IOException {
      Files.createDirectories(path.getParent());
      this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      this.room = room;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      if (room == 0) {
        throw new IOException("No space left on device");
      }
      ByteBuffer some = bytes.slice(bytes.position(), Math.min(room, bytes.remaining()));
      int written = file.write(some);
      bytes.position(bytes.position() + written);
      room -= written;
      return written;
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      file.truncate(size);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public int read(ByteBuffer bytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      file.position(position);
      return this;
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  @Test
  void aFullDiskLeavesNoHalfNoteThatSwallowsTheNext() throws IOException {
    FullDisk disk = new FullDisk(file(), 1000);
    try (LedgerFile ledger = new LedgerFile(file(), "0123abcd", disk)) {
      ledger.head(URL, "now");
      String before = Files.readString(file());
      for (int room : new int[] {0, 1, 20}) {
        disk.room = room;
        assertThatThrownBy(() -> ledger.intent(1, MARK.numbered(1), Wire.XMLRPC))
            .isInstanceOf(LedgerUnusable.class)
            .hasMessage("the ledger " + file() + " cannot be written: No space left on device");
        assertThat(file()).hasContent(before);
      }
      disk.room = 1000;
      ledger.intent(2, "", Wire.XMLRPC);
      ledger.made(2, "T2");
    }
    assertThat(notes().live()).containsExactly("T2");
  }

  @Test
  void aFullDiskAtTheBeginningLeavesNoFileThatIsNoLedger() throws IOException {
    FullDisk disk = new FullDisk(file(), 20);
    try (LedgerFile ledger = new LedgerFile(file(), "0123abcd", disk)) {
      assertThatThrownBy(() -> ledger.head(URL, "now")).isInstanceOf(LedgerUnusable.class);
    }
    assertThat(LedgerNotes.read(file())).isEmpty();
  }

  @Test
  void aFullDiskAtTheEndDoesNotFailTheRun() throws IOException {
    FullDisk disk = new FullDisk(file(), 1000);
    try (LedgerFile ledger = new LedgerFile(file(), "0123abcd", disk)) {
      ledger.head(URL, "now");
      disk.room = 0;
      ledger.finished();
    }
    assertThat(notes().mayHaveLeftSomething()).isTrue();
  }

  @Test
  void eachWriteOfATaskFailsAloudWhereItCannotBeKept() throws IOException {
    FullDisk disk = new FullDisk(file(), 0);
    try (LedgerFile ledger = new LedgerFile(file(), "0123abcd", disk)) {
      for (Runnable note :
          List.<Runnable>of(
              () -> ledger.head(URL, "now"),
              () -> ledger.intent(1, "", Wire.XMLRPC),
              () -> ledger.made(1, "T1"),
              () -> ledger.started(1, "S1"),
              () -> ledger.refused(1),
              () -> ledger.gone("T1"))) {
        assertThatThrownBy(note::run).isInstanceOf(LedgerUnusable.class);
      }
    }
  }
}
