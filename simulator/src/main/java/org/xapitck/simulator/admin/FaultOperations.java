package org.xapitck.simulator.admin;

import java.util.ArrayList;
import java.util.List;
import org.xapitck.simulator.control.Control;
import org.xapitck.simulator.fault.live.Effect;
import org.xapitck.simulator.fault.live.Fault;
import org.xapitck.simulator.fault.live.FaultRule;
import org.xapitck.simulator.rpc.MessagePattern;
import org.xapitck.simulator.rpc.Value;

/** The faults that are on. */
final class FaultOperations {
  /** What a fault may do; it names exactly one. */
  static final List<String> EFFECTS =
      List.of("delay", "throttle", "silence", "cut", "status", "error", "reset");

  private static final Object[] RULE = {
    "message", Schema.text().saying("a name; * stands for any characters; default *"),
    "except", Schema.list(Schema.text(), 0).saying("names of the same form that are spared"),
    "session", Schema.text(),
    "wire", CallOperations.WIRE,
    "count", Schema.whole(1, Long.MAX_VALUE).saying("strikes so many calls; default all"),
    "probability", Schema.number(0, 1).saying("of each call that is meant; default 1"),
    "seed", Schema.whole(Long.MIN_VALUE, Long.MAX_VALUE).saying("the same calls for the same seed"),
    "delay", Schema.number(0, PlanForm.LONGEST).saying("seconds before the call is served"),
    "throttle",
        Schema.object("burst!", Schema.number(1, 1e6), "per_second!", Schema.number(1e-3, 1e6)),
    "silence", Schema.flag().saying("true: no answer, and the connection stays"),
    "cut", Schema.whole(0, 1 << 30).saying("so many bytes of the answer, then the end"),
    "status", Schema.whole(400, 599).saying("an HTTP status instead of an answer"),
    "error", Schema.list(Schema.text(), 1).saying("a refusal: code and parameters"),
    "reset", Schema.flag().saying("true: the connection is reset"),
    "served",
        Schema.flag().saying("true: a call that gets no answer is done all the same; default false")
  };

  private static final Schema FAULT = Schema.object(shown());

  private FaultOperations() {}

  private static Object[] shown() {
    List<Object> all =
        new ArrayList<>(List.of("id!", Schema.text(), "struck!", Schema.whole(0, Long.MAX_VALUE)));
    all.addAll(List.of(RULE));
    return all.toArray();
  }

  static List<Operation> of(Control control) {
    return List.of(
        Operation.get(
            "/__admin/faults",
            "listFaults",
            "The faults that are on, in the order in which a call meets them.",
            Schema.object("faults!", Schema.list(FAULT, 0)),
            asked ->
                Fields.object(
                    "faults",
                    new Value.Array(
                        control.faults().all().stream().map(FaultOperations::value).toList()))),
        Operation.of(
                "POST",
                "/__admin/faults",
                "addFault",
                "Switches a fault on: exactly one of " + String.join(", ", EFFECTS) + ".",
                Schema.object(RULE),
                FAULT,
                asked -> value(control.faults().add(rule(asked.body()))))
            .answering(201),
        Operation.of(
            "DELETE",
            "/__admin/faults",
            "removeFaults",
            "Switches all faults off.",
            Operation.NOTHING,
            Schema.object("removed!", Schema.whole(0, Long.MAX_VALUE)),
            asked -> {
              int count = control.faults().all().size();
              control.faults().clear();
              return Fields.object("removed", new Value.Int(count));
            }),
        Operation.of(
            "DELETE",
            "/__admin/faults/{id}",
            "removeFault",
            "Switches a fault off.",
            Operation.NOTHING,
            Schema.object("removed!", Schema.whole(0, Long.MAX_VALUE)),
            asked -> {
              if (!control.faults().remove(asked.path().get("id"))) {
                throw new Problem(Problem.NOT_FOUND, "no such fault: " + asked.path().get("id"));
              }
              return Fields.object("removed", new Value.Int(1));
            }));
  }

  /** The fault that a body asks for. */
  static FaultRule rule(byte[] json) throws Problem {
    Schema.Obj form = Schema.object(RULE);
    return rule(Admin.read(form, json));
  }

  private static FaultRule rule(Fields body) throws Problem {
    return new FaultRule(
        body.text("message").map(MessagePattern::of).orElse(MessagePattern.ANY),
        body.texts("except").stream().map(MessagePattern::of).toList(),
        body.text("session"),
        body.text("wire").map(CallOperations::wire),
        body.whole("count").orElse(Long.MAX_VALUE),
        body.number("probability").orElse(1.0),
        body.whole("seed").orElse(0L),
        effect(body),
        body.flag("served"));
  }

  private static Effect effect(Fields body) throws Problem {
    List<String> given = body.given(EFFECTS);
    if (given.size() != 1) {
      throw Problem.at("", "exactly one is needed of " + String.join(", ", EFFECTS));
    }
    String kind = given.get(0);
    switch (kind) {
      case "delay":
        return new Effect.Delay(PlanForm.seconds(body, kind, 0));
      case "throttle":
        return throttle(body.object(kind));
      case "cut":
        return new Effect.Cut(body.whole(kind).orElseThrow().intValue());
      case "status":
        return new Effect.Status(body.whole(kind).orElseThrow().intValue());
      case "error":
        return new Effect.Refusal(PlanForm.failure(body.texts(kind)));
      default:
        if (!body.flag(kind)) {
          throw Problem.at(body.at(kind), "true is needed");
        }
        return kind.equals("reset") ? new Effect.Reset() : new Effect.Silence();
    }
  }

  static Effect.Throttle throttle(Fields fields) {
    return new Effect.Throttle(
        fields.number("burst").orElseThrow(), fields.number("per_second").orElseThrow());
  }

  static Value value(Fault fault) {
    FaultRule rule = fault.rule();
    List<Value.Member> members = new ArrayList<>();
    members.add(new Value.Member("id", Value.of(fault.id())));
    members.add(new Value.Member("struck", new Value.Int(fault.struck())));
    members.add(new Value.Member("message", Value.of(rule.message().text())));
    if (!rule.except().isEmpty()) {
      List<String> spared = rule.except().stream().map(MessagePattern::text).toList();
      members.add(new Value.Member("except", Value.texts(spared)));
    }
    rule.session().ifPresent(ref -> members.add(new Value.Member("session", Value.of(ref))));
    rule.wire().ifPresent(wire -> members.add(new Value.Member("wire", Value.of(wire.id()))));
    members.add(new Value.Member("count", new Value.Int(rule.count())));
    members.add(new Value.Member("probability", new Value.Real(rule.probability())));
    members.add(new Value.Member("seed", new Value.Int(rule.seed())));
    members.add(effect(rule.effect()));
    members.add(new Value.Member("served", new Value.Bool(rule.served())));
    return new Value.Struct(members);
  }

  private static Value.Member effect(Effect effect) {
    if (effect instanceof Effect.Delay delay) {
      return new Value.Member("delay", new Value.Real(delay.time().toNanos() / 1e9));
    } else if (effect instanceof Effect.Throttle throttle) {
      return new Value.Member(
          "throttle",
          Fields.object(
              "burst",
              new Value.Real(throttle.burst()),
              "per_second",
              new Value.Real(throttle.perSecond())));
    } else if (effect instanceof Effect.Cut cut) {
      return new Value.Member("cut", new Value.Int(cut.bytes()));
    } else if (effect instanceof Effect.Status status) {
      return new Value.Member("status", new Value.Int(status.status()));
    } else if (effect instanceof Effect.Refusal refusal) {
      return new Value.Member("error", Value.texts(refusal.error().description()));
    }
    return new Value.Member(
        effect instanceof Effect.Reset ? "reset" : "silence", new Value.Bool(true));
  }
}
