package org.xapitck.simulator.admin;

import java.util.List;
import java.util.function.Consumer;
import org.xapitck.simulator.control.Control;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.stub.StubRefusal;
import org.xapitck.simulator.stub.Stubs;

/** The stubs: answers to what the simulator does not have itself. */
final class StubOperations {
  private static final String PATH = "/__admin/stubs";

  private static final Schema MESSAGES =
      Schema.map(Schema.anything())
          .saying("by name: a value, {\"error\": [...]}, {\"plan\": ...} or {\"value\": ...}");

  private static final Schema PLUGINS =
      Schema.map(Schema.map(Schema.anything())).saying("by plugin and function, as messages");

  private static final Schema OBJECTS =
      Schema.map(Schema.list(Schema.map(Schema.anything()), 0)).saying("records by class");

  private static final Schema.Obj FORM =
      Schema.object("messages", MESSAGES, "plugins", PLUGINS, "objects", OBJECTS);

  private static final Schema STUBS =
      Schema.object("messages!", MESSAGES, "plugins!", PLUGINS, "objects!", OBJECTS);

  private StubOperations() {}

  static List<Operation> of(Control control) {
    return List.of(
        Operation.get(
            PATH,
            "listStubs",
            "All stubs, in the form in which they are put.",
            STUBS,
            asked -> all(control)),
        Operation.of(
            "PUT",
            PATH,
            "setStubs",
            "Has these stubs and no others.",
            FORM,
            STUBS,
            asked -> change(control, asked.body(), control.stubs()::replace)),
        Operation.of(
            "POST",
            PATH,
            "addStubs",
            "Has these stubs too; those of the same name give way.",
            FORM,
            STUBS,
            asked -> change(control, asked.body(), control.stubs()::add)),
        Operation.of(
            "DELETE",
            PATH,
            "removeStubs",
            "Has no stubs any more.",
            Operation.NOTHING,
            STUBS,
            asked -> {
              control.stubs().clear();
              return all(control);
            }));
  }

  private static Value all(Control control) {
    return control.stubs().stubs().tree();
  }

  private static Value change(Control control, Fields body, Consumer<Stubs> change) throws Problem {
    try {
      change.accept(Stubs.of(body.struct()));
    } catch (StubRefusal refusal) {
      throw Problem.at(refusal.pointer(), refusal.reason());
    }
    return all(control);
  }
}
