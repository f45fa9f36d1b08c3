package org.xapitck.kit.options;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.xapitck.kit.address.ServerUrl;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.config.Connection;
import org.xapitck.kit.config.DeclaredScope;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Shard;
import org.xapitck.kit.work.ServerWork;

/**
 * What the user asked for; immutable. Start from {@link #defaults} and change what matters.
 *
 * @param server which server, as whom and by which way
 * @param scope what of class task is judged
 * @param judging by what
 * @param execution how the run behaves towards the server, and what it forgives
 * @param work what the kit may start on the server
 * @param reports where reports go
 */
public record RunOptions(
    Server server,
    Scope scope,
    Judging judging,
    ExecutionOptions execution,
    ServerWork work,
    Reports reports) {

  /** Eight scenarios make at most 48 tasks, and 50 may live at once. */
  public static final int MOST_THREADS = 8;

  /** One for each wire: more scenarios at once gain little. */
  public static final int USUAL_THREADS = 3;

  /**
   * The server under test.
   *
   * @param url where it is; empty to start the bundled simulator
   * @param accounts the accounts file; needed with a URL
   * @param connection how it is reached
   */
  public record Server(Optional<URI> url, Optional<Path> accounts, Connection connection) {

    /**
     * A server.
     *
     * @throws BadConfiguration where the URL is none of a server
     */
    public Server {
      url = url.map(RunOptions::read);
    }
  }

  /**
   * What is judged.
   *
   * @param wires the wires to run over
   * @param wiresNamed whether the user named them, so that one that is not served is the server's
   *     fault
   * @param tags a tag expression; empty for everything
   * @param shard the share of the scenarios that this machine runs
   * @param declared what of class task the user lets the kit judge
   */
  public record Scope(
      Set<Wire> wires, boolean wiresNamed, String tags, Shard shard, DeclaredScope declared) {

    public Scope {
      wires = Set.copyOf(wires);
    }
  }

  /**
   * By what the server is judged.
   *
   * @param release the release; empty to find out what the server claims to be
   * @param catalogue the version of the catalogue; empty for the newest
   */
  public record Judging(Optional<Release> release, Optional<Catalogue> catalogue) {}

  /**
   * Where reports go.
   *
   * @param folder the report folder
   * @param book where the book lies that the report's tests link to; empty for no links
   */
  public record Reports(Path folder, Optional<URI> book) {}

  private static URI read(URI url) {
    try {
      return ServerUrl.of(url.toString()).uri();
    } catch (IllegalArgumentException e) {
      throw new BadConfiguration(e.getMessage());
    }
  }

  /** Everything about the bundled simulator, three scenarios at once. */
  public static RunOptions defaults(Path report) {
    return new RunOptions(
        new Server(Optional.empty(), Optional.empty(), Connection.standard()),
        new Scope(EnumSet.allOf(Wire.class), false, "", Shard.WHOLE, DeclaredScope.EVERYTHING),
        new Judging(Optional.empty(), Optional.empty()),
        ExecutionOptions.usual(),
        ServerWork.usual(),
        new Reports(report, Optional.empty()));
  }

  /** The same about the server at a URL. */
  public RunOptions withServer(URI url, Path accounts) {
    return withServer(Optional.of(url), Optional.of(accounts));
  }

  /** The same about the server at a URL, or the bundled one where it is empty. */
  public RunOptions withServer(Optional<URI> url, Optional<Path> accounts) {
    return with(new Server(url, accounts, server.connection()));
  }

  /** The same, reached another way. */
  public RunOptions withConnection(Connection connection) {
    return with(new Server(server.url(), server.accounts(), connection));
  }

  /** The same over some wires. */
  public RunOptions withWires(Set<Wire> wires, boolean named) {
    return with(new Scope(wires, named, scope.tags(), scope.shard(), scope.declared()));
  }

  /** The same, narrowed to a tag expression. */
  public RunOptions withTags(String tags) {
    return with(
        new Scope(scope.wires(), scope.wiresNamed(), tags, scope.shard(), scope.declared()));
  }

  /** The same for a share of the scenarios. */
  public RunOptions withShard(Shard shard) {
    return with(
        new Scope(scope.wires(), scope.wiresNamed(), scope.tags(), shard, scope.declared()));
  }

  /** The same within another declared scope. */
  public RunOptions withDeclared(DeclaredScope declared) {
    return with(
        new Scope(scope.wires(), scope.wiresNamed(), scope.tags(), scope.shard(), declared));
  }

  /** The same, judged by a release; by what the server claims to be where it is empty. */
  public RunOptions withRelease(Optional<Release> release) {
    return with(new Judging(release, judging.catalogue()));
  }

  /** The same, judged by this version of the catalogue and by nothing that came later. */
  public RunOptions withCatalogue(Catalogue catalogue) {
    return with(new Judging(judging.release(), Optional.of(catalogue)));
  }

  /** What judges: the catalogue that was asked for, or the newest. */
  public Catalogue judge() {
    return judging.catalogue().orElseGet(Catalogue::packed);
  }

  /** The same with so many scenarios at once, perhaps in a random order. */
  public RunOptions withThreads(int threads, OptionalLong seed) {
    return withExecution(execution.withThreads(threads, seed));
  }

  /** The same with other execution options. */
  public RunOptions withExecution(ExecutionOptions value) {
    return new RunOptions(server, scope, judging, value, work, reports);
  }

  /** The same with other work for the server. */
  public RunOptions withWork(ServerWork value) {
    return new RunOptions(server, scope, judging, execution, value, reports);
  }

  /** The same, with links into a book. */
  public RunOptions withBook(Optional<URI> book) {
    return new RunOptions(
        server, scope, judging, execution, work, new Reports(reports.folder(), book));
  }

  private RunOptions with(Server value) {
    return new RunOptions(value, scope, judging, execution, work, reports);
  }

  private RunOptions with(Scope value) {
    return new RunOptions(server, value, judging, execution, work, reports);
  }

  private RunOptions with(Judging value) {
    return new RunOptions(server, scope, value, execution, work, reports);
  }
}
