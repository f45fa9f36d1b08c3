package org.xapitck.simulator.rpc;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The three wires, by the names that reports give them. */
public enum Wire {
  /** XML-RPC. */
  XMLRPC("xmlrpc"),
  /** JSON-RPC 1.0. */
  JSONRPC1("jsonrpc1"),
  /** JSON-RPC 2.0. */
  JSONRPC2("jsonrpc2");

  /** All three. */
  public static final Set<Wire> ALL = Collections.unmodifiableSet(EnumSet.allOf(Wire.class));

  /** Both of JSON. */
  public static final Set<Wire> JSON = Collections.unmodifiableSet(EnumSet.of(JSONRPC1, JSONRPC2));

  private final String id;

  Wire(String id) {
    this.id = id;
  }

  /** Its name in options and reports. */
  public String id() {
    return id;
  }

  /** The wire that a request was written for: only 2.0 names its version. */
  public static Wire asked(String contentType, String body) {
    if (contentType.equals("text/xml")) {
      return XMLRPC;
    }
    return body.contains("\"jsonrpc\"") ? JSONRPC2 : JSONRPC1;
  }

  /** The wires of these names. */
  public static Set<Wire> named(String... ids) {
    EnumSet<Wire> wires = EnumSet.noneOf(Wire.class);
    Arrays.stream(values()).filter(w -> Arrays.asList(ids).contains(w.id)).forEach(wires::add);
    return wires;
  }
}
