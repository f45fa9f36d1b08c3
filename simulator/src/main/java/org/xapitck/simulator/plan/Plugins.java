package org.xapitck.simulator.plan;

import java.util.Optional;

/** Plugins beside {@code task-plan}, which may come and go while the server runs. */
public interface Plugins {
  /** Whether the host has a plugin of that name. */
  boolean has(String plugin);

  /** What a function of it does; empty if it has no such function. */
  Optional<Work> find(PluginMessages.Invocation call);

  /** None. */
  Plugins NONE =
      new Plugins() {
        @Override
        public boolean has(String plugin) {
          return false;
        }

        @Override
        public Optional<Work> find(PluginMessages.Invocation call) {
          return Optional.empty();
        }
      };
}
