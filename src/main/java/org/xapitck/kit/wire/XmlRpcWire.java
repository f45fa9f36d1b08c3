package org.xapitck.kit.wire;

import java.net.URI;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;

/**
 * XML-RPC by Apache's client: it encodes, sends and decodes each call; the strict parser decides.
 */
final class XmlRpcWire implements WireClient {
  private final Http http;
  private final XmlRpcClient client;
  private final Reading reading = new Reading(Wire.XMLRPC);

  XmlRpcWire(Endpoint endpoint, URI url, LongSupplier nanos) {
    this.http = new Http(endpoint, nanos);
    this.client = new XmlRpcClient();
    client.setTypeFactory(new XmlRpcTypes());
    client.setXmlWriterFactory((config, stream) -> new XmlRpcWriter(stream));
    client.setTransportFactory(() -> new XmlRpcTransport(client, http, url));
  }

  @Override
  public Wire wire() {
    return Wire.XMLRPC;
  }

  @Override
  public Exchange call(String method, List<?> parameters) {
    Parameters.check(method, parameters);
    XmlRpcTransport.Call call = new XmlRpcTransport.Call(Messages.isReading(method));
    Object decoded = null;
    Exception refused = null;
    try {
      decoded = client.execute(call, method, parameters.toArray());
    } catch (XmlRpcException | RuntimeException failed) {
      refused = failed;
    }
    if (call.reply == null) {
      throw new ClientFault("could not send " + method + ": " + refused.getMessage(), refused);
    }
    Judgement judgement = judge(method, call.reply, decoded, refused);
    return Exchanges.of(Wire.XMLRPC, method, call.request, call.reply, judgement);
  }

  private Judgement judge(String method, Reply reply, Object decoded, Exception refused) {
    XmlRpcDocument document;
    try {
      document = StrictXmlRpc.parse(reply.body());
    } catch (NotWellFormed wrong) {
      http.distrust();
      return Exchanges.refused(reply, wrong, "XML-RPC", XmlRpcEnvelope.WELL_FORMED);
    }
    if (reply.refusal().isPresent()) {
      return Exchanges.refused(
          reply, XmlRpcEnvelope.judge(method, document), XmlRpcEnvelope.WELL_FORMED);
    }
    if (document instanceof XmlRpcDocument.Params params && params.values().size() == 1) {
      Exchanges.compare(Wire.XMLRPC, method, params.values().get(0), decoded, refused);
    }
    return XmlRpcEnvelope.judge(method, document);
  }

  @Override
  public Object read(ApiType type, Value value) {
    return reading.read(type, value);
  }

  @Override
  public void close() {
    http.close();
  }
}
