package org.xapitck.kit.xmlrpc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.apache.xmlrpc.client.XmlRpcStreamTransport;
import org.apache.xmlrpc.common.XmlRpcStreamRequestConfig;
import org.apache.xmlrpc.parser.XmlRpcResponseParser;
import org.xapitck.kit.http.HttpTransport;
import org.xapitck.kit.http.Reply;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.model.Wire;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Carries one call of the client library over the kit's own HTTP and keeps its raw bytes. */
final class XmlRpcTransport extends XmlRpcStreamTransport {
  private final HttpTransport http;
  private final URI url;
  private final SafeXmlReader.Pool readers;
  private Carriage carriage;

  XmlRpcTransport(XmlRpcClient client, HttpTransport http, URI url, SafeXmlReader.Pool readers) {
    super(client);
    this.http = http;
    this.url = url;
    this.readers = readers;
  }

  /**
   * One call's configuration, which is the library's way to hand something to the transport, and
   * its bytes.
   */
  static final class Carriage extends XmlRpcClientConfigImpl {
    private static final long serialVersionUID = 1L;
    private final transient Call call;
    transient Sent request;
    transient Reply reply;

    Carriage(Call call) {
      this.call = call;
    }
  }

  @Override
  public Object sendRequest(XmlRpcRequest request) throws XmlRpcException {
    carriage = (Carriage) request.getConfig();
    return super.sendRequest(request);
  }

  @Override
  protected void writeRequest(ReqWriter writer) throws XmlRpcException, IOException, SAXException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    writer.write(body);
    carriage.request = Sent.usual(Wire.Notation.XML, body.toByteArray());
    carriage.reply = http.post(url, carriage.request, carriage.call.isRepeatable());
  }

  @Override
  protected InputStream getInputStream() throws XmlRpcException {
    if (carriage.reply.refusal().isPresent()) {
      throw new XmlRpcException(carriage.reply.refusal().get());
    }
    return new ByteArrayInputStream(carriage.reply.body());
  }

  @Override
  protected Object readResponse(XmlRpcStreamRequestConfig config, InputStream body)
      throws XmlRpcException {
    if (!carriage.call.isJudged()) {
      // the strict parser alone reads it
      return null;
    }
    ResponseParser parser = new ResponseParser(config, getClient());
    try {
      readers.parse(new InputSource(body), parser);
    } catch (SAXException | IOException refused) {
      throw new XmlRpcException(String.valueOf(refused.getMessage()), refused);
    }
    return parser.getResult();
  }

  @Override
  protected boolean isResponseGzipCompressed(XmlRpcStreamRequestConfig config) {
    return false;
  }

  @Override
  protected void close() {
    // the connection belongs to the pool
  }

  /**
   * The library's parser without its handling of faults, which would deserialise a Java object of
   * the server's choice, whatever the configuration says.
   */
  private static final class ResponseParser extends XmlRpcResponseParser {
    ResponseParser(XmlRpcStreamRequestConfig config, XmlRpcClient client) {
      super(config, client.getTypeFactory());
    }

    @Override
    protected void addResult(Object result) throws SAXException {
      if (!isSuccess()) {
        throw new SAXException("a fault");
      }
      super.addResult(result);
    }
  }
}
