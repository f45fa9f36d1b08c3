package org.xapitck.kit.page;

import java.net.URI;
import java.util.Optional;

/**
 * Words that lead somewhere, as far as their address is one of the web: that of an archived run
 * comes from a file that anybody may have written.
 *
 * @param words what is shown
 * @param address where they lead; empty where that is nowhere
 */
public record Link(String words, String address) {

  /** A link to a page of the web; words alone where the address is none. */
  public static Link of(String words, Optional<URI> address) {
    return new Link(
        words,
        address
            .map(URI::toString)
            .filter(uri -> uri.matches("https?://[^\\s()<>\"']+"))
            .orElse(""));
  }

  /** Whether it leads anywhere. */
  public boolean leads() {
    return !address.isEmpty();
  }
}
