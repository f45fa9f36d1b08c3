package org.xapitck.simulator.rpc.xmlrpc;

import javax.xml.stream.XMLInputFactory;
import org.xapitck.simulator.rpc.Codec;
import org.xapitck.simulator.rpc.MalformedRequest;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.Wire;

/** The XML-RPC wire. */
public final class XmlRpcCodec implements Codec {
  private volatile XMLInputFactory factory;

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
        new XmlRpcReader(XmlTokens.of(factory(), body)).call(), XmlRpcWriter::write, Wire.XMLRPC);
  }

  /** Made when the first call comes: most clients speak JSON-RPC, and need not wait for it. */
  private XMLInputFactory factory() {
    XMLInputFactory made = factory;
    if (made == null) {
      // two at a time may both make one, and either will do
      made = XmlTokens.factory();
      factory = made;
    }
    return made;
  }
}
