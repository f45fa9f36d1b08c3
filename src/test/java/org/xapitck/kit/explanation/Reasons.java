package org.xapitck.kit.explanation;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.TaskOutcome;
import org.xapitck.kit.model.Wire;

/** One or more of every reason there is, made of its type, so that a new one is never left out. */
public final class Reasons {
  /** What stands where a reason holds a text. */
  public static final String WORD = "WORD";

  private Reasons() {}

  /** All of them, with every combination of what is no text. */
  public static List<Reason> all() {
    List<Reason> all = new ArrayList<>(List.of(Reason.Plain.values()));
    Stream.of(Reason.class.getPermittedSubclasses())
        .filter(Class::isRecord)
        .forEach(type -> fill(type, new Object[type.getRecordComponents().length], 0, all));
    return List.copyOf(all);
  }

  private static void fill(Class<?> type, Object[] values, int next, List<Reason> all) {
    RecordComponent[] components = type.getRecordComponents();
    if (next == components.length) {
      all.add(made(type, values));
      return;
    }
    for (Object sample : samples(components[next].getType())) {
      values[next] = sample;
      fill(type, values, next + 1, all);
    }
  }

  private static List<?> samples(Class<?> type) {
    if (type == String.class) {
      return List.of(WORD);
    }
    if (type == int.class) {
      return List.of(7);
    }
    if (type == boolean.class) {
      return List.of(true);
    }
    if (type == Role.class) {
      return List.of(Role.READ_ONLY);
    }
    if (type == Optional.class) {
      return List.of(Optional.of(Role.POOL_ADMIN), Optional.empty());
    }
    if (type == Release.class) {
      return List.of(Release.PAGE);
    }
    if (type == TaskOutcome.class) {
      return List.of(TaskOutcome.ENDED);
    }
    return type == Wire.class
        ? List.of(Wire.JSONRPC1, Wire.JSONRPC2)
        : List.of(type.getEnumConstants());
  }

  private static Reason made(Class<?> type, Object[] values) {
    try {
      Class<?>[] types =
          Stream.of(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      return (Reason) type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }
}
