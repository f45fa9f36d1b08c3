package org.xapitck.kit.wire;

import java.util.List;

/** What a well-formed XML-RPC methodResponse holds. */
sealed interface XmlRpcDocument {

  /** The values of its params; a right answer has one. */
  record Params(List<Value> values) implements XmlRpcDocument {}

  /** A fault, which the API never sends. */
  record Fault(Value value) implements XmlRpcDocument {}
}
