package org.xapitck.simulator.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Value;

/**
 * A class of which clients only read objects, and of which there are few: the messages that every
 * such class has, over the records of its objects.
 */
public final class ReadOnlyClass {
  private final String name;
  private final Supplier<Map<String, Value.Struct>> records;

  /**
   * A class.
   *
   * @param name its name in errors, lower case
   * @param records its present objects, by reference, in order
   */
  public ReadOnlyClass(String name, Supplier<Map<String, Value.Struct>> records) {
    this.name = name;
    this.records = records;
  }

  /** The names of the fields, as its first object has them. */
  public List<String> fields() {
    return records.get().values().iterator().next().members().stream()
        .map(Value.Member::name)
        .toList();
  }

  /** {@code get_all}. */
  public Value getAll() {
    return Value.texts(records.get().keySet());
  }

  /** {@code get_all_records}. */
  public Value getAllRecords() {
    List<Value.Member> members = new ArrayList<>();
    records.get().forEach((ref, value) -> members.add(new Value.Member(ref, value)));
    return new Value.Struct(members);
  }

  /**
   * {@code get_record}.
   *
   * @throws ApiFailure HANDLE_INVALID
   */
  public Value.Struct getRecord(String ref) {
    Value.Struct found = records.get().get(ref);
    if (found == null) {
      throw ApiFailure.handleInvalid(name, ref);
    }
    return found;
  }

  /**
   * {@code get_<field>}.
   *
   * @throws ApiFailure HANDLE_INVALID
   */
  public Value getField(String field, String ref) {
    return member(getRecord(ref), field);
  }

  /**
   * {@code get_by_uuid}.
   *
   * @throws ApiFailure UUID_INVALID
   */
  public Value getByUuid(String uuid) {
    return records.get().entrySet().stream()
        .filter(entry -> member(entry.getValue(), "uuid").equals(Value.of(uuid)))
        .map(entry -> Value.of(entry.getKey()))
        .findFirst()
        .orElseThrow(() -> ApiFailure.uuidInvalid(name, uuid));
  }

  /** {@code get_by_name_label}. */
  public Value getByNameLabel(String label) {
    return Value.texts(
        records.get().entrySet().stream()
            .filter(entry -> member(entry.getValue(), "name_label").equals(Value.of(label)))
            .map(Map.Entry::getKey)
            .toList());
  }

  private static Value member(Value.Struct struct, String field) {
    return struct.members().stream()
        .filter(member -> member.name().equals(field))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
