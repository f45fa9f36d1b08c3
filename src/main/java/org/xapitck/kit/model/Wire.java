package org.xapitck.kit.model;

import java.util.Arrays;
import java.util.Optional;

/** A wire: one of the three notations in which a server of the XenAPI can be called. */
public enum Wire {
  XMLRPC("xmlrpc", "XML-RPC", Notation.XML, "wire.xmlrpc."),
  JSONRPC1("jsonrpc1", "JSON-RPC 1.0", Notation.JSON, "wire.json1."),
  JSONRPC2("jsonrpc2", "JSON-RPC 2.0", Notation.JSON, "wire.json2.");

  private final String id;
  private final String title;
  private final Notation notation;
  private final String rules;

  Wire(String id, String title, Notation notation, String rules) {
    this.id = id;
    this.title = title;
    this.notation = notation;
    this.rules = rules;
  }

  /** How a wire writes values, and where servers take it. */
  public enum Notation {
    /** Posted to the base of the server's URL. */
    XML("text/xml"),
    /** Posted to {@code jsonrpc} below the base. */
    JSON("application/json");

    private final String mediaType;

    Notation(String mediaType) {
      this.mediaType = mediaType;
    }

    /** The media type of a request. */
    public String mediaType() {
      return mediaType;
    }
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

  /** How it writes values. */
  public Notation notation() {
    return notation;
  }

  /** The id of a requirement of this wire's form: {@code wire.json1.id} of {@code id}. */
  public String rule(String name) {
    return rules + name;
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
