package org.xapitck.kit.xmlrpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.ValueText;
import org.xapitck.kit.wire.CheckedAnswer;
import org.xapitck.kit.wire.ErrorTexts;

/**
 * Judges the envelope of an XML-RPC answer: one param, a struct with Status and what belongs to it.
 */
final class XmlRpcEnvelope {
  static final String WELL_FORMED = Wire.XMLRPC.rule("well_formed");
  static final String RESPONSE = Wire.XMLRPC.rule("response");
  static final String SUCCESS = Wire.XMLRPC.rule("success");
  static final String FAILURE = Wire.XMLRPC.rule("failure");
  static final String NO_FAULT = Wire.XMLRPC.rule("no_fault");

  /** The one message that answers without a Status: it is of XML-RPC, not of the API. */
  private static final String LIST_METHODS = "system.listMethods";

  private final List<Exchange.Violation> violations = new ArrayList<>();

  private XmlRpcEnvelope() {}

  static CheckedAnswer judge(String method, XmlRpcDocument document) {
    XmlRpcEnvelope envelope = new XmlRpcEnvelope();
    Answer answer =
        document instanceof XmlRpcDocument.Fault fault
            ? envelope.fault(fault.value())
            : envelope.params(method, ((XmlRpcDocument.Params) document).values());
    return new CheckedAnswer(answer, envelope.violations);
  }

  private Answer fault(Value value) {
    violate(NO_FAULT, "Status Failure with ErrorDescription, never a fault", value);
    return new Answer.Malformed("a fault instead of an answer: " + words(value));
  }

  private Answer params(String method, List<Value> values) {
    if (values.size() != 1) {
      String actual = values.size() + " params";
      violations.add(new Exchange.Violation(RESPONSE, "one param", actual));
      return new Answer.Malformed("a methodResponse with " + actual);
    }
    Value value = values.get(0);
    if (method.equals(LIST_METHODS) && value instanceof Value.Array) {
      return new Answer.Success(value);
    }
    if (value instanceof Value.Struct struct) {
      return status(struct);
    }
    violate(RESPONSE, "a struct with Status", value);
    return new Answer.Malformed("no Status: " + words(value));
  }

  private Answer status(Value.Struct struct) {
    Map<String, Value> members = struct.members();
    Value status = members.get("Status");
    String word = status instanceof Value.Text text ? text.text() : "";
    boolean right = word.equals("Success") || word.equals("Failure");
    if (!right) {
      violate(RESPONSE, "a struct whose Status is Success or Failure", status, struct);
    }
    if (word.equalsIgnoreCase("Success")) {
      return success(members, struct);
    } else if (word.equalsIgnoreCase("Failure")) {
      return failure(members, struct);
    } else if (members.containsKey("ErrorDescription")) {
      return failure(members, struct);
    } else if (members.containsKey("Value")) {
      return success(members, struct);
    }
    return new Answer.Malformed("no Status that says Success or Failure: " + words(struct));
  }

  private Answer success(Map<String, Value> members, Value.Struct struct) {
    if (!members.containsKey("Value") || members.containsKey("ErrorDescription")) {
      violate(SUCCESS, "Status Success with Value and no ErrorDescription", struct);
    }
    return new Answer.Success(members.getOrDefault("Value", new Value.Nil()));
  }

  private Answer failure(Map<String, Value> members, Value.Struct struct) {
    Value description = members.get("ErrorDescription");
    Optional<ErrorTexts> texts =
        description == null ? Optional.empty() : ErrorTexts.read(description);
    if (texts.isEmpty() || !texts.get().right()) {
      violate(
          FAILURE,
          "ErrorDescription, an array of strings with the code first",
          description,
          struct);
    }
    if (texts.isPresent()) {
      return texts.get().failure();
    }
    return new Answer.Malformed("a Failure without a code: " + words(struct));
  }

  private void violate(String rule, String expected, Value actual) {
    violations.add(new Exchange.Violation(rule, expected, words(actual)));
  }

  /** Quotes the member, or where it is missing the struct that should hold it. */
  private void violate(String rule, String expected, Value member, Value.Struct struct) {
    violate(rule, expected, member == null ? struct : member);
  }

  private static String words(Value value) {
    return ValueText.of(value, Wire.XMLRPC);
  }
}
