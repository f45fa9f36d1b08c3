package org.xapitck.simulator.fault.defects.wires;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.defects.DefectBuilder;
import org.xapitck.simulator.http.HttpStyle.HeaderRule;
import org.xapitck.simulator.rpc.Wire;

/** Forms of a request that a server cannot read, though each is legal. */
public final class RequestDefects {
  private static final Set<Wire> XML = EnumSet.of(Wire.XMLRPC);

  private RequestDefects() {}

  /** Adds these to the table. */
  public static void register(DefectBuilder defects) {
    texts(defects);
    documents(defects);
    encodings(defects);
    numbers(defects);
    json(defects, Wire.JSONRPC1, "json1", "JSON-RPC 1.0");
    json(defects, Wire.JSONRPC2, "json2", "JSON-RPC 2.0");
    http(defects);
  }

  private static void texts(DefectBuilder defects) {
    xml(
        defects,
        "string-elements-unread",
        "a text in a string element is refused",
        unread("<string>"),
        "string");
    xml(
        defects,
        "untyped-values-lost",
        "a value without a type is empty where others have one",
        misread("(?s)(<string>.*)<value>[^<]+</value>", "$1<value></value>"),
        "untyped");
    xmlAdvised(
        defects,
        "untyped-values-trimmed",
        "a value without a type loses the blanks around it where others have one",
        misread("(?s)(<string>.*)<value>\\s+([^<]*?)\\s+</value>", "$1<value>$2</value>"),
        "outer_blanks");
    xml(defects, "cdata-unread", "CDATA is refused", unread("<!\\[CDATA\\["), "cdata");
    xml(
        defects,
        "cdata-lost",
        "a text in CDATA is empty",
        misread("<!\\[CDATA\\[(.*?)\\]\\]>", ""),
        "cdata");
    xml(
        defects,
        "decimal-references-kept",
        "a decimal reference is taken for text",
        misread("&(#(?!13)[0-9]+;)", "&amp;$1"),
        "references");
    xml(
        defects,
        "hexadecimal-references-unread",
        "a hexadecimal reference is refused",
        unread("&#x"),
        "references");
    xml(
        defects,
        "supplementary-references-lost",
        "a reference of a supplementary character is a question mark",
        misread("&#(?:x1[0-9A-F]{4}|1[0-9]{5});", "?"),
        "references");
    xml(
        defects,
        "text-beside-references-lost",
        "a text with references is no more than these",
        Intercept.misread(XML, RequestDefects::referencesAlone),
        "references");
    xml(
        defects,
        "apostrophe-entity-kept",
        "the entities apos and quot are taken for text",
        misread("&(apos|quot);", "&amp;$1;"),
        "entities");
    xmlAdvised(
        defects,
        "referenced-carriage-return-lost",
        "a carriage return that is a reference is left out",
        misread("&#13;", ""),
        "carriage_return");
  }

  private static String referencesAlone(String body) {
    return Pattern.compile("<string>([^<]*&#[^<]*)</string>")
        .matcher(body)
        .replaceAll(
            text ->
                "<string>" + text.group(1).replaceAll("(&#\\w+;)|&\\w+;|[^&]", "$1") + "</string>");
  }

  private static void documents(DefectBuilder defects) {
    xml(
        defects,
        "white-space-between-elements-unread",
        "white space between elements is refused",
        unread("</methodName>\\s"),
        "white_space");
    xml(
        defects,
        "declaration-needed",
        "a request without a declaration is refused",
        unread("^<methodCall"),
        "declaration");
    xml(
        defects,
        "utf-8-in-lower-case-unread",
        "the encoding utf-8 in lower case is refused",
        unread("encoding=\"utf-8\""),
        "declaration");
    xml(
        defects,
        "standalone-unread",
        "a declaration with standalone is refused",
        unread("standalone="),
        "declaration");
    xml(
        defects,
        "empty-element-unread",
        "an empty element is refused",
        unread("<string/>"),
        "empty");
    xmlAdvised(defects, "comments-unread", "comments are refused", unread("<!-- "), "comments");
  }

  private static void encodings(DefectBuilder defects) {
    xmlAdvised(
        defects,
        "byte-order-mark-unread",
        "a byte order mark is refused",
        unread("^\u00ef\u00bb\u00bf"),
        "encodings");
    xmlAdvised(defects, "utf-16-unread", "UTF-16 is refused", unread("^\u00fe\u00ff"), "encodings");
    xmlAdvised(
        defects,
        "latin-1-read-as-utf-8",
        "ISO-8859-1 is read without its accents",
        Intercept.misread(
            XML,
            body -> body.contains("ISO-8859-1") ? body.replaceAll("[^\\x00-\\x7F]", "?") : body),
        "encodings");
  }

  private static void numbers(DefectBuilder defects) {
    xml(
        defects,
        "plus-sign-unread",
        "a number with a plus sign is refused",
        unread("<double>\\+"),
        "double");
    xmlAdvised(
        defects,
        "integers-for-floats-unread",
        "an int for a float is refused",
        unread("<(?:int|i4)>"),
        "integers");
  }

  private static void json(DefectBuilder defects, Wire wire, String name, String title) {
    Set<Wire> wires = EnumSet.of(wire);
    String rule = "wire." + name + ".request.";
    JsonForm form =
        (id, sentence) ->
            defects.must(name + '-' + id, sentence + " over " + title).at("requests").on(wires);
    form.of("escaped-slash-kept", "an escaped slash keeps its backslash")
        .by(Intercept.misread(wires, body -> body.replace("\\/", "\\\\/")))
        .breaks(rule + "escapes");
    form.of("escapes-of-digits-unread", "an escape of four digits is refused")
        .by(Intercept.unread(wires, "\\\\u00"))
        .breaks(rule + "escapes");
    form.of("escaped-capitals-lost", "an escape of four digits for a letter of ASCII is lost")
        .by(Intercept.misread(wires, body -> body.replaceAll("\\\\u00[45][0-9a-f]", "?")))
        .breaks(rule + "escapes");
    form.of("breaks-beside-digits-kept", "beside an escape of four digits a line feed is n")
        .by(
            Intercept.misread(
                wires, body -> body.contains("\\u00") ? body.replace("\\n", "n") : body))
        .breaks(rule + "escapes");
    form.of("surrogate-pairs-lost", "a surrogate pair of escapes is two question marks")
        .by(Intercept.misread(wires, body -> body.replaceAll("\\\\u[dD][89a-f][0-9a-f]{2}", "?")))
        .breaks(rule + "surrogates");
    form.of("white-space-unread", "white space between tokens is refused")
        .by(Intercept.unread(wires, "\\{\\s"))
        .breaks(rule + "white_space");
    form.of("member-order-fixed", "a request that begins with its id is refused")
        .by(Intercept.unread(wires, "^\\{\"id\""))
        .breaks(rule + "member_order");
    form.of("integers-for-floats-unread", "a number without a fraction is refused for a float")
        .by(Intercept.unread(wires, "set_progress\".*,-?[0-9]+\\]"))
        .breaks(rule + "numbers");
    form.of("small-exponents-unread", "a number with an exponent in lower case is refused")
        .by(Intercept.unread(wires, ",[0-9.]+e-?[0-9]+\\]"))
        .breaks(rule + "numbers");
    form.of("text-ids-unread", "an id that is a text is refused")
        .by(Intercept.unread(wires, "\"id\":\""))
        .breaks(rule + "ids");
    form.of("text-ids-as-numbers", "an id that is a text of digits comes back as a number")
        .by(Intercept.misread(wires, body -> body.replace("\"id\":\"1\"", "\"id\":1")))
        .breaks(rule + "ids");
    form.of("negative-ids-lost", "a negative id comes back without its sign")
        .by(Intercept.misread(wires, body -> body.replace("\"id\":-", "\"id\":")))
        .breaks(rule + "ids");
    defects
        .should(name + "-unknown-members-unread", "an unknown member is refused over " + title)
        .at("requests")
        .on(wires)
        .by(Intercept.unread(wires, "\"extension\""))
        .breaks(rule + "unknown_member");
  }

  @FunctionalInterface
  private interface JsonForm {
    DefectBuilder.Sentence of(String id, String sentence);
  }

  private static void xml(
      DefectBuilder defects, String id, String sentence, Alteration change, String rule) {
    defects
        .must("xmlrpc-" + id, sentence + " over XML-RPC")
        .at("requests")
        .on(XML)
        .by(change)
        .breaks("wire.xmlrpc.request." + rule);
  }

  private static void xmlAdvised(
      DefectBuilder defects, String id, String sentence, Alteration change, String rule) {
    defects
        .should("xmlrpc-" + id, sentence + " over XML-RPC")
        .at("requests")
        .on(XML)
        .by(change)
        .breaks("wire.xmlrpc.request." + rule);
  }

  private static Alteration misread(String regex, String replacement) {
    return Intercept.misread(XML, body -> body.replaceAll(regex, replacement));
  }

  private static Alteration unread(String regex) {
    return Intercept.unread(XML, regex);
  }

  private static void http(DefectBuilder defects) {
    head(defects, "charset-unread", "a media type with a charset is refused with HTTP 415")
        .by(header("content-type", "charset", 415))
        .breaks("http.request.charset");
    head(defects, "cookies-hang-up", "a request with a cookie is cut off without an answer")
        .by(header("cookie", "", 0))
        .breaks("http.request.headers");
    defects
        .should("expectation-fails", "a request that expects a 100-continue gets HTTP 417")
        .at("heads")
        .by(header("expect", "100-continue", 417))
        .breaks("http.request.expect");
  }

  private static DefectBuilder.Sentence head(DefectBuilder defects, String id, String sentence) {
    return defects.must(id, sentence).at("heads");
  }

  private static Alteration header(String name, String part, int status) {
    return Intercept.http(style -> style.with(new HeaderRule(name, part, status)));
  }
}
