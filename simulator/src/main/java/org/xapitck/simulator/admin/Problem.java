package org.xapitck.simulator.admin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.text.Nearest;

/** A request that is not done, told in the form of RFC 9457. */
final class Problem extends Exception {
  private static final long serialVersionUID = 1L;

  static final int BAD_REQUEST = 400;
  static final int NOT_FOUND = 404;
  static final int CONFLICT = 409;

  private final int status;
  private final transient Optional<String> pointer;
  private final transient List<String> allowed;
  private final transient List<String> nearest;

  private Problem(
      int status,
      String detail,
      Optional<String> pointer,
      Collection<String> allowed,
      List<String> nearest) {
    super(detail, null, false, false);
    this.status = status;
    this.pointer = pointer;
    this.allowed = List.copyOf(allowed);
    this.nearest = nearest;
  }

  Problem(int status, String detail) {
    this(status, detail, Optional.empty(), List.of(), List.of());
  }

  /** A value that is not allowed at a place of the body. */
  static Problem at(String pointer, String detail) {
    return new Problem(BAD_REQUEST, detail, Optional.of(pointer), List.of(), List.of());
  }

  /** A text at a place that is none of those allowed there. */
  static Problem at(String pointer, String detail, String given, Collection<String> allowed) {
    return new Problem(
        BAD_REQUEST, detail, Optional.of(pointer), allowed, Nearest.of(given, allowed));
  }

  /** 50: more names than these help nobody; the document has them all. */
  private static final int LISTED = 50;

  /** A path that is not there. */
  static Problem noSuchPath(String path, Collection<String> paths) {
    return new Problem(
        NOT_FOUND, "no such path: " + path, Optional.empty(), paths, Nearest.of(path, paths));
  }

  int status() {
    return status;
  }

  Value value() {
    List<Value.Member> members = new ArrayList<>();
    members.add(new Value.Member("status", new Value.Int(status)));
    members.add(new Value.Member("detail", Value.of(getMessage())));
    pointer.ifPresent(place -> members.add(new Value.Member("pointer", Value.of(place))));
    if (!allowed.isEmpty()) {
      if (allowed.size() <= LISTED) {
        members.add(new Value.Member("allowed", Value.texts(allowed)));
      }
      members.add(new Value.Member("nearest", Value.texts(nearest)));
    }
    return new Value.Struct(members);
  }
}
