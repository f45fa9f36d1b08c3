package org.xapitck.simulator.fault.defects.wires;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.defects.DefectBuilder;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.Wire;

/** What goes wrong on XML-RPC alone. */
public final class XmlRpcDefects {
  private static final Set<Wire> XML = EnumSet.of(Wire.XMLRPC);
  private static final String STATUS_FAILURE =
      "<member><name>Status</name><value>Failure</value></member>";
  private static final String STATUS_SUCCESS =
      "<member><name>Status</name><value>Success</value></member>";

  private XmlRpcDefects() {}

  /** Adds these to the table. */
  public static void register(DefectBuilder defects) {
    failures(defects);
    successes(defects);
    forms(defects);
    types(defects);
  }

  private static void failures(DefectBuilder defects) {
    form(defects, "xmlrpc-failure-as-fault", "an error of the API is a fault")
        .by(
            Intercept.failures(
                XML,
                body ->
                    "<?xml version=\"1.0\"?><methodResponse><fault><value><struct><member>"
                        + "<name>faultCode</name><value><int>1</int></value></member><member>"
                        + "<name>faultString</name><value>refused</value></member>"
                        + "</struct></value></fault></methodResponse>"))
        .breaks("wire.xmlrpc.no_fault");
    form(defects, "xmlrpc-failure-is-text", "ErrorDescription is one text, not an array")
        .by(
            Intercept.failures(
                XML,
                body ->
                    body.replaceFirst(
                        "<array><data><value>([A-Za-z_]*)</value>.*</data></array>", "$1")))
        .breaks("wire.xmlrpc.failure");
    form(defects, "xmlrpc-failure-without-status", "a failure has no Status")
        .by(Intercept.failures(XML, body -> body.replace(STATUS_FAILURE, "")))
        .breaks("wire.xmlrpc.response");
    form(defects, "xmlrpc-failure-as-status-error", "the Status of a failure is Error")
        .by(Intercept.failures(XML, body -> body.replace(">Failure<", ">Error<")))
        .breaks("wire.xmlrpc.response");
    form(defects, "xmlrpc-failure-by-http-500", "an error of the API comes with HTTP 500")
        .by(Intercept.status(XML, "HANDLE_INVALID", 500))
        .breaks("wire.xmlrpc.well_formed");
    form(defects, "xmlrpc-session-by-http-401", "SESSION_INVALID comes with HTTP 401")
        .by(Intercept.status(XML, "SESSION_INVALID", 401))
        .breaks("wire.xmlrpc.well_formed");
  }

  private static void successes(DefectBuilder defects) {
    form(defects, "xmlrpc-success-without-status", "a success has no Status")
        .by(Intercept.successes(XML, body -> body.replace(STATUS_SUCCESS, "")))
        .breaks("wire.xmlrpc.response");
    form(defects, "xmlrpc-success-bare", "a success is its value without the struct")
        .by(
            Intercept.successes(
                XML,
                body ->
                    body.replaceFirst(
                            "<value><struct>" + STATUS_SUCCESS + "<member><name>Value</name>", "")
                        .replace("</member></struct></value></param>", "</param>")))
        .breaks("wire.xmlrpc.response");
    form(defects, "xmlrpc-void-without-value", "a success with an empty value has no Value")
        .by(
            Intercept.successes(
                XML,
                body -> body.replace("<member><name>Value</name><value></value></member>", "")))
        .breaks("wire.xmlrpc.success");
    form(defects, "xmlrpc-two-params", "an answer has two params")
        .by(
            Intercept.successes(
                XML,
                body -> body.replace("</params>", "<param><value>again</value></param></params>")))
        .breaks("wire.xmlrpc.response");
  }

  private static void forms(DefectBuilder defects) {
    form(defects, "xmlrpc-texts-not-escaped", "an ampersand is sent as it is")
        .by(Intercept.successes(XML, body -> body.replace("&amp;", "&")))
        .breaks("wire.xmlrpc.well_formed");
    form(defects, "xmlrpc-in-latin-1", "texts are sent in Latin-1")
        .by(Intercept.successes(XML, XmlRpcDefects::latin1))
        .breaks("wire.xmlrpc.well_formed");
    form(defects, "xmlrpc-texts-cut-after-accents", "texts end at the first accent")
        .by(
            Intercept.values(
                XML,
                v ->
                    org.xapitck.simulator.fault.alter.Values.text(
                        v, text -> text.replaceFirst("[^\\x00-\\x7F].*", ""))))
        .breaks(
            "text.name_label",
            "text.name_description",
            "text.result",
            "text.error_info",
            "text.other_config");
  }

  /** The two-byte letters of UTF-8 as one byte each, everything else as it was. */
  static String latin1(String body) {
    StringBuilder text = new StringBuilder(body.length());
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      boolean pair = (c == 0xC2 || c == 0xC3) && i + 1 < body.length();
      text.append(pair ? (char) ((c & 3) << 6 | body.charAt(++i) & 0x3F) : c);
    }
    return text.toString();
  }

  private static void types(DefectBuilder defects) {
    type(defects, "xmlrpc-floats-as-text", "numbers are texts", XmlRpcDefects::floatAsText)
        .breaks("wire.xmlrpc.float");
    type(defects, "xmlrpc-dates-as-text", "points in time are strings", XmlRpcDefects::dateAsText)
        .breaks("wire.xmlrpc.datetime");
    type(
            defects,
            "xmlrpc-empty-sets-as-nothing",
            "an empty set is nothing",
            XmlRpcDefects::emptySet)
        .breaks("wire.xmlrpc.set");
    type(defects, "xmlrpc-maps-as-arrays", "maps are arrays of pairs", XmlRpcDefects::mapAsArray)
        .breaks("wire.xmlrpc.map");
    JsonDefects.whole(defects, XML, "xmlrpc", "XML-RPC", "wire.xmlrpc.");
    defects
        .must("xmlrpc-status-as-number", "the status is a number over XML-RPC")
        .at("types of xmlrpc")
        .on(XML)
        .by(Intercept.value(XML, "task.get_status", v -> new Value.Int32(0)))
        .breaks("task.get_status.result");
    defects
        .must("xmlrpc-progress-of-two-digits", "get_progress has two digits over XML-RPC")
        .at("types of xmlrpc")
        .on(XML)
        .by(
            Intercept.value(
                XML,
                "task.get_progress",
                v ->
                    v instanceof Value.Real real
                        ? new Value.Real(Math.round(real.number() * 10) / 10.0)
                        : v))
        .breaks("task.set_progress.effect");
  }

  static Value floatAsText(Value value) {
    return value instanceof Value.Real real ? Value.of(Double.toString(real.number())) : value;
  }

  static Value dateAsText(Value value) {
    return value instanceof Value.Time time ? Value.of(time.text()) : value;
  }

  static Value emptySet(Value value) {
    return value.equals(new Value.Array(List.of())) ? Value.VOID : value;
  }

  /** A map of texts; records have other values among theirs. */
  static Value mapAsArray(Value value) {
    return value instanceof Value.Struct struct
            && struct.members().stream().allMatch(m -> m.value() instanceof Value.Text)
        ? new Value.Array(struct.members().stream().map(Value.Member::value).toList())
        : value;
  }

  private static DefectBuilder.Sentence form(DefectBuilder defects, String id, String sentence) {
    return defects.must(id, sentence + " over XML-RPC").at("form of xmlrpc").on(XML);
  }

  private static DefectBuilder.Sentence type(
      DefectBuilder defects, String id, String sentence, UnaryOperator<Value> change) {
    return defects
        .must(id, sentence + " over XML-RPC")
        .at("types of xmlrpc")
        .on(XML)
        .by(Intercept.values(XML, change));
  }
}
