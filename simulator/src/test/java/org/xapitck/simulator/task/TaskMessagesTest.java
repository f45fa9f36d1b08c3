package org.xapitck.simulator.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.simulator.support.TestServer.NO_REF;
import static org.xapitck.simulator.support.TestServer.refusal;
import static org.xapitck.simulator.support.TestServer.text;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/** What the messages do to a task, over each wire. */
class TaskMessagesTest {
  private static final String ADMIN = "pool-admin";
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aNewTaskHasTheSeventeenFieldsInOrder(Wire wire) {
    String record = call(wire, "task.get_record", server.task(ADMIN));
    assertThat(record)
        .matches(
            "\\{\"uuid\":\"[0-9a-f-]{36}\",\"name_label\":\"label\","
                + "\"name_description\":\"description\",\"allowed_operations\":\\[\\],"
                + "\"current_operations\":\\{\\},\"created\":\"20\\d{6}T\\d\\d:\\d\\d:\\d\\dZ\","
                + "\"finished\":\"19700101T00:00:00Z\",\"status\":\"pending\","
                + "\"resident_on\":\"OpaqueRef:[0-9a-f-]{36}\",\"progress\":0.0,"
                + "\"type\":\"<none/>\",\"result\":\"\",\"error_info\":\\[\\],\"other_config\":\\{\\},"
                + "\"subtask_of\":\"OpaqueRef:NULL\",\"subtasks\":\\[\\],\"backtrace\":\"\\(\\)\"\\}");
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void everyGetterAgreesWithTheRecord(Wire wire) {
    String ref = server.task(ADMIN);
    call(wire, "task.set_error_info", ref, List.of("a", "a"));
    call(wire, "task.add_to_other_config", ref, "k", "v");
    StringBuilder built = new StringBuilder();
    for (TaskField field : TaskField.values()) {
      built.append(built.isEmpty() ? "{" : ",");
      built.append(Wire.json(field.label())).append(':');
      built.append(call(wire, "task.get_" + field.label(), ref));
    }
    assertThat(call(wire, "task.get_record", ref)).isEqualTo(built + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "success", "failure", "cancelling", "cancelled"})
  void aStatusChangesNothingButTheStatus(String status) {
    String ref = server.task(ADMIN);
    String before = call(Wire.JSONRPC1, "task.get_record", ref);
    assertThat(call(Wire.JSONRPC1, "task.set_status", ref, status)).isEqualTo("\"\"");
    String expected = before.replace("\"status\":\"pending\"", "\"status\":\"" + status + "\"");
    assertThat(call(Wire.JSONRPC1, "task.get_record", ref)).isEqualTo(expected);
    assertThat(call(Wire.JSONRPC1, "task.set_status", ref, "pending")).isEqualTo("\"\"");
    assertThat(call(Wire.JSONRPC1, "task.get_record", ref)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 0.25",
    "-1.0, -1.0",
    "1.0E300, 1.0E300",
    "2.0, 2.0",
    "1.0E-7, 1.0E-7",
    "0.30000000000000004, 0.3"
  })
  void progressHasNoRangeAndXmlShowsSixteenDigits(Double sent, Double shown) {
    String ref = server.task(ADMIN);
    call(Wire.XMLRPC, "task.set_progress", ref, sent);
    assertThat(Double.parseDouble(call(Wire.JSONRPC2, "task.get_progress", ref))).isEqualTo(sent);
    assertThat(call(Wire.XMLRPC, "task.get_progress", ref)).isEqualTo(shown.toString());
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aRefusedValueLeavesTheTaskUntouched(Wire wire) {
    String ref = server.task(ADMIN);
    String before = call(wire, "task.get_record", ref);
    String[][] refused = {
      {"task.set_status", "Failure(\"Unknown tag/contents\")"},
      {"task.set_progress", "Failure(\"float_of_string\")"},
      {"task.set_error_info", "Failure(\"Expecting Rpc.Enum, but found 'S(\\195\\169)'\")"},
      {"task.set_other_config", "Failure(\"Expecting Rpc.Dict, but found 'S(\\195\\169)'\")"}
    };
    for (String[] row : refused) {
      assertThat(call(wire, row[0], ref, "é")).isEqualTo(refusal("INTERNAL_ERROR", row[1]));
    }
    assertThat(call(wire, "task.set_result", ref, 5))
        .isEqualTo(refusal("INTERNAL_ERROR", "Failure(\"Expected string, got 'I(5)'\")"));
    assertThat(call(wire, "task.set_error_info", ref, List.of("a", List.of(true, 0.5))))
        .isEqualTo(
            refusal("INTERNAL_ERROR", "Failure(\"Expected string, got '[B(true);F(0.5)]'\")"));
    assertThat(call(wire, "task.get_record", ref)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void otherConfigKeepsWhatARefusedCallWouldHaveChanged(Wire wire) {
    String ref = server.task(ADMIN);
    call(wire, "task.set_other_config", ref, Map.of("k", "v"));
    assertThat(call(wire, "task.add_to_other_config", ref, "k", "v"))
        .isEqualTo(refusal("MAP_DUPLICATE_KEY", "task", "other_config", ref, "k"));
    assertThat(call(wire, "task.add_to_other_config", ref, "", "v"))
        .isEqualTo(refusal("INTERNAL_ERROR", "Db_exn.Empty_key_in_map"));
    if (wire != Wire.XMLRPC) {
      // an empty <name/> is not even a request, see XmlRpcCodecTest
      assertThat(call(wire, "task.set_other_config", ref, Map.of("", "v")))
          .isEqualTo(refusal("INTERNAL_ERROR", "Db_exn.Empty_key_in_map"));
    }
    assertThat(call(wire, "task.remove_from_other_config", ref, "zz")).isEqualTo("\"\"");
    assertThat(call(wire, "task.get_other_config", ref)).isEqualTo("{\"k\":\"v\"}");
  }

  @Test
  void aControlCharacterCutsALabelButRefusesAResult() {
    String ref = text(call(Wire.JSONRPC2, "task.create", "a\u0001b", "c\u001fd"));
    assertThat(call(Wire.JSONRPC2, "task.get_name_label", ref)).isEqualTo("\"a\"");
    assertThat(call(Wire.JSONRPC2, "task.get_name_description", ref)).isEqualTo("\"c\"");
    call(Wire.JSONRPC2, "task.add_to_other_config", ref, "k\u0002x", "v\u0003y");
    assertThat(call(Wire.JSONRPC2, "task.get_other_config", ref)).isEqualTo("{\"k\":\"v\"}");
    String refused = refusal("INTERNAL_ERROR", "Db_exn.Invalid_value");
    assertThat(call(Wire.JSONRPC2, "task.set_result", ref, "a\u0001")).isEqualTo(refused);
    assertThat(call(Wire.JSONRPC2, "task.set_error_info", ref, List.of("ok", "\u0007")))
        .isEqualTo(refused);
    assertThat(call(Wire.JSONRPC2, "task.get_error_info", ref)).isEqualTo("[]");
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void textOfAnyKindSurvives(Wire wire) {
    String long64 = "x".repeat(64 * 1024);
    for (String text :
        List.of("", "  a  b ", "<a>&\"c\"'", "]]>", "déjà 任务 🚀", "l1\nl2\t", long64)) {
      String ref = text(call(wire, "task.create", "any", "thing"));
      call(wire, "task.set_result", ref, text);
      call(wire, "task.set_error_info", ref, List.of(text, text));
      call(wire, "task.set_other_config", ref, Map.of("k", text));
      assertThat(call(wire, "task.get_result", ref)).isEqualTo(Wire.json(text));
      assertThat(call(wire, "task.get_error_info", ref)).isEqualTo(Wire.json(List.of(text, text)));
      assertThat(call(wire, "task.get_other_config", ref)).isEqualTo(Wire.json(Map.of("k", text)));
    }
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aCompletedTaskIsGoneWhenDestroyAnswers(Wire wire) {
    String ref = server.task(ADMIN);
    String uuid = text(call(wire, "task.get_uuid", ref));
    call(wire, "task.set_status", ref, "cancelled");
    assertThat(call(wire, "task.destroy", ref)).isEqualTo("\"\"");
    String unknown = refusal("HANDLE_INVALID", "task", ref);
    for (String message : List.of("task.get_record", "task.destroy", "task.cancel")) {
      assertThat(call(wire, message, ref)).isEqualTo(unknown);
    }
    assertThat(call(wire, "task.get_all")).doesNotContain(ref);
    assertThat(call(wire, "task.get_all_records")).doesNotContain(ref);
    assertThat(call(wire, "task.get_by_name_label", "label")).doesNotContain(ref);
    assertThat(call(wire, "task.get_by_uuid", uuid))
        .isEqualTo(refusal("UUID_INVALID", "task", uuid));
  }

  @Test
  void aPendingTaskIsOnlyMarkedByDestroyAndCancelForgetsTheMark() {
    String ref = server.task(ADMIN);
    assertThat(call(Wire.XMLRPC, "task.destroy", ref)).isEqualTo("\"\"");
    assertThat(call(Wire.XMLRPC, "task.destroy", ref))
        .isEqualTo(refusal("MAP_DUPLICATE_KEY", "task", "current_operations", ref, "task"));
    assertThat(call(Wire.XMLRPC, "task.get_current_operations", ref))
        .isEqualTo("{\"task\":\"destroy\"}");
    call(Wire.XMLRPC, "task.cancel", ref);
    String first = call(Wire.XMLRPC, "task.get_current_operations", ref);
    assertThat(first).matches("\\{\"DummyRef:\\|[0-9a-f-]{36}\\|task.cancel\":\"cancel\"\\}");
    call(Wire.XMLRPC, "task.cancel", ref);
    assertThat(call(Wire.XMLRPC, "task.get_current_operations", ref)).isNotEqualTo(first);
    assertThat(call(Wire.XMLRPC, "task.get_status", ref)).isEqualTo("\"pending\"");
  }

  @Test
  void tasksOfOneLabelAreFoundOldestFirst() {
    String label = "same label";
    String first = call(Wire.JSONRPC1, "task.create", label, "");
    String second = call(Wire.JSONRPC1, "task.create", label, "");
    assertThat(call(Wire.JSONRPC1, "task.get_by_name_label", label))
        .isEqualTo("[" + first + "," + second + "]");
    assertThat(call(Wire.JSONRPC1, "task.get_by_name_label", "Same label")).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "field \"status\"=\"failure\"; true",
        "field 'name__label' = 'wanted'; true",
        "not (field \"status\"=\"failure\" and true) or field \"progress\"=\"0.5\"; true",
        "field \"other_config\"=\"(('k' 'v'))\" and field \"error_info\"=\"('e')\"; true",
        "field \"status\"=\"failure\" and false; false",
        "\"a\"=\"b\"; false"
      })
  void aFilterComparesWhatTheDatabaseStores(String filter, boolean found) {
    String ref = text(call(Wire.JSONRPC2, "task.create", "wanted", ""));
    call(Wire.JSONRPC2, "task.set_status", ref, "failure");
    call(Wire.JSONRPC2, "task.set_progress", ref, 0.5);
    call(Wire.JSONRPC2, "task.add_to_other_config", ref, "k", "v");
    call(Wire.JSONRPC2, "task.set_error_info", ref, List.of("e"));
    String records = call(Wire.JSONRPC2, "task.get_all_records_where", filter);
    assertThat(records.contains(ref)).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "field", "field \"status\"", "(true", "\"a", "true true", "%"})
  void anUnreadableFilterIsNamed(String filter) {
    assertThat(call(Wire.JSONRPC2, "task.get_all_records_where", filter))
        .isEqualTo(refusal("INVALID_VALUE", filter, "Db_filter.Expression_error(_)"));
  }

  @Test
  void aFilterOfNothingButBracketsEndsNoThread() {
    String filter = "(".repeat(200_000);
    assertThat(call(Wire.JSONRPC2, "task.get_all_records_where", filter))
        .startsWith("![\"INVALID_VALUE\"");
    assertThat(
            call(Wire.JSONRPC2, "task.get_all_records_where", "true" + " or true".repeat(30_000)))
        .startsWith("{");
  }

  @Test
  void asyncCancelAnswersAReferenceToNothingAndLosesItsErrors() {
    String ref = server.task(ADMIN);
    String call = text(call(Wire.JSONRPC2, "Async.task.cancel", ref));
    assertThat(call).matches("DummyRef:\\|[0-9a-f-]{36}\\|Async\\.task\\.cancel");
    assertThat(call(Wire.JSONRPC2, "task.get_current_operations", ref))
        .isEqualTo("{\"" + call + "\":\"cancel\"}");
    assertThat(call(Wire.JSONRPC2, "Async.task.cancel", NO_REF)).startsWith("\"DummyRef:|");
    assertThat(call(Wire.JSONRPC2, "task.get_status", call))
        .isEqualTo(refusal("HANDLE_INVALID", "task", call));
  }

  private static String call(Wire wire, String method, Object... parameters) {
    return server.as(ADMIN, wire, method, parameters);
  }
}
