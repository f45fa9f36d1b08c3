package org.xapitck.kit.xmlrpc;

import java.net.URI;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.forms.XmlForms;
import org.xapitck.kit.http.HttpTransport;
import org.xapitck.kit.http.Reply;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.RequestForm;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.NotWellFormed;
import org.xapitck.kit.wire.CallParameters;
import org.xapitck.kit.wire.CheckedAnswer;
import org.xapitck.kit.wire.ClientFault;
import org.xapitck.kit.wire.Exchanges;
import org.xapitck.kit.wire.SentCall;
import org.xapitck.kit.wire.TypedReading;
import org.xapitck.kit.wire.WireClient;

/**
 * XML-RPC by Apache's client: it encodes, sends and decodes each call; the strict parser decides.
 */
public final class XmlRpcWire implements WireClient {
  private final HttpTransport http;
  private final URI url;
  private final XmlRpcClient client;
  private final SafeXmlReader.Pool readers = new SafeXmlReader.Pool();
  private final TypedReading reading = new TypedReading(Wire.XMLRPC);

  public XmlRpcWire(Endpoint endpoint, URI url, LongSupplier nanos) {
    this.http = new HttpTransport(endpoint, nanos);
    this.url = url;
    this.client = new XmlRpcClient();
    client.setTypeFactory(new XmlRpcTypes());
    client.setXmlWriterFactory((config, stream) -> new XmlRpcWriter(stream));
    client.setTransportFactory(() -> new XmlRpcTransport(client, http, url, readers));
  }

  @Override
  public Wire wire() {
    return Wire.XMLRPC;
  }

  @Override
  public Exchange call(Call call) {
    CallParameters.check(call.method(), call.parameters());
    return call.form().map(form -> inForm(call, form)).orElseGet(() -> byLibrary(call));
  }

  /** The kit's own bytes; the strict parser alone reads the answer. */
  private Exchange inForm(Call call, RequestForm form) {
    Sent request = XmlForms.of(form, call);
    Reply reply = http.post(url, request, call.isRepeatable());
    SentCall sent = new SentCall(request, reply, Optional.empty());
    return Exchanges.inForm(Wire.XMLRPC, call.method(), sent, judge(call, sent));
  }

  private Exchange byLibrary(Call call) {
    XmlRpcTransport.Carriage carriage = new XmlRpcTransport.Carriage(call);
    Object value = null;
    Exception refused = null;
    try {
      value = client.execute(carriage, call.method(), call.parameters().toArray());
    } catch (XmlRpcException | RuntimeException failed) {
      refused = failed;
    }
    if (carriage.reply == null) {
      throw new ClientFault(
          "could not send " + call.method() + ": " + refused.getMessage(), refused);
    }
    Optional<SentCall.ByLibrary> decoded =
        call.isJudged() ? Optional.of(new SentCall.ByLibrary(value, refused)) : Optional.empty();
    SentCall sent = new SentCall(carriage.request, carriage.reply, decoded);
    return Exchanges.of(Wire.XMLRPC, call.method(), sent, judge(call, sent));
  }

  private CheckedAnswer judge(Call call, SentCall sent) {
    String method = call.method();
    XmlRpcDocument document;
    try {
      document = StrictXmlRpc.parse(sent.reply().body());
    } catch (NotWellFormed wrong) {
      if (Exchanges.spoilsTheNext(call, sent.reply())) {
        http.distrust();
      }
      return Exchanges.refused(sent.reply(), wrong, "XML-RPC", XmlRpcEnvelope.WELL_FORMED);
    }
    if (sent.reply().refusal().isPresent()) {
      return Exchanges.refused(
          sent.reply(), XmlRpcEnvelope.judge(method, document), XmlRpcEnvelope.WELL_FORMED);
    }
    if (document instanceof XmlRpcDocument.Params params && params.values().size() == 1) {
      Exchanges.compare(Wire.XMLRPC, method, params.values().get(0), sent);
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
