package org.xapitck.kit.catalogue;

import java.util.List;

/**
 * A message as the page publishes it.
 *
 * @param name without the class, such as {@code set_status}
 * @param parameters types in order, the session first, in the page's words
 * @param result type of the result, in the page's words
 * @param minimumRole the least role that may call it
 */
public record Message(String name, List<String> parameters, String result, String minimumRole) {

  /** The name on the wire. */
  public String wireName() {
    return "task." + name;
  }

  /** The parameters that follow the session. */
  public List<String> ownParameters() {
    return parameters.subList(1, parameters.size());
  }

  /** Whether it is about one task. */
  public boolean takesTask() {
    return parameters.contains("task ref");
  }
}
