package org.xapitck.simulator.dispatch;

import static org.xapitck.simulator.dispatch.ParameterType.REF;
import static org.xapitck.simulator.dispatch.ParameterType.STRING;
import static org.xapitck.simulator.dispatch.Since.since;
import static org.xapitck.simulator.rbac.Role.READ_ONLY;
import static org.xapitck.simulator.release.Release.RIO;

import java.util.Map;
import org.xapitck.simulator.record.ReadOnlyClass;

/** The lines of classes of which clients only read objects. */
public final class ObjectMessages {
  private ObjectMessages() {}

  /** A table without any class. */
  public static MessageTable none() {
    return new MessageTable.Builder(RIO).build();
  }

  /** A table of nothing but such classes, by their names. */
  public static MessageTable of(Map<String, ReadOnlyClass> classes) {
    MessageTable.Builder api = new MessageTable.Builder(RIO);
    classes.forEach(
        (name, objects) -> {
          add(api, name, since(RIO), objects);
          if (objects.fields().contains("name_label")) {
            addNamed(api, name, since(RIO), objects);
          }
        });
    return api.build();
  }

  /** The messages that every class has, and {@code get_<field>} of each field of its record. */
  static void add(MessageTable.Builder api, String name, Since since, ReadOnlyClass objects) {
    api.message(name + ".get_all", READ_ONLY, since, caller -> objects.getAll());
    api.message(name + ".get_all_records", READ_ONLY, since, caller -> objects.getAllRecords());
    api.message(
        name + ".get_all_records_where",
        READ_ONLY,
        since,
        (caller, filter) -> objects.getAllRecordsWhere(filter),
        STRING);
    api.message(name + ".get_record", READ_ONLY, since, (c, ref) -> objects.getRecord(ref), REF);
    api.message(name + ".get_by_uuid", READ_ONLY, since, (c, id) -> objects.getByUuid(id), STRING);
    for (String field : objects.fields()) {
      api.message(
          name + ".get_" + field, READ_ONLY, since, (c, ref) -> objects.getField(field, ref), REF);
    }
  }

  /** The look-up of classes whose objects have names that clients choose by. */
  static void addNamed(MessageTable.Builder api, String name, Since since, ReadOnlyClass objects) {
    api.message(
        name + ".get_by_name_label",
        READ_ONLY,
        since,
        (caller, label) -> objects.getByNameLabel(label),
        STRING);
  }
}
