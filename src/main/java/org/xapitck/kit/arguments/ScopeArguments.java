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
          "The release to judge by: auto (default) for what the server claims to be, "
              + "page, a code name or a version.")
  private String release;

  @Option(
      names = "--tags",
      paramLabel = "EXPR",
      defaultValue = "",
      description =
          "Only scenarios of these requirements, such as @task.cancel.effect, or of a "
              + "whole message, such as @task.cancel.")
  private String tags;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      defaultValue = "1/1",
      description = "Run only this share of the scenarios, such as 2/3; merge joins the reports.")
  private String shard;

  @Option(
      names = "--catalogue",
      paramLabel = "VERSION",
      description =
          "Judge by this version of the catalogue, such as 3 or 3-3f2a9c1b0d4e, so that "
              + "a newer kit changes no verdict; the newest by default.")
  private String catalogue;

  @Option(
      names = "--roles",
      paramLabel = "ROLE",
      split = ",",
      description =
          "Judge by the accounts of these roles only, such as root for a host without "
              + "external authentication; the verdict then says so.")
  private List<String> roles;

  @Option(
      names = "--read-only",
      description =
          "Send no message that writes, except login and logout; what needs one is "
              + "not-testable.")
  private boolean readOnly;

  @Option(
      names = "--no-wrong-password",
      description =
          "Try no wrong password of an account, for a directory that locks accounts at "
              + "once. By default a whole run tries one, for the account of the lowest role "
              + "and never for root, right before it logs in as that account.")
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
