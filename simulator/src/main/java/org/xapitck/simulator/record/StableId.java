package org.xapitck.simulator.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Ids of objects that are the same on every server, made from a name. */
public final class StableId {
  private StableId() {}

  /** The uuid of what has that name. */
  public static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The MD5 of a name, written as a uuid: so xapi names its roles and permissions. */
  public static String hashed(String name) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of()
          .formatHex(hash)
          .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  /** The reference of what has that name; its uuid is another one. */
  public static String ref(String name) {
    return "OpaqueRef:" + uuid("ref " + name);
  }
}
