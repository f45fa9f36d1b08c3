package org.xapitck.kit.redaction;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The forms in which secrets may stand in a text, as a tree of their characters: all of them are
 * looked for in one pass, whose cost does not grow with their number. Immutable once built.
 */
final class SecretForms {
  private static final int ASCII = 128;

  private final Node root = new Node();
  private final Node[] first = new Node[ASCII];
  private int longest;

  /**
   * A form of a secret.
   *
   * @param text as it stands in an output
   * @param edge characters at each end that belong to the notation and are shown, 0 or 1
   */
  record Form(String text, int edge) {}

  /** One character of some forms. */
  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private int edge = -1;

    boolean ends() {
      return edge >= 0;
    }
  }

  SecretForms(Collection<Form> forms) {
    forms.forEach(this::add);
    root.next.forEach(
        (c, node) -> {
          if (c < ASCII) {
            first[c] = node;
          }
        });
  }

  private void add(Form form) {
    Node node = root;
    for (char c : form.text().toCharArray()) {
      node = node.next.computeIfAbsent(c, any -> new Node());
    }
    node.edge = form.edge();
    longest = Math.max(longest, form.text().length());
  }

  /** Characters of the longest form. */
  int longest() {
    return longest;
  }

  /**
   * The first {@code length} characters of a text with the mask in place of each secret. One that
   * begins within them is masked whole, also where it ends behind them; secrets that overlap share
   * a mask.
   */
  String mask(String text, int length, String mask) {
    StringBuilder masked = null;
    int shown = 0; // where the text goes on that is neither copied nor masked
    int begin = -1;
    int end = -1;
    for (int at = 0; at < length; at++) {
      long found = find(text, at);
      if (found < 0) {
        continue;
      }
      int from = (int) (found >> 32);
      int to = (int) found;
      if (begin >= 0 && from < end) {
        end = Math.max(end, to);
        continue;
      }
      if (begin >= 0) {
        masked.append(text, shown, begin).append(mask);
        shown = end;
      }
      masked = masked == null ? new StringBuilder(length) : masked;
      begin = from;
      end = to;
    }
    if (masked == null) {
      return length == text.length() ? text : text.substring(0, length);
    }
    masked.append(text, shown, begin).append(mask);
    return end < length ? masked.append(text, end, length).toString() : masked.toString();
  }

  /** Begin and end of what is hidden by the longest form at this place, or -1. */
  private long find(String text, int at) {
    char c = text.charAt(at);
    Node node = c < ASCII ? first[c] : root.next.get(c);
    long found = -1;
    for (int next = at + 1; node != null; next++) {
      if (node.ends()) {
        found = (long) (at + node.edge) << 32 | next - node.edge;
      }
      node = next < text.length() ? node.next.get(text.charAt(next)) : null;
    }
    return found;
  }
}
