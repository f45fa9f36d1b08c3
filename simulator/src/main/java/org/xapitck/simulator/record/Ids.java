package org.xapitck.simulator.record;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes references and uuids: 128 random bits in the form of a uuid, as xapi's are. */
public final class Ids {
  private final RandomGenerator random;

  private Ids(RandomGenerator random) {
    this.random = random;
  }

  /** Ids that nobody can guess, since a reference to a session is all that a call needs. */
  public static Ids random() {
    return new Ids(new SecureRandom());
  }

  /** Ids that are the same for the same seed and the same order of calls. */
  public static Ids seeded(long seed) {
    return new Ids(new SplittableRandom(seed));
  }

  /** A fresh uuid. */
  public synchronized String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** A fresh reference. */
  public String ref() {
    return "OpaqueRef:" + uuid();
  }

  /** The reference of a call that has no task in the database. */
  public String dummyRef(String call) {
    return "DummyRef:|" + uuid() + "|" + call;
  }
}
