package org.xapitck.simulator.rpc;

import java.util.List;

/**
 * A refusal that a handler throws; the factories make every error that the simulator knows.
 *
 * <p>Codes and parameters are those of the xapi 24.16 recording. It has no stack trace: a refusal
 * is an ordinary answer here, and filling one in would cost more than the rest of the call.
 */
public final class ApiFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer.Failure answer;

  private ApiFailure(String code, String... parameters) {
    super(code + List.of(parameters), null, false, false);
    this.answer = new Answer.Failure(code, List.of(parameters));
  }

  /** The refusal as an answer. */
  public Answer.Failure answer() {
    return answer;
  }

  /** A reference that names no object of the class. */
  public static ApiFailure handleInvalid(String className, String ref) {
    return new ApiFailure("HANDLE_INVALID", className, ref);
  }

  /** A uuid that names no object of the class; its form is never checked. */
  public static ApiFailure uuidInvalid(String className, String uuid) {
    return new ApiFailure("UUID_INVALID", className, uuid);
  }

  /** A session that never was, or is no more. */
  public static ApiFailure sessionInvalid(String session) {
    return new ApiFailure("SESSION_INVALID", session);
  }

  /** A key that the map of an object already has. */
  public static ApiFailure mapDuplicateKey(String className, String field, String ref, String key) {
    return new ApiFailure("MAP_DUPLICATE_KEY", className, field, ref, key);
  }

  /** An exception of the server, printed; this is how xapi refuses a value of the wrong type. */
  public static ApiFailure internalError(String... printed) {
    return new ApiFailure("INTERNAL_ERROR", printed);
  }

  /** A value that the server cannot read, with the exception it met. */
  public static ApiFailure invalidValue(String value, String printed) {
    return new ApiFailure("INVALID_VALUE", value, printed);
  }

  /** A permission that the session lacks. */
  public static ApiFailure permissionDenied(String permission, String explanation) {
    return new ApiFailure("RBAC_PERMISSION_DENIED", permission, explanation);
  }

  /** A message that does not exist. */
  public static ApiFailure methodUnknown(String method) {
    return new ApiFailure("MESSAGE_METHOD_UNKNOWN", method);
  }

  /** A wrong number of parameters; neither number counts the session. */
  public static ApiFailure countMismatch(String method, int expected, int received) {
    return new ApiFailure(
        "MESSAGE_PARAMETER_COUNT_MISMATCH",
        method,
        Integer.toString(expected),
        Integer.toString(received));
  }

  /** An {@code Async.} form of a message that has none. */
  public static ApiFailure noAsyncMode(String method) {
    return new ApiFailure("Fault", "No async mode for this operation (rpc: " + method + ")");
  }

  /** A wrong password or an unknown user. */
  public static ApiFailure authenticationFailed(String user) {
    return new ApiFailure("SESSION_AUTHENTICATION_FAILED", user, "Authentication failure");
  }

  /** A token that {@code event.from} cannot read. */
  public static ApiFailure tokenUnreadable(String token) {
    return new ApiFailure("EVENT_FROM_TOKEN_PARSE_FAILURE", token);
  }

  /** A subscription that names neither a class nor an object. */
  public static ApiFailure subscriptionUnreadable(String text) {
    return new ApiFailure("EVENT_SUBSCRIPTION_PARSE_FAILURE", text);
  }

  /** A session that asks for events without having registered for any. */
  public static ApiFailure notRegistered(String trackId) {
    return new ApiFailure("SESSION_NOT_REGISTERED", trackId);
  }

  /** Events that a session did not fetch in time. */
  public static ApiFailure eventsLost() {
    return new ApiFailure("EVENTS_LOST");
  }

  /** A user whom the directory does not know. */
  public static ApiFailure subjectUnknown() {
    return new ApiFailure("SUBJECT_CANNOT_BE_RESOLVED");
  }

  /** A host that is not there. */
  public static ApiFailure hostOffline(String host) {
    return new ApiFailure("HOST_OFFLINE", host);
  }

  /** A plugin that the host does not have. */
  public static ApiFailure pluginMissing(String plugin) {
    return new ApiFailure("XENAPI_MISSING_PLUGIN", plugin);
  }

  /** A plugin that ended badly, as one does that is called with an unknown function. */
  public static ApiFailure pluginFailure() {
    return new ApiFailure("XENAPI_PLUGIN_FAILURE", "non-zero exit", "", "");
  }
}
