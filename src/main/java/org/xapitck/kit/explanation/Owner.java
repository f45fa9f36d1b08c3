package org.xapitck.kit.explanation;

import java.util.List;

/**
 * The requirement that an assertion belongs to. A step states it when it checks more than its
 * scenario is about: the type of an answer on the way belongs to the message that gave it.
 *
 * @param ids of requirements; the first that the run judges by owns the assertion, and without any
 *     it belongs to the scenario
 * @param refusal whether the scenario's call was refused, so that nothing is known of what it does
 */
public record Owner(List<String> ids, boolean refusal) {
  /** The requirements of the scenario itself. */
  public static final Owner SCENARIO = new Owner(List.of(), false);

  /** The requirements of the scenario that say that its call is possible at all. */
  public static final Owner REFUSED_SCENARIO = new Owner(List.of(), true);

  public Owner {
    ids = List.copyOf(ids);
  }

  /** The first of these that the run judges by. */
  public static Owner of(String... ids) {
    return new Owner(List.of(ids), false);
  }
}
