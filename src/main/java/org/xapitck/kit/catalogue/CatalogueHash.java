package org.xapitck.kit.catalogue;

import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.text.Sha256;

/**
 * The hash of a catalogue. It covers everything that decides a verdict or is said in one; notes may
 * be reworded without a new hash.
 */
final class CatalogueHash {

  private CatalogueHash() {}

  /** SHA-256 in hexadecimal digits; the order of the requirements counts. */
  static String of(Collection<Requirement> requirements, Foundations foundations) {
    return Sha256.hex(
        requirements.stream().map(CatalogueHash::words).collect(Collectors.joining())
            + foundations.stated());
  }

  private static String words(Requirement requirement) {
    return String.join(
        "\u0000",
        requirement.id(),
        requirement.kind().id(),
        requirement.level().id(),
        requirement.since(),
        requirement.source(),
        requirement.text(),
        requirement.reason().orElse(""),
        new TreeSet<>(requirement.wires()).toString(),
        requirement.fact().map(Fact::stated).orElse(""),
        "\u0001");
  }
}
