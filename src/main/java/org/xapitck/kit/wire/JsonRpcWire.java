package org.xapitck.kit.wire;

import java.net.URI;
import java.util.List;

/** JSON-RPC by REST Assured: it encodes, sends and decodes each call; the strict parser decides. */
final class JsonRpcWire implements WireClient {
  private final Wire wire;
  private final Http http;
  private final JsonRpcCaller caller;
  private final WireClients.Sources sources;
  private final Reading reading;

  JsonRpcWire(Wire wire, Endpoint endpoint, URI url, WireClients.Sources sources) {
    this.wire = wire;
    this.http = new Http(endpoint, sources.nanos());
    this.caller = new JsonRpcCaller(http, url);
    this.sources = sources;
    this.reading = new Reading(wire);
  }

  @Override
  public Wire wire() {
    return wire;
  }

  @Override
  public Exchange call(String method, List<?> parameters) {
    Parameters.check(method, parameters);
    JsonRpcCaller.Call call =
        new JsonRpcCaller.Call(wire, sources.ids().getAsLong(), method, parameters);
    Object decoded = null;
    Exception refused = null;
    try {
      decoded = caller.execute(call);
    } catch (Exception failed) { // REST Assured throws checked exceptions that it does not declare
      refused = failed;
    }
    if (call.reply == null) {
      String cause = refused == null ? "it was not sent" : refused.getMessage();
      throw new ClientFault("could not send " + method + ": " + cause, refused);
    }
    Judgement judgement = judge(call, decoded, refused);
    return Exchanges.of(wire, method, call.request, call.reply, judgement);
  }

  private Judgement judge(JsonRpcCaller.Call call, Object decoded, Exception refused) {
    String rule = JsonEnvelope.rule(wire, "well_formed");
    Value document;
    try {
      document = StrictJson.parse(call.reply.body());
    } catch (NotWellFormed wrong) {
      http.distrust();
      return Exchanges.refused(call.reply, wrong, "JSON", rule);
    }
    if (call.reply.refusal().isPresent()) {
      return Exchanges.refused(call.reply, JsonEnvelope.judge(wire, call.id, document), rule);
    }
    if (document instanceof Value.Struct) {
      Exchanges.compare(wire, call.method, document, decoded, refused);
    }
    return JsonEnvelope.judge(wire, call.id, document);
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
