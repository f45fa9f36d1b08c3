package org.xapitck.kit.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xapitck.kit.model.Wire.Notation;

/**
 * One legal way of writing a request that client libraries seldom choose. The list is closed;
 * {@code forms} writes the bytes of each. A form about a value applies to the last parameter of the
 * call.
 */
public enum RequestForm {
  STRING_ELEMENTS("string elements throughout", Notation.XML),
  UNTYPED_VALUE("an untyped value", Notation.XML),
  UNTYPED_VALUES("untyped values alone", Notation.XML),
  CDATA("a CDATA section", Notation.XML),
  DECIMAL_REFERENCES("decimal references", Notation.XML),
  HEXADECIMAL_REFERENCES("hexadecimal references", Notation.XML),
  ENTITIES("the five entities", Notation.XML),
  BLANKS_BETWEEN_ELEMENTS("white space between elements", Notation.XML),
  NO_DECLARATION("no declaration", Notation.XML),
  DECLARATION_IN_LOWER_CASE("a declaration of utf-8 in lower case", Notation.XML),
  STANDALONE_DECLARATION("a standalone declaration", Notation.XML),
  EMPTY_ELEMENT("an empty element", Notation.XML),
  PLAIN_DOUBLE("a double of digits and a period", Notation.XML),
  SIGNED_DOUBLE("a double with a plus sign", Notation.XML),
  COMMENTS("comments between elements", Notation.XML),
  BYTE_ORDER_MARK("a byte order mark", Notation.XML),
  UTF_16("UTF-16 with its mark", Notation.XML),
  ISO_8859_1("declared ISO-8859-1", Notation.XML),
  US_ASCII("declared US-ASCII", Notation.XML),
  INTEGRAL_DOUBLE("a double without a period", Notation.XML),
  INT("an int", Notation.XML),
  I4("an i4", Notation.XML),

  NUMERIC_ESCAPES("escapes of four digits", Notation.JSON),
  SHORT_ESCAPES("short escapes", Notation.JSON),
  BLANKS_BETWEEN_TOKENS("white space between tokens", Notation.JSON),
  REVERSED_MEMBERS("members in reverse order", Notation.JSON),
  INTEGER("a number without a fraction", Notation.JSON),
  FRACTION_OF_ZERO("a number with a fraction of zero", Notation.JSON),
  SMALL_EXPONENT("a number with an exponent", Notation.JSON),
  CAPITAL_EXPONENT("an integer with a capital exponent", Notation.JSON),
  TEXT_ID("the id \"abc\"", Notation.JSON),
  DIGIT_ID("the id \"1\"", Notation.JSON),
  ZERO_ID("the id 0", Notation.JSON),
  NEGATIVE_ID("the id -5", Notation.JSON),
  UNKNOWN_MEMBER("a member that nobody knows", Notation.JSON),

  CHARSET_PARAMETER("a media type with a charset", Notation.XML, Notation.JSON),
  FURTHER_HEADERS("headers of browsers", Notation.XML, Notation.JSON),
  EXPECT_CONTINUE("Expect: 100-continue", Notation.XML, Notation.JSON);

  private static final Set<RequestForm> IDS = EnumSet.of(TEXT_ID, DIGIT_ID, ZERO_ID, NEGATIVE_ID);

  private final String words;
  private final Set<Notation> notations;

  RequestForm(String words, Notation... notations) {
    this.words = words;
    this.notations = EnumSet.copyOf(Arrays.asList(notations));
  }

  /** Its name in features and reports. */
  public String words() {
    return words;
  }

  /** Whether requests of this notation can be written so. */
  public boolean isOf(Notation notation) {
    return notations.contains(notation);
  }

  /** Whether it is about the id of the request, which the answer has to bear. */
  public boolean isAboutId() {
    return IDS.contains(this);
  }

  /** The form of this name. */
  public static Optional<RequestForm> of(String words) {
    return Arrays.stream(values()).filter(form -> form.words.equals(words)).findFirst();
  }

  /** All names, sorted. */
  public static Set<String> names() {
    return Arrays.stream(values())
        .map(RequestForm::words)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
