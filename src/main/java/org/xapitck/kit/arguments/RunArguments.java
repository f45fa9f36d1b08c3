package org.xapitck.kit.arguments;

import java.nio.file.Path;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.run.Environment;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code run}, which every command that runs scenarios takes as well. */
public final class RunArguments {

  /** Read before all others, whose values it gives; see {@link ConfigFile}. */
  @Option(
      names = ConfigFile.OPTION,
      paramLabel = "FILE",
      description =
          "YAML map of options, without their dashes, to values; options on the command "
              + "line win.")
  private Path config;

  @Mixin private ConnectionArguments connection;

  @Mixin private ScopeArguments scope;

  @Mixin private ConductArguments execution;

  @Mixin private WorkArguments work;

  @Mixin private ReportArguments reports;

  /** What the user asked for. */
  public RunOptions options() {
    return options(Path.of("reports", "latest"));
  }

  /**
   * What the user asked for.
   *
   * @param usual the report folder where the user named none
   */
  public RunOptions options(Path usual) {
    RunOptions options =
        RunOptions.defaults(reports.folder().orElse(usual))
            .withWires(scope.wires(), scope.namesWires())
            .withRelease(scope.release())
            .withTags(scope.tags())
            .withShard(scope.shard())
            .withBook(reports.book())
            .withConnection(connection.connection())
            .withDeclared(scope.declared())
            .withWork(work.work(scope.declared().readOnly()))
            .withExecution(execution.execution())
            .withServer(connection.url(), connection.accounts());
    return scope.catalogue().map(options::withCatalogue).orElse(options);
  }

  /** What the console of this process can show, and how much of a run it is to show. */
  public Environment environment() {
    Environment process = Environment.ofProcess();
    return process.with(reports.screen(process.screen()));
  }
}
