package org.xapitck.simulator.admin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.xapitck.simulator.control.Control;
import org.xapitck.simulator.fault.live.FaultRule;
import org.xapitck.simulator.http.Gate;
import org.xapitck.simulator.http.SideDoor;
import org.xapitck.simulator.rpc.MalformedRequest;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.jsonrpc.Json;

/** The control over HTTP: everything at {@code /__admin/}. */
public final class Admin implements SideDoor {
  private static final String ROOT = "/__admin";

  /** 1 MiB: enough for any state, and nobody fills the memory. */
  private static final int BODY_BYTES = 1024 * 1024;

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private final Guard guard;
  private final Control control;
  private volatile List<Operation> operations;

  /** The control, for those whom the guard lets pass. */
  public Admin(Control control, Guard guard) {
    this.guard = guard;
    this.control = control;
  }

  /**
   * The table, made for the first request: it knows all defects, and a start has no time for it.
   */
  private List<Operation> operations() {
    List<Operation> made = operations;
    if (made == null) {
      made = table(control);
      operations = made;
    }
    return made;
  }

  private static List<Operation> table(Control control) {
    List<Operation> table = new ArrayList<>(Table.of(control));
    table.add(
        Operation.get(
            ROOT + "/openapi.json",
            "describe",
            "This document.",
            Schema.anything(),
            asked -> OpenApi.of(table)));
    return List.copyOf(table);
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith(ROOT)
        && (path.length() == ROOT.length() || path.charAt(ROOT.length()) == '/');
  }

  @Override
  public int bodyBytes() {
    return BODY_BYTES;
  }

  @Override
  public Runnable serve(Request request, Gate.Timer timer, Consumer<Response> then) {
    try {
      guard.check(request);
      Target target = Target.of(request.target());
      List<Operation> there = operations().stream().filter(target::isAt).toList();
      if (there.isEmpty()) {
        throw Problem.noSuchPath(
            target.path(), operations().stream().map(Operation::path).distinct().toList());
      }
      for (Operation operation : there) {
        if (operation.method().equals(request.method())) {
          return serve(operation, target, request, timer, then);
        }
      }
      then.accept(otherMethod(request.method(), there));
    } catch (Problem problem) {
      then.accept(refusal(problem));
    }
    return () -> {};
  }

  private static Runnable serve(
      Operation operation,
      Target target,
      Request request,
      Gate.Timer timer,
      Consumer<Response> then)
      throws Problem {
    Operation.Asked asked =
        new Operation.Asked(
            target.variables(operation.path()),
            target.query(operation.query()),
            body(operation.body(), request),
            timer);
    try {
      return operation
          .handler()
          .handle(asked, value -> then.accept(response(operation.status(), JSON, value)));
    } catch (RuntimeException mistake) {
      // a mistake of ours must not leave the client without an answer
      throw new Problem(500, mistake.toString());
    }
  }

  private static Fields body(Schema.Obj form, Request request) throws Problem {
    if (request.body().isEmpty()) {
      throw new Problem(413, "a body may have " + BODY_BYTES + " bytes");
    }
    return read(form, request.body().get());
  }

  /**
   * The fault that is written as for {@code POST /__admin/faults}.
   *
   * @throws IllegalArgumentException naming the place
   */
  public static FaultRule fault(String json) {
    try {
      return FaultOperations.rule(json.getBytes(StandardCharsets.UTF_8));
    } catch (Problem problem) {
      throw new IllegalArgumentException(Json.write(problem.value()), problem);
    }
  }

  /** A body that has been checked; an empty one is an empty object. */
  static Fields read(Schema.Obj form, byte[] bytes) throws Problem {
    Value value;
    try {
      value = bytes.length == 0 ? new Value.Struct(List.of()) : Json.read(bytes);
    } catch (MalformedRequest malformed) {
      throw Problem.at("", malformed.getMessage());
    }
    form.check(value, "");
    return new Fields((Value.Struct) value, "");
  }

  private static Response otherMethod(String method, List<Operation> there) {
    String allowed = there.stream().map(Operation::method).collect(Collectors.joining(", "));
    Problem problem = new Problem(405, method + " is not allowed here; allowed are " + allowed);
    Response plain = refusal(problem);
    return new Response(plain.status(), plain.contentType(), allowed, plain.body());
  }

  private static Response refusal(Problem problem) {
    return response(problem.status(), PROBLEM, problem.value());
  }

  private static Response response(int status, String type, Value value) {
    return new Response(status, type, "", Json.write(value).getBytes(StandardCharsets.UTF_8));
  }
}
