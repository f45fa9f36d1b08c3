package org.xapitck.kit.xmlrpc;

import java.util.List;
import org.xapitck.kit.model.Value;

/** What a well-formed XML-RPC methodResponse holds. */
public sealed interface XmlRpcDocument {

  /** The values of its params; a right answer has one. */
  record Params(List<Value> values) implements XmlRpcDocument {}

  /** A fault, which the API never sends. */
  record Fault(Value value) implements XmlRpcDocument {}
}
