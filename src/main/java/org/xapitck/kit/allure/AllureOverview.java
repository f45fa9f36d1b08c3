package org.xapitck.kit.allure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.xapitck.kit.report.ReportData;

/**
 * What the overview is to show and Allure leaves out of its widgets' data.
 *
 * <ul>
 *   <li>The trend of a report folder's first run: Allure draws none through a single point, so the
 *       folder begins with the point before it, no run, and nothing in any column. The history that
 *       is kept does not have it.
 *   <li>The verdict as the first category: Allure sorts by the number of failed tests, and where
 *       there is one cause, both have the same.
 * </ul>
 */
final class AllureOverview {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private AllureOverview() {}

  /**
   * Changes the widgets.
   *
   * @param verdict name of the category
   */
  static void mend(ReportData data, String verdict) {
    begin(data);
    lead(data, verdict);
  }

  private static void lead(ReportData data, String verdict) {
    String file = "widgets/categories.json";
    byte[] bytes = data.files().get(file);
    try {
      if (bytes != null
          && MAPPER.readTree(bytes) instanceof ObjectNode widget
          && widget.get("items") instanceof ArrayNode items) {
        for (int i = 1; i < items.size(); i++) {
          if (items.get(i).path("name").asText().equals(verdict)) {
            items.insert(0, items.remove(i));
            data.addDataJson(file, widget);
          }
        }
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
