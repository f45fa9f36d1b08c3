package org.xapitck.kit.arguments;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.config.DeclaredScope;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.Nearest;
import org.xapitck.kit.verdict.Shard;
import picocli.CommandLine.Option;

/** The options that say what is judged and by what; the report repeats what they leave out. */
@OptionGroup("What is judged, and by what")
final class ScopeArguments {

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
      names = "--roles",
      paramLabel = "ROLE",
      split = ",",
      description =
          "The accounts that count, such as root,read-only, for a host without external"
              + " authentication: what other roles may do is then outside the declared scope.")
  private List<String> roles;

  @Option(
      names = "--read-only",
      description =
          "Send no message that writes, log-in and log-out apart; what then stays open is"
              + " not-testable.")
  private boolean readOnly;

  @Option(
      names = "--no-wrong-password",
      description =
          "Try no wrong password of an account, for a directory that locks one at once. Without it"
              + " a whole run tries one, of the lowest role given and never of root, right before"
              + " it logs in as that account.")
  private boolean noWrongPassword;

  /** What the user declared. */
  DeclaredScope declared() {
    return new DeclaredScope(
        Optional.ofNullable(roles).map(ScopeArguments::known), readOnly, !noWrongPassword);
  }

  private static Set<String> known(List<String> names) {
    for (String name : names) {
      if (Role.of(name).isEmpty() && !name.equals(Accounts.ROOT)) {
        throw new BadConfiguration("--roles " + name + ": allowed are root, " + Role.allowed());
      }
    }
    return new LinkedHashSet<>(names);
  }

  private static final List<String> WIRES = Arrays.stream(Wire.values()).map(Wire::id).toList();

  /** The wires to run over. */
  Set<Wire> wires() {
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
                                    + String.join(", ", WIRES)
                                    + Nearest.question(word, WIRES))))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Wire.class)));
  }

  /** Whether the user named the wires, so that one that is not served is the server's fault. */
  boolean namesWires() {
    return wires != null;
  }

  /** A tag expression; empty for everything. */
  String tags() {
    return tags;
  }

  /** The version of the catalogue; empty for the newest. */
  Optional<Catalogue> catalogue() {
    return Optional.ofNullable(catalogue).map(ScopeArguments::judge);
  }

  /** Empty to find it out. */
  Optional<Release> release() {
    if (release.equals("auto")) {
      return Optional.empty();
    }
    Optional<Release> named = Release.of(release);
    if (named.isEmpty()) {
      throw new BadConfiguration(
          "--release "
              + release
              + ": allowed are auto, "
              + Release.allowed()
              + Nearest.question(release, Release.names()));
    }
    return named;
  }

  /** The share of the scenarios. */
  Shard shard() {
    return Shard.of(shard)
        .orElseThrow(
            () ->
                new BadConfiguration("--shard " + shard + ": write it like 2/3, the second of 3"));
  }

  private static Catalogue judge(String name) {
    try {
      return Catalogue.packed(name);
    } catch (IllegalArgumentException e) {
      throw new BadConfiguration("--" + e.getMessage());
    }
  }
}
