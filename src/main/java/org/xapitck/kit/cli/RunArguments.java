package org.xapitck.kit.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.xapitck.kit.address.ServerUrl;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.verdict.Shard;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code run}, which every command that runs scenarios takes as well. */
final class RunArguments {

  /** Read before all others, whose values it gives; see {@link ConfigFile}. */
  @Option(
      names = ConfigFile.OPTION,
      paramLabel = "FILE",
      description =
          "YAML map of any of these options, without their dashes, to values; options on the"
              + " command line win over it.")
  private Path config;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The server, http or https. Without it the bundled simulator is started.")
  private String url;

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      description = "YAML map of role, and root, to username and password; needed with --url.")
  private Path accounts;

  @Option(
      names = "--wire",
      paramLabel = "W",
      split = ",",
      description = "xmlrpc, jsonrpc1, jsonrpc2; all three by default.")
  private List<String> wires;

  @Option(
      names = "--release",
      paramLabel = "R",
      defaultValue = "auto",
      description =
          "What to judge by: auto (default) for what the server claims to be, page, a code name or"
              + " a version.")
  private String release;

  @Option(
      names = "--tags",
      paramLabel = "EXPR",
      defaultValue = "",
      description =
          "Only scenarios of these requirements, such as @task.cancel.effect, or of all of a message,"
              + " such as @task.cancel.")
  private String tags;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Where reports are written; reports/latest by default.")
  private Path report;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "" + RunOptions.USUAL_THREADS,
      description = "Scenarios at once over all wires, 1 to 8; ${DEFAULT-VALUE} by default.")
  private int threads;

  @Option(
      names = "--random-order",
      paramLabel = "SEED",
      description = "Run the scenarios in a random order that this number fixes.")
  private Long seed;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      defaultValue = "1/1",
      description = "Only this share of the scenarios, such as 2/3; merge joins the shares.")
  private String shard;

  @Option(
      names = "--catalogue",
      paramLabel = "VERSION",
      description =
          "The version of the catalogue that judges, such as 3 or 3-3f2a9c1b0d4e: its requirements"
              + " and no later ones, so that a new kit changes no verdict; the newest by default.")
  private String catalogue;

  @Option(
      names = "--book-url",
      paramLabel = "URL",
      description =
          "Where the site of spec lies, absolute or relative to the report; each test of the Allure"
              + " report then links to its requirements.")
  private String book;

  @Mixin private ConnectionArguments connection;

  @Mixin private ScopeArguments scope;

  @Mixin private WorkArguments work;

  @Mixin private ConductArguments execution;

  /** What the user asked for. */
  RunOptions options() {
    return options(Path.of("reports", "latest"));
  }

  /**
   * What the user asked for.
   *
   * @param usual the report folder where the user named none
   */
  RunOptions options(Path usual) {
    if (threads < 1 || threads > RunOptions.MOST_THREADS) {
      throw new BadConfiguration(
          "--threads " + threads + ": allowed are 1 to " + RunOptions.MOST_THREADS);
    }
    RunOptions options =
        RunOptions.defaults(report == null ? usual : report)
            .withWires(wires(), wires != null)
            .withRelease(release())
            .withTags(tags)
            .withShard(shard())
            .withBook(Optional.ofNullable(book).map(RunArguments::book))
            .withConnection(connection.connection())
            .withDeclared(scope.declared())
            .withWork(work.work(scope.declared().readOnly()))
            .withExecution(execution.execution())
            .withThreads(threads, seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
    RunOptions judged = catalogue == null ? options : options.withCatalogue(judge(catalogue));
    return judged.withServer(
        Optional.ofNullable(url).map(RunArguments::url), Optional.ofNullable(accounts));
  }

  /** Empty to find it out. */
  private Optional<Release> release() {
    if (release.equals("auto")) {
      return Optional.empty();
    }
    Optional<Release> named = Release.of(release);
    if (named.isEmpty()) {
      throw new BadConfiguration(
          "--release " + release + ": allowed are auto, " + Release.allowed());
    }
    return named;
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

  private static Catalogue judge(String name) {
    try {
      return Catalogue.packed(name);
    } catch (IllegalArgumentException e) {
      throw new BadConfiguration("--" + e.getMessage());
    }
  }

  private Shard shard() {
    return Shard.of(shard)
        .orElseThrow(
            () ->
                new BadConfiguration("--shard " + shard + ": write it like 2/3, the second of 3"));
  }

  private static URI url(String text) {
    try {
      return ServerUrl.of(text).uri();
    } catch (IllegalArgumentException e) {
      throw new BadConfiguration("--url " + e.getMessage());
    }
  }

  private Set<Wire> wires() {
    if (wires == null) {
      return EnumSet.allOf(Wire.class);
    }
    return wires.stream()
        .map(
            word ->
                Wire.of(word)
                    .orElseThrow(
                        () ->
                            new BadConfiguration(
                                "--wire "
                                    + word
                                    + ": allowed are "
                                    + Arrays.stream(Wire.values())
                                        .map(Wire::id)
                                        .collect(Collectors.joining(", ")))))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Wire.class)));
  }
}
