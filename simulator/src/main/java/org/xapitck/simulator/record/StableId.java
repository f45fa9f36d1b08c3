package org.xapitck.simulator.record;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of objects that are the same on every server, made from a name. */
public final class StableId {
  private StableId() {}

  /** The uuid of what has that name. */
  public static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The reference of what has that name; its uuid is another one. */
  public static String ref(String name) {
    return "OpaqueRef:" + uuid("ref " + name);
  }
}
