package org.xapitck.simulator.fault.variants;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.Wire;

/** Other spellings of the same answers. */
final class FormVariants {
  private static final Set<Wire> XML = EnumSet.of(Wire.XMLRPC);

  private FormVariants() {}

  static void register(VariantTable table) {
    values(table);
    bodies(table);
    table.variant(
        "null-ref-spelled-null",
        "the null reference is spelled NULL",
        "subtask_of",
        "task.subtask_of",
        FieldView.everywhere("subtask_of", v -> nullRef(v, "NULL")));
    table.variant(
        "null-ref-spelled-as-on-the-page",
        "the null reference is spelled Null",
        "subtask_of",
        "task.subtask_of",
        FieldView.everywhere("subtask_of", v -> nullRef(v, "Null")));
    table.variant(
        "refs-without-prefix",
        "references are bare uuids",
        "references",
        "wire.",
        BareReferences.alteration());
    table.variant(
        "extra-record-fields",
        "records have fields that the page does not name",
        "task.get_record",
        "task.get_record",
        Intercept.together(
            Intercept.value("task.get_record", FormVariants::more),
            Intercept.value(
                "task.get_all_records", all -> FieldView.eachRecord(all, (ref, r) -> more(r)))));
  }

  /** A reference to a task stays, or a part would no longer lead to its whole. */
  private static Value nullRef(Value ref, String spelling) {
    return ref.equals(Value.of("OpaqueRef:NULL")) ? Value.of(spelling) : ref;
  }

  private static Value more(Value record) {
    return Values.with(
        Values.with(record, "tags", new Value.Array(List.of())), "blocked", new Value.Bool(false));
  }

  private static void values(VariantTable table) {
    table.variant(
        "dates-with-dashes",
        "points in time are written 2024-01-01T00:00:00Z",
        "dates",
        "task.created",
        Intercept.values(Wire.ALL, v -> time(v, FormVariants::dashed)));
    table.variant(
        "dates-with-offset",
        "points in time have an offset instead of Z",
        "dates",
        "task.created",
        Intercept.values(Wire.ALL, v -> time(v, text -> text.replace("Z", "+00:00"))));
    table.variant(
        "dates-without-zone",
        "points in time have no zone",
        "dates",
        "task.created",
        Intercept.values(Wire.ALL, v -> time(v, text -> text.replace("Z", ""))));
    table.variant(
        "ints-for-whole-numbers",
        "a float without a fraction is an integer",
        "floats",
        "task.progress",
        Intercept.values(Wire.ALL, FormVariants::whole));
    table.variant(
        "void-is-null",
        "nothing is nil and null instead of the empty string",
        "void",
        "wire.",
        Intercept.together(
            List.of(
                    "destroy",
                    "cancel",
                    "set_status",
                    "set_progress",
                    "set_result",
                    "set_error_info",
                    "set_other_config",
                    "add_to_other_config",
                    "remove_from_other_config")
                .stream()
                .map(name -> Intercept.value("task." + name, v -> new Value.Nil()))
                .toList()));
    table.variant(
        "members-reversed",
        "members of records and maps come in another order",
        "order of members",
        "task.get_record",
        Intercept.values(Wire.ALL, FormVariants::reversed));
  }

  private static Value time(Value value, java.util.function.UnaryOperator<String> change) {
    return value instanceof Value.Time time ? new Value.Time(change.apply(time.text())) : value;
  }

  private static String dashed(String text) {
    return text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6);
  }

  private static Value whole(Value value) {
    return value instanceof Value.Real real && real.number() == Math.rint(real.number())
        ? new Value.Int32((int) real.number())
        : value;
  }

  private static Value reversed(Value value) {
    if (!(value instanceof Value.Struct struct)) {
      return value;
    }
    List<Value.Member> members = new ArrayList<>(struct.members());
    Collections.reverse(members);
    return new Value.Struct(members);
  }

  private static void bodies(VariantTable table) {
    table.variant(
        "xml-string-tags",
        "texts over XML-RPC stand in string elements",
        "texts of xmlrpc",
        "wire.xmlrpc",
        Intercept.bodies(
            XML,
            answer -> true,
            body ->
                body.replaceAll("<value>([^<]*)</value>", "<value><string>$1</string></value>")));
    table.variant(
        "xml-pretty",
        "XML comes on many lines",
        "layout",
        "wire.xmlrpc",
        Intercept.bodies(XML, answer -> true, Layout::prettyXml));
    table.variant(
        "json-pretty",
        "JSON comes on many lines",
        "layout",
        "wire.json",
        Intercept.bodies(Wire.JSON, answer -> true, Layout::prettyJson));
    table.variant(
        "envelope-reversed",
        "the members of an answer's envelope come in another order",
        "envelope",
        "wire.",
        Intercept.bodies(Wire.ALL, answer -> true, Layout::reversedEnvelope));
    table.variant(
        "json-escapes",
        "JSON writes slashes and accents as escapes",
        "escapes",
        "text.",
        Intercept.bodies(Wire.JSON, answer -> true, Layout::escapedJson));
    table.variant(
        "xml-encoding-named",
        "XML names its encoding",
        "head of xmlrpc",
        "wire.xmlrpc",
        Intercept.bodies(
            XML,
            answer -> true,
            body ->
                body.replaceFirst(
                    "version=\"1.0\"\\?>", "version=\"1.0\" encoding=\"UTF-8\"?>\n")));
  }
}
