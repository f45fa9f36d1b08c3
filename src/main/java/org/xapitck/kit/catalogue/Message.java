package org.xapitck.kit.catalogue;

import java.util.List;
import org.xapitck.kit.model.Effect;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.PublishedType;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.TaskClass;

/**
 * A message as the page publishes it.
 *
 * @param name without the class, such as {@code set_status}
 * @param parameters in order, the session first
 * @param effect what it does to the objects of the server
 * @param result type of the result
 * @param minimumRole the least role that may call it
 */
public record Message(
    String name,
    List<Fact.Parameter> parameters,
    Effect effect,
    PublishedType result,
    Role minimumRole) {

  public Message {
    parameters = List.copyOf(parameters);
  }

  /** The name on the wire. */
  public String wireName() {
    return TaskClass.method(name);
  }

  /** The parameters that follow the session. */
  public List<Fact.Parameter> ownParameters() {
    return parameters.subList(1, parameters.size());
  }

  /** Whether it is about one task. */
  public boolean takesTask() {
    return parameters.stream().anyMatch(parameter -> parameter.type().isTask());
  }
}
