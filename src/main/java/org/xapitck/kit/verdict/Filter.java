package org.xapitck.kit.verdict;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.xapitck.kit.model.Redaction;

/**
 * What limits a run to a selection.
 *
 * @param tags as the user gave them; empty for all
 * @param shard the share of what they select
 * @param missing names of the shares that a joined run lacks, sorted
 */
public record Filter(String tags, Shard shard, List<String> missing) {

  /** Narrows nothing down. */
  public static final Filter NONE = new Filter("", Shard.WHOLE);

  public Filter {
    missing = List.copyOf(new TreeSet<>(missing));
  }

  /** A share of what the tags select, with nothing missing. */
  public Filter(String tags, Shard shard) {
    this(tags, shard, List.of());
  }

  /** The same of a joined run that lacks these shares. */
  public Filter without(Set<String> shares) {
    return new Filter(tags, shard, List.copyOf(shares));
  }

  /** The same without any secret. */
  Filter redacted(Redaction redaction) {
    return new Filter(redaction.of(tags), shard, missing);
  }

  /** Whether it leaves everything in. */
  public boolean isNone() {
    return tags.isBlank() && shard.isWhole() && missing.isEmpty();
  }

  /** As reports name it; empty where it leaves everything in. */
  public String text() {
    String text = tags;
    if (!shard.isWhole()) {
      text = listed(text, "shard " + shard);
    }
    return missing.isEmpty() ? text : listed(text, "without " + String.join(", ", missing));
  }

  private static String listed(String text, String more) {
    return text.isEmpty() ? more : text + ", " + more;
  }
}
