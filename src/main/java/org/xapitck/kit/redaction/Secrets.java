package org.xapitck.kit.redaction;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xapitck.kit.text.Rendering;

/**
 * The passwords and session references of one run, and the mask that keeps them out of every
 * output. A secret is found as it is and as it looks in a URL, in base64, in XML and in JSON. Safe
 * for use by many threads.
 *
 * <p>A secret of 1 to 3 characters would be found in half of all words; it is masked only where it
 * stands as a whole string of JSON or a whole text of XML.
 */
public final class Secrets {
  /** What stands in place of a secret. */
  public static final String MASK = "***";

  /** Shorter secrets are found only where they are a whole text. */
  public static final int SHORTEST_EVERYWHERE = 4;

  private static final String CUT = "...";

  /** Characters of the longest message that quotes cut answers; a body of megabytes is no such. */
  private static final int LONGEST_QUOTING = 8192;

  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private volatile SecretForms forms = new SecretForms(List.of());
  private volatile List<String> spelt = List.of();

  /** Adds a secret; the empty text is none. */
  public void add(String secret) {
    add(secret, "SECRET");
  }

  /**
   * Adds a secret; the empty text is none.
   *
   * @param name says what it is, such as {@code SESSION_pool-admin}; a shell variable is named
   *     after it
   */
  public void add(String secret, String name) {
    if (!secret.isEmpty() && secrets.putIfAbsent(secret, name) == null) {
      rebuild();
    }
  }

  /** Every secret with the name of the shell variable that stands for it, longest first. */
  public List<Map.Entry<String, String>> variables() {
    return secrets.entrySet().stream()
        .sorted(Comparator.comparingInt(secret -> -secret.getKey().length()))
        .map(
            secret ->
                Map.entry(
                    secret.getKey(),
                    secret.getValue().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_")))
        .toList();
  }

  /** The text with each secret replaced by {@code ***}. */
  public String mask(String text) {
    return mask(text, text.length());
  }

  /**
   * The first characters of a text with each secret replaced by {@code ***}; a secret that begins
   * within them and ends behind them leaves nothing. What stands more than {@link #longest} behind
   * them is not looked at.
   *
   * @param length how many, at most all
   */
  public String mask(String text, int length) {
    String masked = forms.mask(text, length, MASK);
    return masked.length() <= LONGEST_QUOTING ? maskCut(masked) : masked;
  }

  /** Characters of the longest form of a secret. */
  public int longest() {
    return forms.longest();
  }

  /** Masks the beginning of a secret that was cut off by {@code ...}, as in a quoted answer. */
  private String maskCut(String text) {
    String masked = text;
    for (int cut = masked.indexOf(CUT); cut >= 0; cut = masked.indexOf(CUT, cut + CUT.length())) {
      // some quotations put a space in front of the dots
      int end = cut > 0 && masked.charAt(cut - 1) == ' ' ? cut - 1 : cut;
      int start = startOfSecret(masked, end);
      if (start < end) {
        masked = masked.substring(0, start) + MASK + masked.substring(end);
        cut = start + MASK.length() + cut - end;
      }
    }
    return masked;
  }

  /**
   * Where the longest beginning of a secret starts that ends at the cut; the cut itself if none
   * does.
   */
  private int startOfSecret(String text, int cut) {
    int longest = 0;
    for (String secret : spelt) {
      for (int length = Math.min(secret.length() - 1, cut);
          length >= Math.max(SHORTEST_EVERYWHERE, longest + 1);
          length--) {
        if (text.regionMatches(cut - length, secret, 0, length)) {
          longest = length;
        }
      }
    }
    return cut - longest;
  }

  private synchronized void rebuild() {
    List<SecretForms.Form> all = secrets.keySet().stream().flatMap(Secrets::forms).toList();
    forms = new SecretForms(all);
    spelt = all.stream().map(SecretForms.Form::text).distinct().toList();
  }

  private static Stream<SecretForms.Form> forms(String secret) {
    Set<String> spellings = spellings(secret);
    if (secret.length() >= SHORTEST_EVERYWHERE) {
      return spellings.stream().map(spelling -> new SecretForms.Form(spelling, 0));
    }
    return spellings.stream()
        .flatMap(
            spelling ->
                Stream.of(
                    new SecretForms.Form('"' + spelling + '"', 1),
                    new SecretForms.Form('>' + spelling + '<', 1)));
  }

  private static Set<String> spellings(String secret) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(secret);
    String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    spellings.add(url);
    spellings.add(url.replace("+", "%20"));
    spellings.add(lowerCaseHex(url));
    spellings.add(lowerCaseHex(url).replace("+", "%20"));
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    spellings.add(Base64.getEncoder().encodeToString(bytes));
    spellings.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    spellings.add(Base64.getUrlEncoder().encodeToString(bytes));
    String xml = secret.replace("&", "&amp;").replace("<", "&lt;");
    spellings.add(xml);
    spellings.add(xml.replace(">", "&gt;"));
    spellings.add(xml.replace(">", "&gt;").replace("\"", "&quot;"));
    spellings.add(xml.replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&apos;"));
    spellings.add(xml.replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;"));
    spellings.add(json(secret, false));
    spellings.add(json(secret, false).replace("/", "\\/"));
    spellings.add(json(secret, true));
    return spellings;
  }

  /** As the kit's own XML spells it. */
  public static String xml(String secret) {
    return secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Some encoders write %2f where others write %2F. */
  private static String lowerCaseHex(String url) {
    return Pattern.compile("%[0-9A-F]{2}")
        .matcher(url)
        .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
  }

  /** As a text of JSON. */
  public static String json(String secret, boolean asciiOnly) {
    StringBuilder escaped = new StringBuilder();
    for (char c : secret.toCharArray()) {
      Rendering.escape(c, asciiOnly, escaped);
    }
    return escaped.toString();
  }
}
