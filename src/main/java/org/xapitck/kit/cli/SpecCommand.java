package org.xapitck.kit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xapitck.kit.archive.ResultsFile;
import org.xapitck.kit.book.Book;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.Catalogues;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.report.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code spec}: the requirements and scenarios as pages to read. */
@Command(
    name = "spec",
    mixinStandardHelpOptions = true,
    description = "Writes the specification as a static site, and as one Markdown file.")
final class SpecCommand implements Callable<Integer> {

  @Option(names = "--out", paramLabel = "DIR", description = "Folder of the site.")
  private Path out;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write the same content as one file; the site also holds it as book.md.")
  private Path markdown;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "A report folder; its verdicts appear beside the requirements.")
  private Path results;

  @Option(
      names = "--defects",
      paramLabel = "FILE",
      description = "Markdown with a table of seeded defects; that of the kit by default.")
  private Path defects;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (out == null && markdown == null) {
      throw new BadConfiguration("spec writes nothing without --out DIR or --markdown FILE");
    }
    Catalogue catalogue =
        results == null ? Catalogue.packed() : ResultsFile.judge(results, Catalogues.packed());
    Optional<RunReport> run =
        Optional.ofNullable(results).map(folder -> ResultsFile.read(folder, catalogue));
    Book book = new Book(catalogue, run, Optional.ofNullable(defects).map(SpecCommand::read));
    if (out != null) {
      book.writeSite(out);
      print("book: " + out.resolve("index.html").toAbsolutePath());
    }
    if (markdown != null) {
      book.writeMarkdown(markdown);
      print("book: " + markdown.toAbsolutePath());
    }
    return 0;
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new BadConfiguration("--defects " + file + " cannot be read");
    }
  }
}
