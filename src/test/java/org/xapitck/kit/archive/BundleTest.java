package org.xapitck.kit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.SampleRun;
import org.xapitck.kit.verdict.Filter;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Shard;
import org.xapitck.kit.verdict.Verdicts;

@Tag("slow")
class BundleTest {
  private final SampleRun run = SampleRun.green(1);
  private final Catalogue catalogue = new Catalogue(run.catalogue);

  @TempDir Path temp;
  private Path bundle;

  @BeforeEach
  void makeBundle() {
    bundle = bundle(run.verdicts());
  }

  @Test
  void anUntouchedBundleIsSoundAndSaysWhatItHolds() {
    Verification verification = Verification.of(bundle);
    assertThat(verification.problems()).isEmpty();
    assertThat(verification.says()).contains("word conformant", "server http://127.0.0.1:1/");
  }

  @Test
  void theSameReportGivesTheSameBytes() throws IOException {
    Path again = temp.resolve("again.zip");
    Bundle.write(temp.resolve("r"), again, catalogue);
    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(bundle));
  }

  @Test
  void anyChangedByteIsFound() throws IOException {
    byte[] bytes = Files.readAllBytes(bundle);
    for (int at = 0; at < bytes.length; at += Math.max(1, bytes.length / 400)) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      Path file = Files.write(temp.resolve("changed.zip"), changed);
      try {
        assertThat(Verification.of(file).isSound()).as("byte " + at).isFalse();
      } catch (BadArchive e) {
        assertThat(e).hasMessageContaining("its end was changed");
      }
    }
  }

  @Test
  void whatWasChangedIsNamedEvenUnderANewSeal() throws IOException {
    repack("junit.xml", text -> text.replaceFirst("testcase", "testcas3"));
    assertThat(Verification.of(bundle).problems()).containsExactly("junit.xml was changed");
  }

  @Test
  void aFilterIsSaid() {
    Scope filtered =
        Scope.whole(List.of(Wire.values()))
            .filtered(
                new Filter("not @task.destroy.effect", Shard.WHOLE),
                new TreeSet<>(List.of("task.create.result", "task.create.role")));
    Path file =
        bundle(
            RunJudge.judge(run.catalogue, Foundations.NONE, run.outcomes.subList(0, 3), filtered));
    assertThat(Verification.of(file).problems())
        .containsExactly("a filter was used: not @task.destroy.effect");
  }

  @Test
  void aDroppedResultIsNamedEvenWhereTheTotalsWereMended() {
    Verdicts whole = run.verdicts();
    Verdicts less =
        Verdicts.of(
            whole.all().stream()
                .filter(entry -> !entry.requirement().id().equals("task.cancel.role"))
                .toList(),
            whole.scope());
    assertThat(Verification.of(bundle(less)).problems())
        .containsExactly("3 results were dropped, such as task.cancel.role on jsonrpc1");
  }

  @Test
  void aForeignFileIsOneSentence() throws IOException {
    Path file = Files.writeString(temp.resolve("x.zip"), "PK");
    assertThatThrownBy(() -> Verification.of(file))
        .isInstanceOf(BadArchive.class)
        .hasMessageStartingWith(file + " is no bundle");
  }

  private Path bundle(Verdicts verdicts) {
    RunReport report =
        RunReport.of(verdicts)
            .kit("0.1.0")
            .catalogue(catalogue.version())
            .server("url", "http://127.0.0.1:1/")
            .release("page")
            .scenarios(run.scenarios)
            .build(Redaction.DONE);
    Path folder = SampleRun.green(1).write(temp.resolve("r"), report);
    Path file = temp.resolve("bundle.zip");
    Bundle.write(folder, file, catalogue);
    return file;
  }

  private void repack(String name, UnaryOperator<String> change) throws IOException {
    TreeMap<String, byte[]> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(bundle.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    entries.computeIfPresent(
        name,
        (key, bytes) ->
            change
                .apply(new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
      zip.setComment(Seal.open());
    }
    Files.write(bundle, Seal.close(out.toByteArray()));
  }
}
