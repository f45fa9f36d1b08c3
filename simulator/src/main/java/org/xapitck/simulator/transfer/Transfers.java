package org.xapitck.simulator.transfer;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.simulator.http.StreamSite;
import org.xapitck.simulator.http.StreamSite.Reaction.Receives;
import org.xapitck.simulator.http.StreamSite.Reaction.Refuses;
import org.xapitck.simulator.http.StreamSite.Reaction.Sends;
import org.xapitck.simulator.record.Ids;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.xmlrpc.XmlRpcCodec;
import org.xapitck.simulator.session.Caller;
import org.xapitck.simulator.session.Session;
import org.xapitck.simulator.session.SessionMessages;
import org.xapitck.simulator.session.Sessions;
import org.xapitck.simulator.task.ServerTasks;

/**
 * Imports and exports as far as a task shows them: the bytes are counted and dropped, or a small
 * fixed body is sent, and the task of the request moves with them and ends as the server's own do.
 * Which part of it was read where stands in the simulator's README, section Transfers.
 */
public final class Transfers implements StreamSite {
  /** 4 KiB of zeros: what every export of a machine or disk is. */
  private static final int EXPORTED_BYTES = 4096;

  private static final List<String> FORMATS = List.of("raw", "vhd", "tar");
  private static final String OCTETS = "application/octet-stream";

  private static final String UPDATES =
      "<xport><meta><start>0</start><step>5</step><end>0</end><rows>0</rows><columns>0</columns>"
          + "<legend/></meta><data/></xport>";
  private static final String UPDATES_IN_JSON =
      "{\"meta\":{\"start\":0,\"step\":5,\"end\":0,\"rows\":0,\"columns\":0,\"legend\":[]},"
          + "\"data\":[]}";

  private final Parts parts;

  /**
   * What transfers work with.
   *
   * @param logins sessions for whoever sends user and password instead of one
   */
  public record Parts(Sessions sessions, SessionMessages logins, ServerTasks tasks, Ids ids) {}

  /** Transfers over these parts. */
  public Transfers(Parts parts) {
    this.parts = parts;
  }

  @Override
  public Optional<Reaction> open(Request request) {
    return Endpoint.of(request.verb(), request.path()).map(endpoint -> open(endpoint, request));
  }

  private Reaction open(Endpoint endpoint, Request request) {
    try {
      // before anything looks at the task, which stays as it is where there is no session
      return session(request)
          .map(session -> open(endpoint, request, session))
          .orElseGet(() -> new Refuses(401, endpoint.label()));
    } catch (ApiFailure noSession) {
      return new Refuses(401, endpoint.label());
    }
  }

  private Reaction open(Endpoint endpoint, Request request, Session session) {
    Optional<String> task = Optional.ofNullable(request.parameters().get("task_id"));
    Runnable goodbye = goodbye(request, session);
    task.filter(parts.tasks()::isKnown).ifPresent(parts.tasks()::adopt);
    Optional<Answer.Failure> denial = endpoint.permission().refusal(session.rights());
    if (denial.isPresent()) {
      task.ifPresent(ref -> parts.tasks().fail(ref, denial.get().description()));
      goodbye.run();
      return new Refuses(403, "");
    }
    if (task.isPresent() && !parts.tasks().isKnown(task.get())) {
      goodbye.run();
      return new Refuses(500, ApiFailure.handleInvalid("task", task.get()).getMessage());
    }
    Optional<Refusal> refusal = refusal(endpoint, request);
    if (refusal.isPresent()) {
      refusal
          .get()
          .error()
          .ifPresent(error -> parts.tasks().fail(begun(task, session, endpoint), error));
      goodbye.run();
      return new Refuses(refusal.get().status(), refusal.get().text());
    }
    boolean silent = endpoint == Endpoint.RRD_UPDATES && task.isEmpty();
    Optional<String> moved =
        silent ? Optional.empty() : Optional.of(begun(task, session, endpoint));
    return begin(endpoint, request, moved, goodbye);
  }

  /** The task of the request, or one that is made for it. */
  private String begun(Optional<String> task, Session session, Endpoint endpoint) {
    return task.orElseGet(
        () ->
            parts
                .tasks()
                .start(
                    new ServerTasks.Start(
                        session.ref(), endpoint.label(), Optional.empty(), false)));
  }

  private Optional<Session> session(Request request) {
    Optional<String> ref = Optional.ofNullable(request.parameters().get("session_id"));
    return ref.or(
            () ->
                request
                    .credentials()
                    .map(
                        given ->
                            ((Value.Text)
                                    parts
                                        .logins()
                                        .login(given.user(), given.password(), "", "http"))
                                .text()))
        .map(parts.sessions()::check);
  }

  /** Ends the session that was begun for this request alone. */
  private Runnable goodbye(Request request, Session session) {
    return request.parameters().containsKey("session_id")
        ? () -> {}
        : () -> parts.logins().logout(new Caller(session, () -> ""));
  }

  /**
   * Why a request is refused that its session may send.
   *
   * @param error what its task ends with; empty where the task stays as it is
   */
  private record Refusal(int status, String text, Optional<List<String>> error) {}

  private static Optional<Refusal> refusal(Endpoint endpoint, Request request) {
    Map<String, String> given = request.parameters();
    boolean disk = endpoint == Endpoint.IMPORT_RAW_VDI || endpoint == Endpoint.EXPORT_RAW_VDI;
    String format = given.getOrDefault("format", "raw");
    if (disk && !given.containsKey("vdi") && !given.containsKey("sr_id")) {
      return refuse(400, "VDI_MISSING");
    }
    if (disk && !FORMATS.contains(format)) {
      return refuse(404, "INTERNAL_ERROR", "Unknown format " + format);
    }
    if (request.encoding().isPresent() && endpoint == Endpoint.IMPORT) {
      return refuse(403, "IMPORT_ERROR_CANNOT_HANDLE_CHUNKED");
    }
    if (request.encoding().isPresent() && endpoint == Endpoint.IMPORT_RAW_VDI) {
      return refuse(404, "INTERNAL_ERROR", "Cannot handle encoding: " + request.encoding().get());
    }
    if (endpoint == Endpoint.EXPORT && !given.containsKey("uuid") && !given.containsKey("ref")) {
      return Optional.of(new Refusal(500, "Not_found", Optional.empty()));
    }
    return endpoint == Endpoint.RRD_UPDATES && !given.containsKey("start")
        ? Optional.of(new Refusal(400, "", Optional.empty()))
        : Optional.empty();
  }

  private static Optional<Refusal> refuse(int status, String... error) {
    return Optional.of(new Refusal(status, "", Optional.of(List.of(error))));
  }

  private Reaction begin(
      Endpoint endpoint, Request request, Optional<String> task, Runnable goodbye) {
    Map<String, String> headers = new LinkedHashMap<>();
    task.ifPresent(ref -> headers.put("task-id", ref));
    byte[] body = new byte[EXPORTED_BYTES];
    switch (endpoint) {
      case EXPORT -> {
        headers.put("content-type", OCTETS);
        headers.put("content-disposition", "attachment; filename=\"export.xva\"");
      }
      case EXPORT_RAW_VDI -> {
        String format = request.parameters().getOrDefault("format", "raw");
        headers.put("content-type", contentType(format));
        headers.put("content-disposition", "attachment; filename=\"export." + format + "\"");
      }
      case RRD_UPDATES -> {
        boolean json = request.parameters().containsKey("json");
        headers.put("content-type", json ? "application/json" : "text/xml");
        body = (json ? UPDATES_IN_JSON : UPDATES).getBytes(StandardCharsets.UTF_8);
      }
      default -> headers.put("content-type", OCTETS);
    }
    long length = request.verb().equals("GET") ? body.length : request.length().orElse(0);
    TaskFlow flow =
        new TaskFlow(
            parts.tasks(),
            new TaskFlow.Ends(result(endpoint, request), endpoint.broken(), goodbye),
            task,
            length);
    return request.verb().equals("GET")
        ? new Sends(headers, body, flow)
        : new Receives(headers, flow);
  }

  private static String contentType(String format) {
    return switch (format) {
      case "vhd" -> "application/vhd";
      case "tar" -> "application/x-tar";
      default -> OCTETS;
    };
  }

  /** What the task ends with: what was imported. */
  private String result(Endpoint endpoint, Request request) {
    return switch (endpoint) {
      case IMPORT -> XmlRpcCodec.fragment(Value.texts(List.of(parts.ids().ref())));
      case IMPORT_RAW_VDI ->
          XmlRpcCodec.fragment(
              Value.of(
                  Optional.ofNullable(request.parameters().get("vdi"))
                      .orElseGet(parts.ids()::ref)));
      default -> "";
    };
  }
}
