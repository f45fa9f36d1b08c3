package org.xapitck.kit.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.client.ErrorCodes;
import org.xapitck.kit.client.NoSession;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;

/** Asks a server which release it claims to be; an answer that is missing costs no verdict. */
public final class ReleaseFinder {
  /** The permission that an ordinary key of the map needs. */
  private static final String MAP_PERMISSION = TaskClass.ADD_TO_OTHER_CONFIG;

  private static final Set<String> MIGHTY = Set.of("pool-operator", "pool-admin");

  private final ApiClient client;
  private final String session;

  /**
   * A finder.
   *
   * @throws NoSession where the strongest account gets no session
   */
  public ReleaseFinder(ApiClient client) {
    this.client = client;
    this.session = client.session(client.target().accounts().strongest());
  }

  /** What the server claims to be. */
  public DetectedRelease detected() {
    Map<String, String> versions = host().map(this::versions).orElse(Map.of());
    DetectedRelease detected =
        DetectedRelease.of(new DetectedRelease.Facts(versions, Optional.empty(), Set.of()));
    if (detected.release().equals(org.xapitck.kit.model.Release.PAGE)) {
      Optional<ApiVersion> api = host().flatMap(this::apiVersion);
      Set<String> messages = api.isPresent() ? Set.of() : messages();
      detected = DetectedRelease.of(new DetectedRelease.Facts(versions, api, messages));
    }
    return settle(detected);
  }

  /**
   * Where the release leaves the rule of the map open, the table of roles decides, if the server
   * shows it.
   */
  public DetectedRelease settle(DetectedRelease detected) {
    if (detected.mapRule() != MapRule.EITHER) {
      return detected;
    }
    Set<String> holders =
        ErrorCodes.texts(ask("role.get_by_permission_name_label", MAP_PERMISSION)).stream()
            .flatMap(role -> ask("role.get_name_label", role).flatMap(ReleaseFinder::text).stream())
            .collect(Collectors.toSet());
    if (holders.contains(Role.READ_ONLY.id())) {
      return detected.settled(MapRule.OPEN, "read-only holds " + MAP_PERMISSION);
    }
    if (!holders.isEmpty() && MIGHTY.containsAll(holders)) {
      return detected.settled(
          MapRule.CLOSED,
          "only "
              + String.join(" and ", holders.stream().sorted().toList())
              + " hold "
              + MAP_PERMISSION);
    }
    return detected;
  }

  /** The host that serves the session; the first of all where the server does not tell. */
  private Optional<String> host() {
    return Stream.concat(
            ask("session.get_this_host", session).flatMap(ReleaseFinder::text).stream(),
            ErrorCodes.texts(ask("host.get_all")).stream())
        .filter(ref -> !ref.isEmpty())
        .findFirst();
  }

  private Map<String, String> versions(String host) {
    Map<String, String> versions = new LinkedHashMap<>();
    if (ask("host.get_software_version", host).orElse(null) instanceof Value.Struct struct) {
      struct.members().forEach((key, value) -> text(value).ifPresent(v -> versions.put(key, v)));
    }
    return versions;
  }

  private Optional<ApiVersion> apiVersion(String host) {
    Optional<Integer> major =
        ask("host.get_API_version_major", host).flatMap(ReleaseFinder::number);
    Optional<Integer> minor =
        ask("host.get_API_version_minor", host).flatMap(ReleaseFinder::number);
    return major.flatMap(first -> minor.map(second -> new ApiVersion(first, second)));
  }

  /** XML-RPC gives an array without the usual struct around it, which only the raw body shows. */
  private Set<String> messages() {
    return Set.copyOf(
        ErrorCodes.texts(
            ErrorCodes.value(
                client
                    .repeated(() -> client.call(Call.auxiliary("system.listMethods", List.of())))
                    .answer())));
  }

  private Optional<Value> ask(String message, Object... own) {
    return ErrorCodes.value(
        client.repeated(() -> client.callIn(session, message, List.of(own))).answer());
  }

  private static Optional<String> text(Value value) {
    return value instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty();
  }

  /** XML-RPC sends the numbers of a version as texts, JSON-RPC as numbers. */
  private static Optional<Integer> number(Value value) {
    String digits =
        value instanceof Value.Number number
            ? number.number().toPlainString()
            : text(value).orElse("");
    return digits.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }
}
