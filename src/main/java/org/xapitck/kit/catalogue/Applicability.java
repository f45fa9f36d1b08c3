package org.xapitck.kit.catalogue;

import java.util.Optional;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;

/** Decides which requirements are too new for a release. */
public final class Applicability {
  private static final Release ROLES = Release.of("midnight-ride").orElseThrow();
  private static final Release JSON_RPC = Release.of("clearwater").orElseThrow();
  private static final Release JSON_RPC_2 = Release.of("inverness").orElseThrow();
  private static final Release COMPLETION = Release.of("falcon").orElseThrow();

  /**
   * xapi 1.9.51 (June 2014) put off the destruction of pending tasks; creedence is the first
   * release with it.
   */
  private static final Release DEFERRED_DESTROY = Release.of("creedence").orElseThrow();

  private final Release release;

  /** What is not to be asked of this release. */
  public Applicability(Release release) {
    this.release = release;
  }

  /** Why the requirement is not applicable; empty where it is. */
  public Optional<Reason> absence(Requirement requirement) {
    Release since = Release.of(requirement.since()).orElseThrow();
    if (!release.has(since)) {
      return Optional.of(new Reason.PublishedLater(requirement.since(), release));
    }
    if (requirement.needsRoles() && !hasRoles()) {
      return Optional.of(new Reason.RolesCameLater(release));
    }
    return Optional.empty();
  }

  /** Why the wire is not applicable; empty where it is. */
  public Optional<Reason> absence(Wire wire) {
    if (wire == Wire.XMLRPC) {
      return Optional.empty();
    }
    if (!release.has(JSON_RPC)) {
      return Optional.of(new Reason.WireCameLater(Wire.JSONRPC1, release));
    }
    return wire == Wire.JSONRPC2 && !release.has(JSON_RPC_2)
        ? Optional.of(new Reason.WireCameLater(wire, release))
        : Optional.empty();
  }

  /** Whether sessions have roles. */
  public boolean hasRoles() {
    return release.has(ROLES);
  }

  /**
   * Whether a task that a client made stays for hours, whatever the client does: nobody can
   * complete it, and destroy waits for that.
   */
  public boolean tasksStay() {
    return release.has(DEFERRED_DESTROY) && !release.has(COMPLETION);
  }
}
