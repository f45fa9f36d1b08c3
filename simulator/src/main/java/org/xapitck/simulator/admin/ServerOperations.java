package org.xapitck.simulator.admin;

import java.util.List;
import org.xapitck.simulator.control.Control;
import org.xapitck.simulator.fault.Defect;
import org.xapitck.simulator.fault.Defects;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.fault.UnknownSeed;
import org.xapitck.simulator.fault.Variant;
import org.xapitck.simulator.fault.Variants;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Session;

/** The server as a whole, its sessions, and how it is wrong. */
final class ServerOperations {
  private static final long MANY = Long.MAX_VALUE;

  private static final Schema HEALTH =
      Schema.object(
          "status!", Schema.choice(List.of("running")),
          "now!", Schema.moment(),
          "frozen!", Schema.flag(),
          "tasks!", Schema.whole(0, MANY),
          "sessions!", Schema.whole(0, MANY),
          "calls!", Schema.whole(0, MANY),
          "faults!", Schema.whole(0, MANY));

  private static final Schema.Obj SEEDS =
      Schema.object(
          "defects", Schema.list(Schema.choice(Defects.all().stream().map(Defect::id).toList()), 0),
          "variants",
              Schema.list(Schema.choice(Variants.all().stream().map(Variant::id).toList()), 0));

  private static final Schema ON =
      Schema.object(
          "defects!", Schema.list(Schema.text(), 0), "variants!", Schema.list(Schema.text(), 0));

  private ServerOperations() {}

  static List<Operation> of(Control control) {
    return List.of(
        Operation.get(
            "/__admin/health",
            "health",
            "Whether it runs, and what is in it.",
            HEALTH,
            asked -> health(control)),
        Operation.of(
            "POST",
            "/__admin/reset",
            "reset",
            "Makes everything as it was at the start, and cuts connections.",
            Operation.NOTHING,
            HEALTH,
            asked -> {
              control.reset();
              return health(control);
            }),
        Operation.get(
            "/__admin/sessions",
            "listSessions",
            "All sessions.",
            Schema.object(
                "sessions!",
                Schema.list(
                    Schema.object(
                        "ref!",
                        Schema.text(),
                        "user!",
                        Schema.text(),
                        "originator!",
                        Schema.text()),
                    0)),
            asked ->
                Fields.object(
                    "sessions",
                    new Value.Array(
                        control.sessions().stream().map(ServerOperations::session).toList()))),
        Operation.get(
            "/__admin/seeds",
            "listSeeds",
            "The defects and variants that are on.",
            ON,
            asked -> on(control.seeds())),
        Operation.of(
            "PUT",
            "/__admin/seeds",
            "setSeeds",
            "Switches these defects and variants on and all others off; ids as in defects and"
                + " variants of the command line.",
            SEEDS,
            ON,
            asked -> {
              seed(control, asked.body());
              return on(control.seeds());
            }));
  }

  private static Value health(Control control) {
    return Fields.object(
        "status",
        "running",
        "now",
        control.clock().now().toString(),
        "frozen",
        new Value.Bool(control.clock().isFrozen()),
        "tasks",
        new Value.Int(control.tasks().all().size()),
        "sessions",
        new Value.Int(control.sessions().size()),
        "calls",
        new Value.Int(control.journal().newest()),
        "faults",
        new Value.Int(control.faults().all().size()));
  }

  private static Value session(Session session) {
    return Fields.object(
        "ref",
        session.ref(),
        "user",
        session.account().username(),
        "originator",
        session.originator());
  }

  private static Value on(Seeds seeds) {
    return Fields.object(
        "defects",
        Value.texts(seeds.defects().stream().map(Defect::id).toList()),
        "variants",
        Value.texts(seeds.variants().stream().map(Variant::id).toList()));
  }

  private static void seed(Control control, Fields body) throws Problem {
    try {
      control.seed(Seeds.of(body.texts("defects"), body.texts("variants")));
    } catch (UnknownSeed contradiction) {
      throw Problem.at(body.at("variants"), contradiction.getMessage());
    }
  }
}
