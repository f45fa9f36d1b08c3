package org.xapitck.kit.jsonrpc;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.forms.JsonForms;
import org.xapitck.kit.http.HttpTransport;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.RequestForm;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.NotWellFormed;
import org.xapitck.kit.wire.CallParameters;
import org.xapitck.kit.wire.CallSources;
import org.xapitck.kit.wire.CheckedAnswer;
import org.xapitck.kit.wire.Exchanges;
import org.xapitck.kit.wire.SentCall;
import org.xapitck.kit.wire.TypedReading;
import org.xapitck.kit.wire.WireClient;

/** JSON-RPC by REST Assured: it encodes, sends and decodes each call; the strict parser decides. */
public final class JsonRpcWire implements WireClient {
  private final Wire wire;
  private final HttpTransport http;
  private final JsonRpcCaller caller;
  private final CallSources sources;
  private final TypedReading reading;

  public JsonRpcWire(Wire wire, Endpoint endpoint, URI url, CallSources sources) {
    this.wire = wire;
    this.http = new HttpTransport(endpoint, sources.nanos());
    this.caller = new JsonRpcCaller(http, url);
    this.sources = sources;
    this.reading = new TypedReading(wire);
  }

  @Override
  public Wire wire() {
    return wire;
  }

  @Override
  public Exchange call(Call call) {
    CallParameters.check(call.method(), call.parameters());
    long id = sources.ids().getAsLong();
    if (call.form().isPresent()) {
      return inForm(call, call.form().get(), id);
    }
    SentCall sent =
        call.isJudged() ? caller.byLibrary(wire, id, call) : caller.directly(wire, id, call);
    return Exchanges.of(wire, call.method(), sent, judge(call, JsonEnvelope.id(id), sent));
  }

  private Exchange inForm(Call call, RequestForm form, long id) {
    SentCall sent = caller.sent(JsonForms.of(form, wire, call, id), call);
    CheckedAnswer checked = judge(call, JsonForms.id(form, id), sent);
    return form.isAboutId()
        ? Exchanges.of(wire, call.method(), sent, withItsId(checked))
        : Exchanges.inForm(wire, call.method(), sent, checked);
  }

  /**
   * A success with another id is no answer to a request that is about its id. A failure with
   * another id is one, and what it breaks is the rule of such requests.
   */
  private CheckedAnswer withItsId(CheckedAnswer checked) {
    Optional<Exchange.Violation> other =
        checked.violations().stream()
            .filter(violation -> violation.rule().equals(wire.rule("id")))
            .map(
                violation ->
                    new Exchange.Violation(
                        wire.rule("request.ids"), violation.expected(), violation.actual()))
            .findFirst();
    if (other.isPresent() && checked.answer() instanceof Answer.Success) {
      return new CheckedAnswer(
          new Answer.Malformed(
              "expected " + other.get().expected() + ", got " + other.get().actual()),
          List.of());
    }
    return new CheckedAnswer(checked.answer(), other.map(List::of).orElseGet(List::of));
  }

  private CheckedAnswer judge(Call call, Value id, SentCall sent) {
    String rule = wire.rule("well_formed");
    Value document;
    try {
      document = StrictJson.parse(sent.reply().body());
    } catch (NotWellFormed wrong) {
      if (Exchanges.spoilsTheNext(call, sent.reply())) {
        http.distrust();
      }
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
