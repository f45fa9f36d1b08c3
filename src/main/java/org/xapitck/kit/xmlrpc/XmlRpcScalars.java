package org.xapitck.kit.xmlrpc;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.text.Limits;
import org.xapitck.kit.text.NotWellFormed;

/**
 * The scalar tags of XML-RPC and what their texts mean. Both parsers of an answer read scalars
 * here, so that neither the JVM's time zone nor a locale nor a spelling of a number can make them
 * differ.
 */
final class XmlRpcScalars {
  private static final Set<String> TAGS =
      Set.of("string", "int", "i4", "i8", "double", "boolean", "dateTime.iso8601", "base64", "nil");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[+-]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

  private XmlRpcScalars() {}

  /** Whether a tag within {@code value} is one of a scalar. */
  static boolean isScalar(String tag) {
    return TAGS.contains(tag);
  }

  /**
   * The value of a scalar.
   *
   * @throws NotWellFormed where the text is none of the tag
   */
  static Value read(String tag, String text) throws NotWellFormed {
    return switch (tag) {
      case "string" -> new Value.Text(text);
      case "dateTime.iso8601" -> new Value.Time(text.strip());
      case "base64" -> new Value.Binary(text.strip());
      case "boolean" -> bool(text.strip());
      case "double" -> decimal(text.strip());
      case "nil" -> nil(text);
      default -> integer(tag, text.strip());
    };
  }

  private static Value integer(String tag, String text) throws NotWellFormed {
    checkLength(text);
    if (!INTEGER.matcher(text).matches()) {
      throw refused(tag, text);
    }
    return new Value.Number(new BigDecimal(text), true);
  }

  private static Value decimal(String text) throws NotWellFormed {
    checkLength(text);
    if (NOT_FINITE.matcher(text).matches()) {
      return new Value.NotFinite(text);
    }
    if (!DECIMAL.matcher(text).matches()) {
      throw refused("double", text);
    }
    return new Value.Number(new BigDecimal(text), false);
  }

  private static Value bool(String text) throws NotWellFormed {
    return switch (text) {
      case "1" -> new Value.Bool(true);
      case "0" -> new Value.Bool(false);
      default -> throw refused("boolean", text);
    };
  }

  private static Value nil(String text) throws NotWellFormed {
    if (!text.isBlank()) {
      throw refused("nil", text);
    }
    return new Value.Nil();
  }

  private static void checkLength(String text) throws NotWellFormed {
    if (text.length() > Limits.NUMBER_LENGTH) {
      throw new NotWellFormed("a number of " + text.length() + " characters");
    }
  }

  private static NotWellFormed refused(String tag, String text) {
    return new NotWellFormed("<" + tag + "> with the text \"" + Excerpt.line(text, 40) + '"');
  }
}
