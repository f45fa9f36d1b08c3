package org.xapitck.kit.answer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.Field;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.PublishedType;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Value;

/** Compares values with the types that the page publishes. */
public final class FieldTypes {
  private final AnswerReader reader;
  private final Catalogue catalogue;
  private final Release release;

  /**
   * The types of a release.
   *
   * @param reader reads a value as a type
   * @param catalogue what the page says
   * @param release decides which fields a record has
   */
  public FieldTypes(AnswerReader reader, Catalogue catalogue, Release release) {
    this.reader = reader;
    this.catalogue = catalogue;
    this.release = release;
  }

  /**
   * Reads a value as a type and looks into it: values of an enum, and every field of a record.
   *
   * @throws ConformanceFailure where it is of another type
   */
  public Object check(PublishedType type, Value value, AnswerPart part) {
    Object typed = reader.typed(value, type.type(), part);
    checkEnum(type, typed, part);
    if (typed instanceof String ref && type.type() == ApiType.REF && ref.isEmpty()) {
      throw part.failure("a reference", "an empty text").of(part.ofType());
    }
    if (type.type() == ApiType.RECORD && !type.equals(PublishedType.ANY_RECORD)) {
      checkRecord(record(typed), part.method());
    }
    return typed;
  }

  /** Each value of an enum, alone, in a set or in a map, is one that the page names. */
  public void checkEnum(PublishedType type, Object typed, AnswerPart part) {
    if (type.enumName().isEmpty()) {
      return;
    }
    List<String> allowed = catalogue.values(type.enumName().get());
    Collection<?> values =
        typed instanceof Map<?, ?> map
            ? map.values()
            : typed instanceof Collection<?> set ? set : List.of(typed);
    for (Object value : values) {
      if (!allowed.contains(value)) {
        throw part.failure(
                "one of " + allowed.stream().sorted().toList(), '"' + value.toString() + '"')
            .of(ofValues(type.enumName().get(), part));
      }
    }
  }

  /** No client can bring about a value of an enum that no message takes. */
  private Owner ofValues(String enumName, AnswerPart part) {
    boolean isTaken =
        catalogue.messages().stream()
            .flatMap(message -> message.parameters().stream())
            .anyMatch(parameter -> parameter.type().enumName().equals(Optional.of(enumName)));
    return isTaken ? part.ofType() : Owner.of(enumName + ".closed");
  }

  /** Every field that the release publishes is there, and of its type. */
  public void checkRecord(Map<String, Value> record, String method) {
    for (Field field : catalogue.fields()) {
      if (release.has(field.since())) {
        checkField(record, field, method);
      }
    }
  }

  /** The field is there and of its type; gives its value. */
  public Object checkField(Map<String, Value> record, Field field, String method) {
    AnswerPart part = AnswerPart.of(method, field.name());
    Value value = record.get(field.name());
    if (value == null) {
      throw new ConformanceFailure(
              "a record with the field " + field.name(),
              "fields " + List.copyOf(record.keySet()),
              method)
          .of(part.ofPresence());
    }
    return check(field.type(), value, part);
  }

  /** A value that was read as a record: its fields by name. */
  @SuppressWarnings("unchecked")
  public static Map<String, Value> record(Object typed) {
    return (Map<String, Value>) typed;
  }

  /** A value that was read as a map of records: the fields of each, by reference. */
  @SuppressWarnings("unchecked")
  public static Map<String, Map<String, Value>> records(Object typed) {
    return (Map<String, Map<String, Value>>) typed;
  }
}
