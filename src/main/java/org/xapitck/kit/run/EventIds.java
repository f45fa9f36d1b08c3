package org.xapitck.kit.run;

import io.cucumber.core.eventbus.UuidGenerator;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ids of Cucumber's events: they differ within a run and keep no secret, so they need no secure
 * random numbers, which took 3 % of a run.
 */
public final class EventIds implements UuidGenerator {

  @Override
  public UUID generateId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong());
  }
}
