package org.xapitck.kit.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Requirement;

/**
 * The hash of a catalogue. It covers everything that decides a verdict or is said in one; notes may
 * be reworded without a new hash.
 */
final class CatalogueHash {

  private CatalogueHash() {}

  /** SHA-256 in hexadecimal digits; the order of the requirements counts. */
  static String of(Collection<Requirement> requirements) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Requirement requirement : requirements) {
        digest.update(words(requirement).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
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
