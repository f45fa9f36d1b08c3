package org.xapitck.kit.model;

import java.util.Arrays;
import java.util.Optional;

/** A wire: one of the three notations in which a server of the XenAPI can be called. */
public enum Wire {
  XMLRPC("xmlrpc", "XML-RPC"),
  JSONRPC1("jsonrpc1", "JSON-RPC 1.0"),
  JSONRPC2("jsonrpc2", "JSON-RPC 2.0");

  private final String id;
  private final String title;

  Wire(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /**
   * The word of the command line and of every report: {@code xmlrpc}, {@code jsonrpc1}, {@code
   * jsonrpc2}.
   */
  public String id() {
    return id;
  }

  /** The name that people use. */
  public String title() {
    return title;
  }

  /** The wire with this id, if there is one. */
  public static Optional<Wire> of(String id) {
    return Arrays.stream(values()).filter(wire -> wire.id.equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id;
  }
}
