package org.xapitck.kit.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.model.Requirement.Citation;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Overall;

/** What a {@link RunReport} is made of. */
final class RunParts {

  private RunParts() {}

  /**
   * By what the server was judged.
   *
   * @param kit version of the kit
   * @param catalogue version and hash of the catalogue; empty where unknown
   * @param contract what the catalogue states; empty where unknown
   * @param release the release
   */
  record Judge(String kit, String catalogue, Optional<Citation> contract, String release) {}

  /** Roles with an account and roles without one; names of roles, never of users. */
  record Roles(List<String> present, List<String> missing) {}

  /** How it is repeated, when it began, how long each part took, in order, and the calls sent. */
  record Course(
      String command, Instant started, Map<String, Duration> phases, Map<Wire, Long> calls) {}

  /**
   * How the run ended.
   *
   * @param overall the overall verdict
   * @param exitCode of the process
   * @param kitError the stack trace of what broke inside the kit; empty where nothing did
   */
  record Ending(Overall overall, int exitCode, String kitError) {}
}
