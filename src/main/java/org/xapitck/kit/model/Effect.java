package org.xapitck.kit.model;

import java.util.Arrays;
import java.util.Optional;

/** What a message does to the objects of the server. */
public enum Effect {
  READS("reads"),
  CREATES("creates"),
  CHANGES("changes"),
  DESTROYS("destroys");

  private final String id;

  Effect(String id) {
    this.id = id;
  }

  /** The word of the catalogue. */
  public String id() {
    return id;
  }

  /** The effect with this id, if there is one. */
  public static Optional<Effect> of(String id) {
    return Arrays.stream(values()).filter(effect -> effect.id.equals(id)).findFirst();
  }

  /**
   * The effect that the name of a message tells, in any class of the API and whether it is
   * published or not.
   *
   * @param method with its class, such as {@code host.get_all}
   * @return empty where the name starts with none of the API's verbs
   */
  public static Optional<Effect> ofName(String method) {
    String name = method.substring(method.lastIndexOf('.') + 1);
    if (name.startsWith("get_") || method.equals("system.listMethods")) {
      return Optional.of(READS);
    }
    if (name.startsWith("set_") || name.startsWith("add_") || name.startsWith("remove_")) {
      return Optional.of(CHANGES);
    }
    return switch (name) {
      case "create" -> Optional.of(CREATES);
      case "destroy" -> Optional.of(DESTROYS);
      default -> Optional.empty();
    };
  }
}
