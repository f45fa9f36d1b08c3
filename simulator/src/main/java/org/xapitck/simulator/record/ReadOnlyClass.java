package org.xapitck.simulator.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Value;

/**
 * A class with few objects that clients only read: the messages that every such class has, over the
 * records of its objects.
 */
public final class ReadOnlyClass {
  private final String name;
  private final Supplier<List<String>> fields;
  private final Supplier<Map<String, Value.Struct>> records;

  /**
   * A class with the fields that its first object has.
   *
   * @param name its name in errors, lower case
   * @param records its present objects, by reference, in order
   */
  public ReadOnlyClass(String name, Supplier<Map<String, Value.Struct>> records) {
    this(name, () -> names(records.get().values().iterator().next()), records);
  }

  /** A class of which the objects are known only when the whole server stands. */
  public ReadOnlyClass(
      String name, List<String> fields, Supplier<Map<String, Value.Struct>> records) {
    this(name, () -> fields, records);
  }

  private ReadOnlyClass(
      String name, Supplier<List<String>> fields, Supplier<Map<String, Value.Struct>> records) {
    this.name = name;
    this.fields = fields;
    this.records = records;
  }

  private static List<String> names(Value.Struct record) {
    return record.members().stream().map(Value.Member::name).toList();
  }

  /** The names of the fields. */
  public List<String> fields() {
    return fields.get();
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
   * {@code get_all_records_where}.
   *
   * @throws ApiFailure INVALID_VALUE if the filter cannot be read, INTERNAL_ERROR on an unknown
   *     field
   */
  public Value getAllRecordsWhere(String filter) {
    RecordFilter<Value.Struct> wanted =
        RecordFilter.parse(
            filter,
            field ->
                fields().stream()
                    .filter(name -> databaseName(name).equals(field))
                    .findFirst()
                    .map(name -> record -> StoredText.of(member(record, name))));
    List<Value.Member> members = new ArrayList<>();
    records
        .get()
        .forEach(
            (ref, record) -> {
              if (wanted.matches(record)) {
                members.add(new Value.Member(ref, record));
              }
            });
    return new Value.Struct(members);
  }

  /** The name of a field in xapi's database, which joins namespaces by two underscores. */
  private static String databaseName(String field) {
    return field.replaceFirst("^(name|memory|API_version(?:_vendor(?=_))?)_", "$1__");
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
