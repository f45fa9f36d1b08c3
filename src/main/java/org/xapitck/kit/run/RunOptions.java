package org.xapitck.kit.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.xapitck.kit.catalogue.Release;
import org.xapitck.kit.target.Connection;
import org.xapitck.kit.target.Declared;
import org.xapitck.kit.verdict.Shard;
import org.xapitck.kit.wire.Wire;

/**
 * What the user asked for; immutable. Start from {@link #defaults} and change what matters.
 *
 * @param url the server; empty to start the bundled simulator
 * @param accounts the accounts file; needed with a URL
 * @param wires the wires to run over
 * @param wiresNamed whether the user named them, so that one that is not served is the server's
 *     fault
 * @param release what to judge by; empty to find out what the server claims to be
 * @param tags a tag expression; empty for everything
 * @param report the report folder
 * @param threads scenarios at once, over all wires
 * @param seed for a random order of the scenarios; empty for the order of the files
 * @param connection how the server is reached
 * @param conduct how the run behaves towards the server, and what it forgives
 * @param declared what of class task the user lets the kit judge
 * @param shard the share of the scenarios that this machine runs
 * @param book where the book lies that the report's tests link to; empty for no links
 */
public record RunOptions(
    Optional<URI> url,
    Optional<Path> accounts,
    Set<Wire> wires,
    boolean wiresNamed,
    Optional<Release> release,
    String tags,
    Path report,
    int threads,
    OptionalLong seed,
    Connection connection,
    Conduct conduct,
    Declared declared,
    Shard shard,
    Optional<URI> book) {

  /** Eight scenarios make at most 48 tasks, and 50 may live at once. */
  public static final int MOST_THREADS = 8;

  public RunOptions {
    wires = Set.copyOf(wires);
  }

  /** Everything about the bundled simulator, three scenarios at once. */
  public static RunOptions defaults(Path report) {
    return new RunOptions(
        Optional.empty(),
        Optional.empty(),
        EnumSet.allOf(Wire.class),
        false,
        Optional.empty(),
        "",
        report,
        3,
        OptionalLong.empty(),
        Connection.standard(),
        Conduct.usual(),
        Declared.EVERYTHING,
        Shard.WHOLE,
        Optional.empty());
  }

  /** The same about the server at a URL. */
  public RunOptions withServer(URI value, Path file) {
    return withServer(Optional.of(value), Optional.of(file));
  }

  /** The same about the server at a URL, or the bundled one where it is empty. */
  public RunOptions withServer(Optional<URI> value, Optional<Path> file) {
    return new RunOptions(
        value,
        file,
        wires,
        wiresNamed,
        release,
        tags,
        report,
        threads,
        seed,
        connection,
        conduct,
        declared,
        shard,
        book);
  }

  /** The same over some wires. */
  public RunOptions withWires(Set<Wire> value, boolean named) {
    return new RunOptions(
        url,
        accounts,
        value,
        named,
        release,
        tags,
        report,
        threads,
        seed,
        connection,
        conduct,
        declared,
        shard,
        book);
  }

  /** The same, judged by a release; by what the server claims to be where it is empty. */
  public RunOptions withRelease(Optional<Release> value) {
    return new RunOptions(
        url,
        accounts,
        wires,
        wiresNamed,
        value,
        tags,
        report,
        threads,
        seed,
        connection,
        conduct,
        declared,
        shard,
        book);
  }

  /** The same, narrowed to a tag expression. */
  public RunOptions withTags(String value) {
    return new RunOptions(
        url,
        accounts,
        wires,
        wiresNamed,
        release,
        value,
        report,
        threads,
        seed,
        connection,
        conduct,
        declared,
        shard,
        book);
  }

  /** The same with so many scenarios at once, perhaps in a random order. */
  public RunOptions withThreads(int value, OptionalLong order) {
    return new RunOptions(
        url,
        accounts,
        wires,
        wiresNamed,
        release,
        tags,
        report,
        value,
        order,
        connection,
        conduct,
        declared,
        shard,
        book);
  }

  /** The same, reached another way. */
  public RunOptions withConnection(Connection value) {
    return new RunOptions(
        url,
        accounts,
        wires,
        wiresNamed,
        release,
        tags,
        report,
        threads,
        seed,
        value,
        conduct,
        declared,
        shard,
        book);
  }

  /** The same within another declared scope. */
  public RunOptions withDeclared(Declared value) {
    return new RunOptions(
        url,
        accounts,
        wires,
        wiresNamed,
        release,
        tags,
        report,
        threads,
        seed,
        connection,
        conduct,
        value,
        shard,
        book);
  }

  /** The same with another conduct. */
  public RunOptions withConduct(Conduct value) {
    return new RunOptions(
        url,
        accounts,
        wires,
        wiresNamed,
        release,
        tags,
        report,
        threads,
        seed,
        connection,
        value,
        declared,
        shard,
        book);
  }

  /** The same for a share of the scenarios. */
  public RunOptions withShard(Shard value) {
    return new RunOptions(
        url,
        accounts,
        wires,
        wiresNamed,
        release,
        tags,
        report,
        threads,
        seed,
        connection,
        conduct,
        declared,
        value,
        book);
  }

  /** The same, with links into a book. */
  public RunOptions withBook(Optional<URI> value) {
    return new RunOptions(
        url,
        accounts,
        wires,
        wiresNamed,
        release,
        tags,
        report,
        threads,
        seed,
        connection,
        conduct,
        declared,
        shard,
        value);
  }
}
