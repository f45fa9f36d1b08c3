package org.xapitck.kit.allure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xapitck.kit.report.ReportData;

/**
 * What the overview is to show and Allure leaves out of its widgets' data.
 *
 * <ul>
 *   <li>The trend of a report folder's first run: Allure draws none through a single point, so the
 *       folder begins with the point before it, no run, and nothing in any column. The history that
 *       is kept does not have it.
 *   <li>The order of the categories: Allure sorts by the number of failed tests, the kit by name,
 *       as the tab does, so that the verdict is the first and the causes follow by what they block.
 * </ul>
 */
final class AllureOverview {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private AllureOverview() {}

  /** Changes the widgets. */
  static void mend(ReportData data) {
    begin(data);
    sort(data);
  }

  private static void sort(ReportData data) {
    String file = "widgets/categories.json";
    byte[] bytes = data.files().get(file);
    try {
      if (bytes != null
          && MAPPER.readTree(bytes) instanceof ObjectNode widget
          && widget.get("items") instanceof ArrayNode items) {
        List<JsonNode> sorted = new ArrayList<>();
        items.forEach(sorted::add);
        sorted.sort(Comparator.comparing(item -> item.path("name").asText()));
        items.removeAll().addAll(sorted);
        data.addDataJson(file, widget);
      }
    } catch (IOException e) {
      throw new IllegalStateException("Allure wrote no JSON: " + file, e);
    }
  }

  private static void begin(ReportData data) {
    for (String name : List.of("history-trend", "duration-trend", "categories-trend")) {
      String file = "widgets/" + name + ".json";
      byte[] bytes = data.files().get(file);
      try {
        if (bytes != null
            && MAPPER.readTree(bytes) instanceof ArrayNode points
            && points.size() == 1) {
          points.add(nothing(points.get(0)));
          data.addDataJson(file, points);
        }
      } catch (IOException e) {
        throw new IllegalStateException("Allure wrote no JSON: " + file, e);
      }
    }
  }

  private static JsonNode nothing(JsonNode point) {
    ObjectNode values = MAPPER.createObjectNode();
    point.path("data").fieldNames().forEachRemaining(key -> values.put(key, 0));
    ObjectNode before = MAPPER.createObjectNode();
    before.put("buildOrder", point.path("buildOrder").asLong(1) - 1);
    before.set("data", values);
    return before;
  }
}
