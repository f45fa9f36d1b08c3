package org.xapitck.kit.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.xapitck.kit.catalogue.Release;
import org.xapitck.kit.wire.Endpoint;
import org.xapitck.kit.wire.Wire;

/**
 * What the user asked for.
 *
 * @param url the server; empty to start the bundled simulator
 * @param accounts the accounts file; needed with a URL
 * @param wires the wires to run over
 * @param wiresNamed whether the user named them, so that one that is not served is the server's
 *     fault
 * @param release what to judge by
 * @param tags a tag expression; empty for everything
 * @param report the report folder
 * @param threads scenarios at once, over all wires
 * @param seed for a random order of the scenarios; empty for the order of the files
 * @param trust how an https server proves itself
 * @param conduct how the run behaves towards the server, and what it forgives
 */
public record RunOptions(
    Optional<URI> url,
    Optional<Path> accounts,
    Set<Wire> wires,
    boolean wiresNamed,
    Release release,
    String tags,
    Path report,
    int threads,
    OptionalLong seed,
    Endpoint.Trust trust,
    Conduct conduct) {

  /** Eight scenarios make at most 48 tasks, and 50 may live at once. */
  public static final int MOST_THREADS = 8;

  public RunOptions {
    wires = Set.copyOf(wires);
  }

  /** The same with another conduct. */
  public RunOptions withConduct(Conduct value) {
    return new RunOptions(
        url, accounts, wires, wiresNamed, release, tags, report, threads, seed, trust, value);
  }

  /** The same for other scenarios. */
  public RunOptions withTags(String value) {
    return new RunOptions(
        url, accounts, wires, wiresNamed, release, value, report, threads, seed, trust, conduct);
  }
}
