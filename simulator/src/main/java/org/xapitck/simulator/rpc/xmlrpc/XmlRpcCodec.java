package org.xapitck.simulator.rpc.xmlrpc;

import javax.xml.stream.XMLInputFactory;
import org.xapitck.simulator.rpc.Codec;
import org.xapitck.simulator.rpc.MalformedRequest;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.Wire;

/** The XML-RPC wire. */
public final class XmlRpcCodec implements Codec {
  private final XMLInputFactory factory = XmlTokens.factory();

  /** A value as a text of its own, {@code <value>...</value>}: the form of a task's result. */
  public static String fragment(Value value) {
    return XmlRpcWriter.fragment(value);
  }

  @Override
  public String contentType() {
    return "text/xml";
  }

  @Override
  public Request read(byte[] body) throws MalformedRequest {
    return new Request.Dispatch(
        new XmlRpcReader(XmlTokens.of(factory, body)).call(), XmlRpcWriter::write, Wire.XMLRPC);
  }
}
