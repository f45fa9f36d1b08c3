package org.xapitck.kit.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;

/** Around each scenario: room for its tasks before, nothing left of them after. */
public final class Hooks {
  private final World world;

  public Hooks(World world) {
    this.world = world;
  }

  /** Waits until the scenario may make tasks. */
  @Before
  public void enter() throws InterruptedException {
    world.conversation().ledger().enter();
    if (isLong()) {
      world.conversation().ledger().enterLong();
    }
  }

  private boolean isLong() {
    return world.stage().notes().stepTexts().stream().anyMatch(text -> text.contains("64 KiB"));
  }

  /** Completes and destroys what the scenario made, whatever became of it. */
  @After(order = 0)
  public void leave() {
    try {
      world.voice().disposeOfAll();
    } finally {
      if (isLong()) {
        world.conversation().ledger().leaveLong();
      }
      world.conversation().ledger().leave();
    }
  }
}
