package org.xapitck.kit.arguments;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.xapitck.kit.console.Screen;
import org.xapitck.kit.model.BadConfiguration;
import picocli.CommandLine.Option;

/** The options about reports and console. */
@OptionGroup("Reports and console")
final class ReportArguments {

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Folder of the reports; reports/latest by default.")
  private Path report;

  @Option(
      names = "--book-url",
      paramLabel = "URL",
      description =
          "Address of the site that spec wrote, absolute or relative to the report; "
              + "each test of the Allure report then links to its requirements.")
  private String book;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Colours on the console: auto (default: on a terminal, unless NO_COLOR is set), always or"
              + " never.")
  private String colour;

  @Option(
      names = "--verbose",
      description =
          "Print the numbers of every message, field and enum as well, and the ids of what a cause"
              + " blocks.")
  private boolean verbose;

  /** The report folder, if the user named one. */
  Optional<Path> folder() {
    return Optional.ofNullable(report);
  }

  /** Where the book lies; empty for no links. */
  Optional<URI> book() {
    return Optional.ofNullable(book).map(ReportArguments::book);
  }

  /**
   * The screen that the user asked for.
   *
   * @param process what the console can show
   */
  Screen screen(Screen process) {
    Screen screen =
        switch (colour) {
          case "auto" -> process;
          case "always" -> process.withColour(true);
          case "never" -> process.withColour(false);
          default ->
              throw new BadConfiguration("--color " + colour + ": allowed are auto, always, never");
        };
    return verbose ? screen.withEverything() : screen;
  }

  /** Only what a browser may follow without harm. */
  private static URI book(String text) {
    try {
      URI uri = new URI(text.endsWith("/") ? text : text + "/");
      if (uri.getScheme() == null || List.of("http", "https", "file").contains(uri.getScheme())) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new BadConfiguration(noBook(text));
    }
    throw new BadConfiguration(noBook(text));
  }

  private static String noBook(String text) {
    return "--book-url " + text + ": write it like https://host/book/ or ../../book/";
  }
}
