package org.xapitck.kit.explanation;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.xapitck.kit.model.Redaction;

/** Redacts the texts of a record; by reflection, so that none can be forgotten. */
final class RecordTexts {
  private RecordTexts() {}

  /** The same record with every component that is a text redacted. */
  static <T extends Record> T redacted(T one, Redaction redaction) {
    RecordComponent[] components = one.getClass().getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < values.length; i++) {
        Object value = components[i].getAccessor().invoke(one);
        values[i] = value instanceof String text ? redaction.of(text) : value;
      }
      @SuppressWarnings("unchecked")
      T redacted = (T) one.getClass().getDeclaredConstructor(types).newInstance(values);
      return redacted;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record of this package can always be read and made", e);
    }
  }
}
