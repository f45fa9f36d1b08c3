package org.xapitck.simulator.rpc.xmlrpc;

import javax.xml.stream.XMLInputFactory;
import org.xapitck.simulator.rpc.Codec;
import org.xapitck.simulator.rpc.MalformedRequest;

/** The XML-RPC wire. */
public final class XmlRpcCodec implements Codec {
  private final XMLInputFactory factory = XmlTokens.factory();

  @Override
  public String contentType() {
    return "text/xml";
  }

  @Override
  public Request read(byte[] body) throws MalformedRequest {
    return new Request.Dispatch(
        new XmlRpcReader(XmlTokens.of(factory, body)).call(), XmlRpcWriter::write);
  }
}
