package org.xapitck.kit.wire;

import java.net.URI;

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
  public Exchange call(Call call) {
    Parameters.check(call.method(), call.parameters());
    long id = sources.ids().getAsLong();
    Sent sent =
        call.isJudged() ? caller.byLibrary(wire, id, call) : caller.directly(wire, id, call);
    return Exchanges.of(wire, call.method(), sent, judge(call, id, sent));
  }

  private Judgement judge(Call call, long id, Sent sent) {
    String rule = JsonEnvelope.rule(wire, "well_formed");
    Value document;
    try {
      document = StrictJson.parse(sent.reply().body());
    } catch (NotWellFormed wrong) {
      http.distrust();
      return Exchanges.refused(sent.reply(), wrong, "JSON", rule);
    }
    if (sent.reply().refusal().isPresent()) {
      return Exchanges.refused(sent.reply(), JsonEnvelope.judge(wire, id, document), rule);
    }
    if (document instanceof Value.Struct) {
      Exchanges.compare(wire, call.method(), document, sent);
    }
    return JsonEnvelope.judge(wire, id, document);
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
