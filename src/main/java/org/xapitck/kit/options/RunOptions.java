package org.xapitck.kit.options;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
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
 * @param url the server; empty to start the bundled simulator
 * @param accounts the accounts file; needed with a URL
 * @param wires the wires to run over
 * @param wiresNamed whether the user named them, so that one that is not served is the server's
 *     fault
 * @param release what to judge by; empty to find out what the server claims to be
 * @param catalogue the version of the catalogue that judges; empty for the newest
 * @param tags a tag expression; empty for everything
 * @param report the report folder
 * @param threads scenarios at once, over all wires
 * @param seed for a random order of the scenarios; empty for the order of the files
 * @param connection how the server is reached
 * @param execution how the run behaves towards the server, and what it forgives
 * @param declared what of class task the user lets the kit judge
 * @param work what the kit may start on the server
 * @param shard the share of the scenarios that this machine runs
 * @param book where the book lies that the report's tests link to; empty for no links
 */
public record RunOptions(
    Optional<URI> url,
    Optional<Path> accounts,
    Set<Wire> wires,
    boolean wiresNamed,
    Optional<Release> release,
    Optional<Catalogue> catalogue,
    String tags,
    Path report,
    int threads,
    OptionalLong seed,
    Connection connection,
    ExecutionOptions execution,
    DeclaredScope declared,
    ServerWork work,
    Shard shard,
    Optional<URI> book) {

  /** Eight scenarios make at most 48 tasks, and 50 may live at once. */
  public static final int MOST_THREADS = 8;

  /** One for each wire: more scenarios at once gain little. */
  public static final int USUAL_THREADS = 3;

  /**
   * Options.
   *
   * @throws BadConfiguration where the URL is none of a server
   */
  public RunOptions {
    wires = Set.copyOf(wires);
    url = url.map(RunOptions::read);
  }

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
        Optional.empty(),
        Optional.empty(),
        EnumSet.allOf(Wire.class),
        false,
        Optional.empty(),
        Optional.empty(),
        "",
        report,
        USUAL_THREADS,
        OptionalLong.empty(),
        Connection.standard(),
        ExecutionOptions.usual(),
        DeclaredScope.EVERYTHING,
        ServerWork.usual(),
        Shard.WHOLE,
        Optional.empty());
  }

  /** The same about the server at a URL. */
  public RunOptions withServer(URI value, Path file) {
    return withServer(Optional.of(value), Optional.of(file));
  }

  /** The same about the server at a URL, or the bundled one where it is empty. */
  public RunOptions withServer(Optional<URI> value, Optional<Path> file) {
    return changed(
        draft -> {
          draft.url = value;
          draft.accounts = file;
        });
  }

  /** The same over some wires. */
  public RunOptions withWires(Set<Wire> value, boolean named) {
    return changed(
        draft -> {
          draft.wires = value;
          draft.wiresNamed = named;
        });
  }

  /** The same, judged by a release; by what the server claims to be where it is empty. */
  public RunOptions withRelease(Optional<Release> value) {
    return changed(draft -> draft.release = value);
  }

  /** The same, judged by this version of the catalogue and by nothing that came later. */
  public RunOptions withCatalogue(Catalogue value) {
    return changed(draft -> draft.catalogue = Optional.of(value));
  }

  /** What judges: the catalogue that was asked for, or the newest. */
  public Catalogue judge() {
    return catalogue.orElseGet(Catalogue::packed);
  }

  /** The same, narrowed to a tag expression. */
  public RunOptions withTags(String value) {
    return changed(draft -> draft.tags = value);
  }

  /** The same with so many scenarios at once, perhaps in a random order. */
  public RunOptions withThreads(int value, OptionalLong order) {
    return changed(
        draft -> {
          draft.threads = value;
          draft.seed = order;
        });
  }

  /** The same, reached another way. */
  public RunOptions withConnection(Connection value) {
    return changed(draft -> draft.connection = value);
  }

  /** The same within another declared scope. */
  public RunOptions withDeclared(DeclaredScope value) {
    return changed(draft -> draft.declared = value);
  }

  /** The same with other work for the server. */
  public RunOptions withWork(ServerWork value) {
    return changed(draft -> draft.work = value);
  }

  /** The same with other execution options. */
  public RunOptions withExecution(ExecutionOptions value) {
    return changed(draft -> draft.execution = value);
  }

  /** The same for a share of the scenarios. */
  public RunOptions withShard(Shard value) {
    return changed(draft -> draft.shard = value);
  }

  /** The same, with links into a book. */
  public RunOptions withBook(Optional<URI> value) {
    return changed(draft -> draft.book = value);
  }

  private RunOptions changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /** Options while one of them is changed, so that no change has to name the others. */
  private static final class Draft {
    private final Path report;
    private Optional<URI> url;
    private Optional<Path> accounts;
    private Set<Wire> wires;
    private boolean wiresNamed;
    private Optional<Release> release;
    private Optional<Catalogue> catalogue;
    private String tags;
    private int threads;
    private OptionalLong seed;
    private Connection connection;
    private ExecutionOptions execution;
    private DeclaredScope declared;
    private ServerWork work;
    private Shard shard;
    private Optional<URI> book;

    Draft(RunOptions from) {
      url = from.url;
      accounts = from.accounts;
      wires = from.wires;
      wiresNamed = from.wiresNamed;
      release = from.release;
      catalogue = from.catalogue;
      tags = from.tags;
      report = from.report;
      threads = from.threads;
      seed = from.seed;
      connection = from.connection;
      execution = from.execution;
      declared = from.declared;
      work = from.work;
      shard = from.shard;
      book = from.book;
    }

    RunOptions options() {
      return new RunOptions(
          url,
          accounts,
          wires,
          wiresNamed,
          release,
          catalogue,
          tags,
          report,
          threads,
          seed,
          connection,
          execution,
          declared,
          work,
          shard,
          book);
    }
  }
}
